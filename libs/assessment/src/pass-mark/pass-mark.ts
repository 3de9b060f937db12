import type { PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { AngoffFigures } from './angoff.js';
import { refusal } from './refusals.js';

export type PanelId = Id<'Panel'>;

/** By how many standard errors a decision may lie off what the panel's judgements come to. */
export const MOST_STEPS = 2;
const SHORTEST_REASON = 10;
const LONGEST_REASON = 500;

/**
 * The pass mark of one component as one panel's work and one decision made it. National. Never changed: a new decision is the
 * next number, and each attempt keeps the one that held when it started (ASM-160).
 */
export interface PassMark {
  readonly courseCode: string;
  readonly componentKey: string;
  /** 1, 2, 3 … of this component. */
  readonly number: number;
  /** Whole per cent, 1–100. */
  readonly percent: number;
  /** What the panel's judgements came to, in per cent, to the hundredth. */
  readonly panelPercent: number;
  /** Of the panel's mark, in per cent, to the hundredth. */
  readonly standardError: number;
  /** By how many standard errors it was moved: −2, −1.5 … 2. */
  readonly steps: number;
  /** Why it was moved, or what else is to be known; null when nobody said. */
  readonly reason: string | null;
  readonly panelId: PanelId;
  readonly setBy: PersonId;
  readonly setAt: Date;
}

/** A decision about what a panel came to. */
export interface PassMarkDecision {
  /** −2 to 2, in halves. */
  readonly steps: number;
  readonly reason: string | null | undefined;
}

/**
 * ASM-164: the pass mark of a decision: the panel's mark moved by so many of its standard errors, to the nearest whole per
 * cent, a half up. Moving it takes a reason.
 */
export function decidedPercent(
  figures: Pick<AngoffFigures, 'percent' | 'standardError'>,
  decision: PassMarkDecision,
): { percent: number; reason: string | null } {
  const { steps } = decision;
  if (!Number.isInteger(steps * 2) || Math.abs(steps) > MOST_STEPS)
    throw refusal('PASS_MARK_STEPS', { facts: { most: MOST_STEPS }, field: 'steps' });
  const reason = reasonOf(decision);
  const percent = Math.floor(figures.percent + steps * figures.standardError + 0.5);
  if (percent < 1 || percent > 100) throw refusal('PASS_MARK_OUT_OF_RANGE', { facts: { percent } });
  return { percent, reason: reason === '' ? null : reason };
}

function reasonOf(decision: PassMarkDecision): string {
  const reason = decision.reason?.trim() ?? '';
  const isTooShort = decision.steps !== 0 && reason.length < SHORTEST_REASON;
  if (isTooShort || reason.length > LONGEST_REASON)
    throw refusal('PASS_MARK_REASON_MISSING', { field: 'reason' });
  return reason;
}
