import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { AttemptId } from '../attempt/attempt.js';
import type { ItemId, ItemVersionId } from '../item/item.js';
import { refusal } from './refusals.js';
import type { Remedy } from './remedy.js';

export type RegradeId = Id<'Regrade'>;

/**
 * `LOOKING` while the dry run goes through the attempts; `SHOWN` when its list is whole; `APPLYING` while that list is checked once
 * more and then applied; `STALE` when the check found another list: nothing was changed, and it is to be looked at again.
 */
export type RegradeState = 'LOOKING' | 'SHOWN' | 'STALE' | 'APPLYING' | 'APPLIED' | 'CANCELLED';

/** What the job does next. `sweep` comes two minutes after the application, for what was being marked at that very moment. */
export type RegradePhase = 'look' | 'check' | 'apply' | 'sweep' | 'done';

/** Whether marks that would fall below the pass mark are changed too. */
export type FallChoice = 'APPLY' | 'KEEP_OUT';

/** How many attempts a dry run is about. */
export interface RegradeCounts {
  /** Attempts with marks that had the item. */
  readonly looked: number;
  /** Whose mark changes. */
  readonly changed: number;
  /** Who then passes, and did not. */
  readonly rises: number;
  /** Who passed, and then does not. */
  readonly falls: number;
  /** Awards that would be given or withdrawn. */
  readonly awards: number;
}

export const NO_COUNTS: RegradeCounts = { looked: 0, changed: 0, rises: 0, falls: 0, awards: 0 };

/** That falls below the pass mark may be applied: those of one list, and no others. */
export interface FallApproval {
  readonly by: PersonId;
  readonly at: Date;
  /** Of the falls that were approved. */
  readonly fallsDigest: string;
}

/**
 * A faulty item version and what is done about it, for everybody in every force who had it. National, and without a name: whose
 * marks change is in its lines, which belong to each person's force. The dry run changes nothing but these; applying does
 * exactly what its list shows, less the falls that are kept out.
 */
export interface Regrade {
  readonly id: RegradeId;
  readonly courseCode: string;
  readonly itemId: ItemId;
  readonly itemKey: string;
  readonly itemVersionId: ItemVersionId;
  readonly versionNumber: number;
  readonly remedy: Remedy;
  /** 10–500 characters, about the item and never about a person. */
  readonly reason: string;
  readonly state: RegradeState;
  readonly phase: RegradePhase;
  /** Which dry run: 1, 2, 3 …; its lines carry it. */
  readonly run: number;
  /** Where the job is: the last attempt it has dealt with in this phase; null at the beginning. */
  readonly cursor: AttemptId | null;
  /** How many attempts this phase has dealt with, and of how many. */
  readonly done: number;
  readonly total: number;
  readonly counts: RegradeCounts;
  /** Of all lines of the list so far, and of its falls. */
  readonly digest: string;
  readonly fallsDigest: string;
  /** What the check before applying has come to so far; null in other phases. */
  readonly checked: string | null;
  readonly approval: FallApproval | null;
  readonly falls: FallChoice | null;
  /** Lines that were not applied: kept out, or the attempt had changed at that very moment. */
  readonly leftOut: number;
  readonly proposedBy: PersonId;
  readonly proposedAt: Date;
  readonly appliedBy: PersonId | null;
  /** When the corrected key came into force. */
  readonly inForceAt: Date | null;
  readonly finishedAt: Date | null;
  readonly revision: number;
}

/** Marks as a list shows them. */
export interface ShownMarks {
  readonly score: number;
  readonly outOf: number;
  readonly percent: number;
  readonly passed: boolean;
}

/** What would become of an award. */
export interface AwardStake {
  readonly would: 'GIVE' | 'WITHDRAW';
  /** The award to be withdrawn; null for one to be given. */
  readonly awardId: string | null;
}

export type LineOutcome = 'APPLIED' | 'LEFT_OUT' | 'CHANGED_MEANWHILE';

/** One attempt whose mark a regrade changes. It belongs to the candidate's force, and is read there alone. */
export interface RegradeLine {
  readonly regradeId: RegradeId;
  readonly run: number;
  readonly forceId: ForceId;
  readonly attemptId: AttemptId;
  readonly personId: PersonId;
  readonly before: ShownMarks;
  readonly after: ShownMarks;
  readonly crosses: 'UP' | 'DOWN' | null;
  readonly stake: AwardStake | null;
  /** Null until the regrade is applied. */
  readonly outcome: LineOutcome | null;
}

const transitions: Record<RegradeState, readonly RegradeState[]> = {
  LOOKING: ['SHOWN', 'CANCELLED'],
  SHOWN: ['LOOKING', 'APPLYING', 'CANCELLED'],
  STALE: ['LOOKING', 'CANCELLED'],
  APPLYING: ['STALE', 'APPLIED'],
  APPLIED: [],
  CANCELLED: [],
};

/** The regrade in its next state. A step that the table has not is refused by what is in its way (ASM-143, ASM-144). */
export function moveRegrade(regrade: Regrade, to: RegradeState): Regrade {
  if (!transitions[regrade.state].includes(to)) throw inTheWay(regrade.state);
  return { ...regrade, state: to };
}

function inTheWay(state: RegradeState) {
  switch (state) {
    case 'STALE':
      return refusal('REGRADE_STALE');
    case 'APPLYING':
    case 'APPLIED':
      return refusal('REGRADE_APPLYING');
    case 'CANCELLED':
      return refusal('REGRADE_CANCELLED');
    case 'LOOKING':
    case 'SHOWN':
      return refusal('REGRADE_NOT_SHOWN');
  }
}

/** A new look at everything, as the next run; an approval stays, and holds if the falls turn out to be the same (ASM-146). */
export function lookAgain(regrade: Regrade, total: number): Regrade {
  return {
    ...moveRegrade(regrade, 'LOOKING'),
    ...{ phase: 'look', run: regrade.run + 1, cursor: null, done: 0, total, counts: NO_COUNTS },
    ...{ digest: '', fallsDigest: '', checked: null },
  };
}

/** Whether the falls of the present list are those that somebody has approved (ASM-146). */
export function hasApproval({ approval, fallsDigest }: Pick<Regrade, 'approval' | 'fallsDigest'>): boolean {
  return approval?.fallsDigest === fallsDigest;
}

/** ASM-146: the regrade with its falls approved, by somebody else than its author. */
export function approveFalls(regrade: Regrade, by: { personId: PersonId; at: Date }): Regrade {
  if (regrade.state !== 'SHOWN') throw inTheWay(regrade.state);
  if (by.personId === regrade.proposedBy) throw refusal('REGRADE_OWN_APPROVAL');
  if (regrade.counts.falls === 0) throw refusal('REGRADE_NO_FALLS');
  const { fallsDigest } = regrade;
  return { ...regrade, approval: { by: by.personId, at: by.at, fallsDigest } };
}

/** ASM-145, ASM-146: the regrade on its way to be applied; it is checked once more before anything is changed. */
export function beginApplying(regrade: Regrade, choice: FallChoice, by: PersonId): Regrade {
  const applying = moveRegrade(regrade, 'APPLYING');
  const { falls } = regrade.counts;
  if (falls > 0 && choice === 'APPLY' && !hasApproval(regrade))
    throw refusal('REGRADE_NOT_APPROVED', { facts: { falls } });
  return {
    ...applying,
    ...{ phase: 'check', cursor: null, done: 0, checked: '', falls: choice, appliedBy: by },
  };
}

/** Which way a mark crosses the pass mark; null when it stays on its side. */
export function crossing(before: ShownMarks, after: ShownMarks): RegradeLine['crosses'] {
  if (before.passed === after.passed) return null;
  return after.passed ? 'UP' : 'DOWN';
}
