import type { PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { Id } from '@app/platform/ids/ids.js';
import { refusal } from '../refusals.js';

export type ItemId = Id<'Item'>;
export type ItemVersionId = Id<'ItemVersion'>;

/** What a machine marks, and two it does not: `written` waits for a marker, `practical` is drawn by no paper. */
export type ItemType =
  | 'single'
  | 'multiple'
  | 'true-false'
  | 'match'
  | 'order'
  | 'numeric'
  | 'short-text'
  | 'written'
  | 'practical';

/** For practice or for papers, never both (ASM-02): what has been practised measures nothing. */
export type ItemUse = 'paper' | 'practice';

/** Only `ready` items are drawn. `retired` is final; papers already frozen keep theirs. */
export type ItemState = 'draft' | 'in-review' | 'ready' | 'retired';

/** One thing to choose, to put in order or to match. The id is stable within the item and says nothing about the key. */
export interface ItemOption {
  readonly id: string;
  readonly text: Words;
}

/** One match: an option of the left-hand list with a target of the right-hand list. */
export interface OptionPair {
  readonly left: string;
  readonly right: string;
}

/** What a marker looks for, and what it is worth. */
export interface RubricLine {
  readonly criterion: Words;
  readonly points: number;
}

/** How a typed answer, and each accepted one, is made comparable before they are compared. */
export type Normalisation = 'trim' | 'single-spaces' | 'lower-case' | 'no-punctuation';

/** What is peculiar to each type: what is shown, and the key. */
export type ItemContent =
  | { readonly type: 'single'; readonly options: readonly ItemOption[]; readonly key: string }
  | { readonly type: 'multiple'; readonly options: readonly ItemOption[]; readonly key: readonly string[] }
  | { readonly type: 'true-false'; readonly key: boolean }
  | {
      readonly type: 'match';
      readonly options: readonly ItemOption[];
      readonly targets: readonly ItemOption[];
      readonly key: readonly OptionPair[];
    }
  | { readonly type: 'order'; readonly options: readonly ItemOption[]; readonly key: readonly string[] }
  | {
      readonly type: 'numeric';
      readonly answer: number;
      /** How far an answer may lie from it, in the same unit; 0 means exactly. */
      readonly tolerance: number;
      /** Shown beside the field; null for a bare number. */
      readonly unit: string | null;
    }
  | {
      readonly type: 'short-text';
      /** Right answers, in either language. */
      readonly accepted: readonly string[];
      readonly normalise: readonly Normalisation[];
    }
  | { readonly type: 'written'; readonly rubric: readonly RubricLine[] }
  | { readonly type: 'practical'; readonly exerciseId: string };

/** What blueprints select by and draws prefer by. */
export interface ItemFacts {
  readonly use: ItemUse;
  /** Shipped as an example: no certifying sitting draws it outside the demonstration (ASM-05). */
  readonly sample: boolean;
  readonly skillId: string;
  /** 1–4, as the skill's levels are. */
  readonly level: number;
  readonly tags: readonly string[];
  /** What it is worth: a positive multiple of 0.5, so that sums are exact. */
  readonly points: number;
  /** Who wrote or reviewed it: they never draw it (ASM-06). */
  readonly authorIds: readonly PersonId[];
  readonly reviewerIds: readonly PersonId[];
}

/** The text of one item as one version has it. */
export interface ItemText extends ItemFacts {
  readonly stem: Words;
  /** Shown with the result, once released. */
  readonly explanation: Words | null;
  /** Entries of the law register that the key rests on. */
  readonly lawIds: readonly string[];
  readonly content: ItemContent;
}

/** An item as the content pack brings it. `key` is its name in the pack (`OLH-101-Q01`) and never changes. */
export interface PackItem extends ItemText {
  readonly key: string;
  /** The course whose bank it is in. */
  readonly courseCode: string;
  readonly state: ItemState;
}

/**
 * One version of one question. Immutable (ASM-01): a correction is a new version, and a paper holds the version it was drawn
 * with. There is deliberately no state here; the state belongs to the item, which points at its current version.
 */
export interface ItemVersion extends ItemText {
  readonly id: ItemVersionId;
  readonly itemId: ItemId;
  readonly number: number;
}

/** An item as a draw sees it: its current version's facts and how often papers have shown it. */
export interface BankItem extends ItemFacts {
  readonly id: ItemId;
  readonly key: string;
  readonly versionId: ItemVersionId;
  readonly type: ItemType;
  readonly state: ItemState;
  /** On how many papers it has been. Kept by a consumer, so it lags by moments; it only breaks ties. */
  readonly exposure: number;
}

const transitions: Record<ItemState, readonly ItemState[]> = {
  draft: ['in-review'],
  'in-review': ['draft', 'ready'],
  ready: ['in-review', 'retired'],
  retired: [],
};

/** The item's next state, or ASM-03 when the table has no such step. Staying is no step and always allowed. */
export function moveItem(key: string, from: ItemState, to: ItemState): ItemState {
  if (from === to || transitions[from].includes(to)) return to;
  throw refusal('ITEM_STATE_REFUSED', { facts: { key, from, to } });
}

/** Throws ASM-02 when a known item would change from practice to papers or back. */
export function keepsItsUse(key: string, was: ItemUse, now: ItemUse): void {
  if (was !== now) throw refusal('ITEM_USE_CHANGED', { facts: { key } });
}
