import type { Due } from '@app/platform/jobs/due.schema.js';
import type { FailedDelivery } from '@app/platform/jobs/failed-delivery.schema.js';
import { refusal } from '../refusals.js';

/** `FAILED` waits for a person; `REDRIVEN` is about to be tried anew; `DISCARDED` was given up. */
export type FailedWorkState = 'FAILED' | 'REDRIVEN' | 'DISCARDED';

/** Background work that could not be done, however often it was tried (SCD-05). Ids and a program's message: nothing personal. */
export interface FailedWork {
  /** `due-…` for something that fell due, `event-…` for an event and the consumer that could not digest it. */
  readonly id: string;
  /** The job's or the consumer's name. */
  readonly work: string;
  /** The event's type; null for something that fell due. */
  readonly event: string | null;
  readonly forceId: string;
  readonly state: FailedWorkState;
  readonly attempts: number;
  readonly failedAt: Date;
  readonly reason: string;
}

/** Where a piece of failed work is kept, and under which id. */
export type FailedWorkPlace = { readonly due: string } | { readonly delivery: string };

/** The place that an id names; null when it is no such id. */
export function placeOf(id: string): FailedWorkPlace | null {
  const due = /^due-([0-9a-f]{24})$/.exec(id)?.[1];
  if (due !== undefined) return { due };
  const delivery = /^event-([0-9a-f]{24}-[a-z0-9-]{1,80})$/.exec(id)?.[1];
  return delivery === undefined ? null : { delivery };
}

const STATE_OF_DUE: Partial<Record<Due['state'], FailedWorkState>> = {
  failed: 'FAILED',
  waiting: 'REDRIVEN',
  cancelled: 'DISCARDED',
};
const STATE_OF_DELIVERY = { failed: 'FAILED', redrive: 'REDRIVEN', discarded: 'DISCARDED' } as const;

/** A due row as failed work; null when it has never failed for good. */
export function failedDue(row: Due): FailedWork | null {
  const state = STATE_OF_DUE[row.state];
  if (state === undefined || row.failure === null) return null;
  return {
    ...{ id: `due-${row._id.toHexString()}`, work: row.job, event: null, state },
    ...{ forceId: row.forceId.toHexString(), attempts: row.attempts },
    ...{ failedAt: row.failure.at, reason: row.failure.reason },
  };
}

/** A failed delivery as failed work. */
export function failedDelivery(row: FailedDelivery): FailedWork {
  return {
    ...{ id: `event-${row._id}`, work: row.consumer, event: row.type, state: STATE_OF_DELIVERY[row.state] },
    ...{ forceId: row.forceId.toHexString(), attempts: row.attempts },
    ...{ failedAt: row.at, reason: row.reason },
  };
}

/** SCD-06. Whether trying anew changes anything: not when it is under way already. Refuses what was discarded. */
export function mayBeRedriven({ state }: FailedWork): boolean {
  if (state === 'DISCARDED') throw refusal('WORK_DISCARDED');
  return state === 'FAILED';
}

/** SCD-06. The reason as kept. */
export function reasonOf(text: string): string {
  const reason = text.trim();
  if (reason.length < 3 || reason.length > 500) throw refusal('DISCARD_REASON_MISSING', { field: 'reason' });
  return reason;
}
