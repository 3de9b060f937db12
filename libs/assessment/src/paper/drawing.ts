import type { BankItem } from '../item/item.js';
import type { PaperRules } from './blueprint.js';
import type { Choice } from './units.js';

/** An item that papers may hold, with the unit it belongs to. Lists of them stand in the order of preference. */
export interface Preferred {
  readonly item: BankItem;
  readonly unit: number;
  /** Items of one class are equally preferred, but for the seed: 0 is the most preferred. */
  readonly class: number;
}

/** What is to be drawn from. */
export interface Drawing {
  readonly rules: PaperRules;
  readonly choice: Choice;
  readonly preferred: readonly Preferred[];
}
