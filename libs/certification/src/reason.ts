import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { refusal } from './refusals.js';

/** The longest reason, in characters. */
export const LONGEST_REASON = 2000;

/** CRT-30. The reason as given, without blanks around it. Refused when there is none, or it is too long. */
export function reasonOf(text: string): string {
  const reason = text.trim();
  if (reason === '' || reason.length > LONGEST_REASON)
    throw refusal('AWARD_REASON_MISSING', { facts: { most: LONGEST_REASON }, field: 'reason' });
  return reason;
}

/** CRT-30. Refuses a decision about oneself. */
export function refuseOwn(ctx: RequestContext, holder: PersonId): void {
  if (actingPerson(ctx) === holder) throw refusal('AWARD_OWN');
}
