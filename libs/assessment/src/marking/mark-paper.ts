import type { ItemMark, PaperItem, PaperMarks, SavedAnswer } from '../attempt/attempt.js';
import type { ItemVersion } from '../item/item.js';
import { bestShare, mended, NO_REMEDIES, type Remedies } from '../regrade/remedy.js';
import { NOTHING, pointsFor, sumOf } from './points.js';

/** The key of a frozen paper: each item's version, by version id. */
export type PaperKey = ReadonlyMap<string, ItemVersion>;

/** By what a paper is marked. Remedies of faulty versions, if any are in force, count as if they had always been (ASM-141). */
export interface Marking {
  readonly key: PaperKey;
  readonly passPercent: number;
  readonly remedies?: Remedies | undefined;
}

/**
 * Marks a frozen paper by the key of the versions it was drawn with (ASM-29): the share of its points that each
 * answer gets (ASM-50), and none for what was not answered. Written and file responses wait for a marker, except those left
 * empty.
 */
export function markPaper(
  paper: readonly PaperItem[],
  answers: Readonly<Record<string, SavedAnswer>>,
  marking: Marking,
): PaperMarks {
  const items = paper.map((item) => markOf(item, answers[item.itemId], marking));
  return totalled(items, marking.passPercent);
}

function markOf(
  item: PaperItem,
  answer: SavedAnswer | undefined,
  { key, remedies = NO_REMEDIES }: Marking,
): ItemMark {
  const version = key.get(item.versionId);
  if (version === undefined)
    throw new Error(`No item version ${item.versionId}: a frozen paper lost its key`);
  const { contents, isFull, isDropped } = mended(version.content, remedies.get(item.versionId) ?? []);
  const { itemId, points: outOf } = item;
  if (isFull) return { itemId, awarded: outOf, outOf, correct: true };
  const share = bestShare(contents, answer?.value);
  const awarded = pointsFor(share ?? NOTHING, outOf);
  const correct = share === null ? null : share.got === share.of;
  if (isDropped) return { itemId, awarded, outOf, correct: correct ?? false, isDropped: true };
  return { itemId, awarded, outOf, correct };
}

/**
 * The sums of a paper's marks. ASM-142: what was dropped does not count; the rest is scaled up to what the whole paper is worth, the
 * score to the nearest hundredth, a half up, while percent and pass are decided on the points before that rounding. A paper
 * of which nothing would be left counts as it is.
 */
export function totalled(items: readonly ItemMark[], passPercent: number): PaperMarks {
  const kept = items.filter(({ isDropped }) => isDropped !== true);
  const counted = kept.length === 0 ? items : kept;
  const got = sumOf(counted.map(({ awarded }) => awarded));
  const of = sumOf(counted.map(({ outOf }) => outOf));
  const outOf = sumOf(items.map((item) => item.outOf));
  return {
    items,
    score: scaled(got, of, outOf),
    outOf,
    percent: percentOf(got, of),
    passed: reaches(got, of, passPercent),
    isWaiting: items.some(({ correct }) => correct === null),
  };
}

/** ASM-142: `got` of `of` as so much of `whole`, to the nearest hundredth, a half up; worked out in whole hundredths. */
function scaled(got: number, of: number, whole: number): number {
  if (of === whole || of === 0) return got;
  const [part, all, target] = [hundredths(got), hundredths(of), hundredths(whole)];
  return Math.floor((2 * part * target + all) / (2 * all)) / 100;
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
