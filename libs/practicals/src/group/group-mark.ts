import type { ReleasedMark } from '@app/assessment';
import { refusal } from './refusals.js';

/** How a member's mark is made up: whole per cents that add up to 100. */
export interface GroupWeights {
  readonly shared: number;
  readonly own: number;
}

/** Where a brief says nothing of weights. */
export const USUAL_WEIGHTS: GroupWeights = { shared: 50, own: 50 };

/** PRA-41: refuses weights that are not whole per cents from 0, or do not add up to 100. */
export function checkWeights({ shared, own }: GroupWeights): void {
  const isSound = Number.isInteger(shared) && Number.isInteger(own) && shared >= 0 && own >= 0;
  if (!isSound || shared + own !== 100) throw refusal('GROUP_WEIGHTS');
}

/** What one member's parts came to. */
export interface MemberMarks {
  /** The group's product: the same mark for everybody. */
  readonly shared: ReleasedMark;
  /** The member's own part. */
  readonly own: ReleasedMark;
}

/**
 * PRA-44: a member's percent: shared weight × shared share + own weight × own share, worked out in whole numbers. Passing is decided
 * before the one rounding, to the nearest hundredth, a half up.
 */
export function memberOutcome(
  { shared, own }: MemberMarks,
  weights: GroupWeights,
  passPercent: number,
): { percent: number; passed: boolean } {
  checkWeights(weights);
  const [sharedPoints, sharedOutOf] = [hundredths(shared.awarded), hundredths(shared.outOf)];
  const [ownPoints, ownOutOf] = [hundredths(own.awarded), hundredths(own.outOf)];
  const whole = sharedOutOf * ownOutOf;
  const earned = weights.shared * sharedPoints * ownOutOf + weights.own * ownPoints * sharedOutOf;
  const percent = Math.floor((2 * earned * 100 + whole) / (2 * whole)) / 100;
  return { percent, passed: earned >= passPercent * whole };
}

function hundredths(points: number): number {
  return Math.round(points * 100);
}
