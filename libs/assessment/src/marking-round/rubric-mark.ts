import type { RubricLine } from '../item/item.js';
import { refusal } from './refusals.js';

/** The points that one criterion of a rubric got. */
export interface CriterionPoints {
  /** The place of the criterion in the rubric, from 1. */
  readonly criterion: number;
  /** From 0 to the line's points, in halves; in quarters where it is the mean of two marks. */
  readonly points: number;
}

const LONGEST_COMMENT = 4000;

/** ASM-119: each criterion of the rubric once, its points within the line's range, in halves. In the rubric's order. */
export function checkedCriteria(
  rubric: readonly RubricLine[],
  given: readonly CriterionPoints[],
): CriterionPoints[] {
  for (const { criterion } of given) {
    if (rubric[criterion - 1] === undefined)
      throw refusal('CRITERION_UNKNOWN', { facts: { criterion, count: rubric.length }, field: 'criteria' });
    if (given.filter((other) => other.criterion === criterion).length > 1)
      throw refusal('CRITERION_TWICE', { facts: { criterion }, field: 'criteria' });
  }
  return rubric.map((line, place) => {
    const criterion = place + 1;
    const mark = given.find((each) => each.criterion === criterion);
    if (mark === undefined) throw refusal('CRITERION_MISSING', { facts: { criterion }, field: 'criteria' });
    if (!isWithin(mark.points, line.points))
      throw refusal('POINTS_OUT_OF_RANGE', { facts: { criterion, most: line.points }, field: 'criteria' });
    return { criterion, points: mark.points };
  });
}

/** ASM-119: the comment without spaces around it, null when empty; at most 4,000 characters. */
export function checkedComment(comment: string | null | undefined): string | null {
  const text = comment?.trim() ?? '';
  if (text.length > LONGEST_COMMENT)
    throw refusal('COMMENT_TOO_LONG', { facts: { most: LONGEST_COMMENT }, field: 'comment' });
  return text === '' ? null : text;
}

function isWithin(points: number, most: number): boolean {
  return Number.isInteger(points * 2) && points >= 0 && points <= most;
}

/** The sum of the criteria: exact, since each is a multiple of 0.25. */
export function totalOf(criteria: readonly CriterionPoints[]): number {
  return criteria.reduce((total, { points }) => total + points, 0);
}

/** ASM-122: the mean of two marks, criterion by criterion. */
export function meanOf(
  one: readonly CriterionPoints[],
  other: readonly CriterionPoints[],
): CriterionPoints[] {
  return one.map(({ criterion, points }, place) => ({
    criterion,
    points: (points + (other[place]?.points ?? points)) / 2,
  }));
}

/** Whether two marks say the same. */
export function isSameMark(one: readonly CriterionPoints[], other: readonly CriterionPoints[]): boolean {
  return one.length === other.length && one.every(({ points }, place) => points === other[place]?.points);
}
