import { type PostingReader, reachOf, type UnitId } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';

/** What one needs to read awards: one's own, or those of a force's or a unit's people. */
export const certificationPermissions = {
  readOwn: 'certification.award.read-own',
  read: 'certification.award.read',
} as const;

/** Whose awards, and the day on which the reader's reach is judged. */
export interface WhoseAwards {
  readonly personId: PersonId;
  readonly today: CalendarDate;
}

/**
 * CRT-08. Whether the actor may read this person's awards: their own; as holder of the permission for the force; or as
 * holder for a unit in whose tree the person has a posting today.
 */
export async function mayReadAwards(
  ctx: RequestContext,
  postings: Pick<PostingReader, 'ofPerson'>,
  whose: WhoseAwards,
): Promise<boolean> {
  if (actingPerson(ctx) === whose.personId) return true;
  const reach = reachOf(ctx, certificationPermissions.read);
  if (reach === 'force') return true;
  const units: readonly UnitId[] = reach;
  if (units.length === 0) return false;
  const held = await postings.ofPerson(ctx.force, whose.personId, whose.today);
  return held.some((posting) => units.includes(posting.unitId));
}
