import type { PaperFragment } from '../../../gql/graphql.js';
import type { Visit } from '../../../pipeline/visit.js';

/** The time left as the server reckons it: whole minutes, rounded down, with what a script needs to follow it. */
export function clockOf({ serverTime, deadline }: PaperFragment): {
  minutes: number;
  serverTime: string;
  deadline: string;
} {
  const left = Date.parse(deadline) - Date.parse(serverTime);
  return { minutes: Math.max(0, Math.floor(left / 60_000)), serverTime, deadline };
}

/** Whether this browser holds the right to write in the attempt, as far as it knows. */
export function isMine(visit: Visit, attemptId: string): boolean {
  return visit.session.writing?.attemptId === attemptId;
}

/** Whether the clock stands: on a rest break, or for an operational recall. */
export function stands({ state, clock }: PaperFragment): boolean {
  return state === 'SUSPENDED' || (state === 'OPEN' && clock.restingUntil !== null);
}
