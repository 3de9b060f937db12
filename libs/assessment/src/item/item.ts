import type { PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { Id } from '@app/platform/ids/ids.js';
import { refusal } from '../refusals.js';
import type { ItemContent, ItemType } from './item-content.js';

export type {
  ItemContent,
  ItemOption,
  ItemType,
  Normalisation,
  OptionPair,
  RubricLine,
} from './item-content.js';

export type ItemId = Id<'Item'>;
export type ItemVersionId = Id<'ItemVersion'>;

/** For practice or for papers, never both (ASM-02): what has been practised measures nothing. */
export type ItemUse = 'paper' | 'practice';

/** Only `ready` items are drawn. `retired` is final; papers already frozen keep theirs. */
export type ItemState = 'draft' | 'in-review' | 'ready' | 'retired';

/** How hard an item is. */
export type DifficultyBand = 'easy' | 'medium' | 'hard';

/** What blueprints select by and draws prefer by. */
export interface ItemFacts {
  readonly use: ItemUse;
  /** Shipped as an example: no certifying sitting draws it outside the demonstration (ASM-05). */
  readonly sample: boolean;
  readonly skillId: string;
  /** 1–4, as the skill's levels are. */
  readonly level: number;
  readonly tags: readonly string[];
  /** How hard its author thinks it; null when nobody has said. */
  readonly difficulty: DifficultyBand | null;
  /** The stimulus that it shares with others: they are drawn together or not at all, and shown together. Null: it stands alone. */
  readonly stimulusId: string | null;
  /** Keys of items that it gives away, or that give it away: no paper holds both. */
  readonly excludes?: readonly string[] | undefined;
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
  /** Whether options (targets, rows, columns) stand in an order of each attempt's own. Absent: they do. False: as written. */
  readonly shuffle?: boolean | undefined;
  /** Which version of its stimulus it rests on; null or absent without one. Said by whoever saves it, not by its author. */
  readonly stimulusVersion?: number | null | undefined;
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
