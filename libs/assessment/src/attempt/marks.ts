import type { ItemId } from '../item/item.js';

/** The mark of one item. `correct` means full points; null while it waits for a marker. */
export interface ItemMark {
  readonly itemId: ItemId;
  /** From 0 to `outOf`, a multiple of 0.01: add such numbers with `sumOf`, which is exact. */
  readonly awarded: number;
  readonly outOf: number;
  readonly correct: boolean | null;
  /** True when the item does not count any more, since it was faulty (ASM-142); `awarded` is what it would have got. */
  readonly isDropped?: boolean | undefined;
}

/** The marks of a paper. */
export interface PaperMarks {
  readonly items: readonly ItemMark[];
  readonly score: number;
  readonly outOf: number;
  /** Whole percent, rounded down: a shown 80 has really reached 80. */
  readonly percent: number;
  readonly passed: boolean;
  /** True while a written item waits for its marker; score, percent and passed then mean nothing yet. */
  readonly isWaiting: boolean;
}
