import type { PersonId } from '@app/platform/context/request-context.js';

/** That an attempt shall not count, as two people have said. The reason is kept apart, with the proposal. */
export interface Voiding {
  readonly at: Date;
  readonly proposedBy: PersonId;
  readonly confirmedBy: PersonId;
  /** Whether it was for misconduct: it is then used up like any other attempt. */
  readonly isMisconduct: boolean;
}
