import { reachOf, type UnitId } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';

/** Who may read standing: oneself always; of others, holders of `read` in the force or in a unit of theirs. */
export const standingPermissions = {
  readOwn: 'standing.standing.read-own',
  read: 'standing.standing.read',
} as const;

/** STD-07. Whether the actor may read the standing of somebody of the force who is posted to these units. */
export function readsStandingOf(ctx: RequestContext, unitIds: readonly UnitId[]): boolean {
  const reach = reachOf(ctx, standingPermissions.read);
  return reach === 'force' || unitIds.some((unitId) => reach.includes(unitId));
}
