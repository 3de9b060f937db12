import type { ItemMark, PaperItem, PaperMarks, SavedAnswer } from '../attempt/attempt.js';
import type { ItemVersion } from '../item/item.js';
import { isRight } from './mark-item.js';

/** The key of a frozen paper: each item's version, by version id. */
export type PaperKey = ReadonlyMap<string, ItemVersion>;

/**
 * Marks a frozen paper by the key of the versions it was drawn with (ASM-29): full points or none, and none for what was
 * not answered. Written items wait for a marker, except those left empty.
 */
export function markPaper(
  paper: readonly PaperItem[],
  answers: Readonly<Record<string, SavedAnswer>>,
  marking: { key: PaperKey; passPercent: number },
): PaperMarks {
  const items = paper.map((item) => markOf(item, answers[item.itemId], marking.key));
  const score = sum(items.map(({ awarded }) => awarded));
  const outOf = sum(items.map((item) => item.outOf));
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
  const correct = isRight(version.content, answer?.value);
  return { itemId: item.itemId, awarded: correct === true ? item.points : 0, outOf: item.points, correct };
}

/** ASM-29: passed when the points reach the pass mark's share of all points. Decided on points, before any rounding. */
export function reaches(score: number, outOf: number, passPercent: number): boolean {
  return outOf > 0 && score * 100 >= passPercent * outOf;
}

/** Whole percent, rounded down, so that nobody sees 80 who has not reached 80. */
export function percentOf(score: number, outOf: number): number {
  return outOf === 0 ? 0 : Math.floor((score * 100) / outOf);
}

function sum(points: readonly number[]): number {
  return points.reduce((total, each) => total + each, 0);
}
