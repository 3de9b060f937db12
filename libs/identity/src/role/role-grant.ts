import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import { type Bundle, isBundle, PLACE } from '../access/bundles.js';
import type { ForceKind } from '../force/force.js';
import { refusal } from '../refusals.js';
import type { UnitId } from '../unit/unit.js';

export type RoleGrantId = Id<'RoleGrant'>;

/**
 * A role bundle held by a person in a force or at the College, perhaps for one unit and those below it, from a day,
 * perhaps to a day (both included). `officer` is everyone's and never granted. A revoked grant stays on record.
 */
export interface RoleGrant {
  readonly id: RoleGrantId;
  readonly personId: PersonId;
  readonly forceId: ForceId;
  readonly bundle: Bundle;
  readonly unitId: UnitId | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly revokedAt: Date | null;
}

/** Refuses a bundle that does not exist (IDN-18), or that is not held in such a body (IDN-19). */
export function bundleBelongsHere(bundle: string, kind: ForceKind): Bundle {
  if (!isBundle(bundle)) throw refusal('BUNDLE_UNKNOWN', { field: 'bundle' });
  const place = PLACE[bundle];
  const here = kind === 'college' ? 'college' : 'force';
  if (place !== 'either' && place !== here) throw refusal('BUNDLE_NOT_OF_THIS_BODY', { field: 'bundle' });
  return bundle;
}

/** Refuses a person who gives themselves a role (IDN-20). */
export function nobodyGrantsToThemselves(actor: PersonId | undefined, personId: PersonId): void {
  if (actor === personId) throw refusal('ROLE_SELF_GRANTED', { field: 'personId' });
}
