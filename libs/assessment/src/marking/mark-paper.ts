import type { ItemMark, PaperItem, PaperMarks, SavedAnswer } from '../attempt/attempt.js';
import type { ItemVersion } from '../item/item.js';
import { shareOf } from './mark-item.js';
import { NOTHING, pointsFor, sumOf } from './points.js';

/** The key of a frozen paper: each item's version, by version id. */
export type PaperKey = ReadonlyMap<string, ItemVersion>;

/**
 * Marks a frozen paper by the key of the versions it was drawn with (ASM-29): the share of its points that each
 * answer gets (ASM-50), and none for what was not answered. Written and file responses wait for a marker, except those left
 * empty.
 */
export function markPaper(
  paper: readonly PaperItem[],
  answers: Readonly<Record<string, SavedAnswer>>,
  marking: { key: PaperKey; passPercent: number },
): PaperMarks {
  const items = paper.map((item) => markOf(item, answers[item.itemId], marking.key));
  const score = sumOf(items.map(({ awarded }) => awarded));
  const outOf = sumOf(items.map((item) => item.outOf));
  return {
    items,
    score,
    outOf,
    percent: percentOf(score, outOf),
    passed: reaches(score, outOf, marking.passPercent),
    isWaiting: items.some(({ correct }) => correct === null),
  };
}

function markOf(item: PaperItem, answer: SavedAnswer | undefined, key: PaperKey): ItemMark {
  const version = key.get(item.versionId);
  if (version === undefined)
    throw new Error(`No item version ${item.versionId}: a frozen paper lost its key`);
  const share = shareOf(version.content, answer?.value);
  const { itemId, points: outOf } = item;
  const correct = share === null ? null : share.got === share.of;
  return { itemId, awarded: pointsFor(share ?? NOTHING, outOf), outOf, correct };
}

/** ASM-29: passed when the points reach the pass mark's share of all points. Decided on points, before any rounding. */
export function reaches(score: number, outOf: number, passPercent: number): boolean {
  return outOf > 0 && hundredths(score) * 100 >= passPercent * hundredths(outOf);
}

/** Whole percent, rounded down, so that nobody sees 80 who has not reached 80. */
export function percentOf(score: number, outOf: number): number {
  return outOf === 0 ? 0 : Math.floor((hundredths(score) * 100) / hundredths(outOf));
}

/** Points are multiples of 0.01, which binary cannot hold; whole numbers of hundredths it can. */
function hundredths(points: number): number {
  return Math.round(points * 100);
}
