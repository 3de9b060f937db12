import { addDays, type CalendarDate, londonDate, startOfLondonDay } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { Attempt, AttemptId } from '../attempt/attempt.js';
import type { ItemVersionId } from '../item/item.js';
import { refusal } from './refusals.js';

export type AppealId = Id<'Appeal'>;

/** `APPEAL`: the outcome is thought to be wrong. `EXTENUATING`: something out of the candidate's hands went against them. */
export type AppealKind = 'APPEAL' | 'EXTENUATING';

export type AppealState = 'ASKED' | 'WITHDRAWN' | 'UPHELD' | 'NOT_UPHELD';

/**
 * What upholding leads to. `REGRADE`: the College is asked to mend a faulty item. `REMARK`: somebody uninvolved marks the written
 * answers again. `FRESH_ATTEMPT`: one attempt more than the course allows.
 */
export type AppealRemedy = 'REGRADE' | 'REMARK' | 'FRESH_ATTEMPT';

/** Days for which an outcome may be appealed against, where the assessment says nothing. */
export const USUAL_APPEAL_DAYS = 20;
/** Days within which an appeal is to be decided. */
export const DECISION_DAYS = 28;

/**
 * One candidate's asking for an outcome to be looked at again. What they say, and why it was decided so, is personal and lies
 * apart (AppealWords); here is only what happened when. Decided once, and never changed afterwards.
 */
export interface Appeal {
  readonly id: AppealId;
  readonly forceId: ForceId;
  readonly personId: PersonId;
  readonly attemptId: AttemptId;
  readonly enrolmentId: string;
  readonly courseCode: string;
  readonly componentKey: string;
  readonly kind: AppealKind;
  readonly state: AppealState;
  readonly askedAt: Date;
  /** The start of the London day after the last one on which it is decided in time. */
  readonly decideBy: Date;
  /** When it fell due undecided; null when it did not. */
  readonly overdueAt: Date | null;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: Date | null;
  /** Null unless upheld. */
  readonly remedy: AppealRemedy | null;
  /** Of REGRADE: the item version that is thought to be faulty. */
  readonly itemVersionId: ItemVersionId | null;
  /** Of REGRADE: the regrade that the College then proposed; null until it did. */
  readonly regradeId: string | null;
  readonly revision: number;
}

/** A decision about an appeal. */
export interface AppealDecision {
  readonly remedy: AppealRemedy | null;
  readonly itemVersionId: ItemVersionId | null;
  readonly by: PersonId;
  readonly at: Date;
}

const transitions: Record<AppealState, readonly AppealState[]> = {
  ASKED: ['WITHDRAWN', 'UPHELD', 'NOT_UPHELD'],
  WITHDRAWN: [],
  UPHELD: [],
  NOT_UPHELD: [],
};

function moved(appeal: Appeal, to: AppealState): Appeal {
  if (!transitions[appeal.state].includes(to)) throw refusal('APPEAL_ENDED');
  return { ...appeal, state: to };
}

/** ASM-154: the appeal taken back. */
export function withdrawn(appeal: Appeal): Appeal {
  return moved(appeal, 'WITHDRAWN');
}

/** ASM-155: the appeal as somebody has decided it: upheld with a remedy, or not. */
export function decided(appeal: Appeal, decision: AppealDecision): Appeal {
  const { remedy, itemVersionId, by, at } = decision;
  const after = moved(appeal, remedy === null ? 'NOT_UPHELD' : 'UPHELD');
  return { ...after, remedy, itemVersionId, decidedBy: by, decidedAt: at };
}

type Appealed = Pick<Attempt, 'state' | 'finishedAt' | 'releasedAt' | 'revisions' | 'terms'>;

/**
 * ASM-152: the last London day on which the outcome may be appealed against, included: so many days after its release, or after
 * its last change. Null while it is not released, when nothing has run out yet.
 */
export function lastAppealDay(attempt: Appealed): CalendarDate | null {
  if (attempt.state !== 'RELEASED') return null;
  const told = attempt.revisions.at(-1)?.at ?? attempt.releasedAt ?? attempt.finishedAt;
  if (told === null) return null;
  return addDays(londonDate(told), attempt.terms.policy.appealDays ?? USUAL_APPEAL_DAYS);
}

/** ASM-152: throws unless that kind of appeal may be asked at this instant. */
export function mayBeAsked(kind: AppealKind, attempt: Appealed, now: Date): void {
  if (attempt.state === 'VOIDED') throw refusal('APPEAL_ATTEMPT_VOIDED');
  const isOver = attempt.finishedAt !== null;
  if (kind === 'APPEAL' ? attempt.state !== 'RELEASED' : !isOver) throw refusal('APPEAL_TOO_EARLY');
  const lastDay = lastAppealDay(attempt);
  if (lastDay !== null && londonDate(now) > lastDay)
    throw refusal('APPEAL_TOO_LATE', { facts: { lastDay: startOfLondonDay(lastDay) } });
}

/** ASM-154: when an appeal asked at this instant is to be decided: before this London day begins. */
export function decideBy(askedAt: Date): Date {
  return startOfLondonDay(addDays(londonDate(askedAt), DECISION_DAYS + 1));
}
