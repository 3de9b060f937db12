import type { Due, DueFailure, DueRun } from '@app/platform/jobs/due.schema.js';
import { declaredRecurring, type RecurringJob, type Rhythm } from '@app/platform/jobs/recurring.js';
import { refusal } from '../refusals.js';

const OVERDUE_AFTER_MS = 60_000;

/** One line of the clockwork: what recurs, how it goes, when it runs next. */
export interface Recurring {
  /** The job's name: `identity.forget-expired`. */
  readonly job: string;
  readonly description: string;
  readonly rhythm: Rhythm;
  readonly isPaused: boolean;
  /** Null while it is paused or not yet on the timetable. */
  readonly nextAt: Date | null;
  readonly isOverdue: boolean;
  readonly lastRun: DueRun | null;
  /** Failures since it last went well. */
  readonly failures: number;
  readonly failure: DueFailure | null;
}

/** SCD-03. The declared job of that name. */
export function recurringOf(job: string): RecurringJob {
  const declared = declaredRecurring().get(job);
  if (declared === undefined) throw refusal('RECURRING_UNKNOWN', { facts: { job }, field: 'job' });
  return declared;
}

const NOT_YET = { state: null, dueAt: null, lastRun: null, attempts: 0, failure: null } as const;

/** The line of one job, from what is declared and what its row says. */
export function lineOf({ job, rhythm }: RecurringJob, row: Due | undefined, now: Date): Recurring {
  const { state, dueAt, lastRun, attempts, failure } = row ?? NOT_YET;
  const nextAt = state === 'waiting' ? dueAt : null;
  return {
    ...{ job: job.name, description: job.description, rhythm, lastRun, failures: attempts, failure },
    ...{ isPaused: state === 'paused', nextAt, isOverdue: nextAt !== null && isOverdue(nextAt, now) },
  };
}

/** SCD-02. Whether its instant lies more than a minute back. */
export function isOverdue(dueAt: Date, now: Date): boolean {
  return now.getTime() - dueAt.getTime() > OVERDUE_AFTER_MS;
}

/** SCD-04. Throws while it is paused. */
export function mayRunNow(row: Pick<Due, 'state' | 'job'>): void {
  if (row.state === 'paused') throw refusal('RECURRING_PAUSED', { facts: { job: row.job } });
}
