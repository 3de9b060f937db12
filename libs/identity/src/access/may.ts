import type { HeldBundle, RequestContext } from '@app/platform/context/request-context.js';
import { Fault } from '@app/platform/refusal/fault.js';
import type { UnitId } from '../unit/unit.js';
import { permissionsOf } from './bundles.js';

/** A bundle as held now. A unit's bundle carries its reach: the unit and everything below it at this request. */
export interface HeldNow extends HeldBundle {
  readonly reach: readonly UnitId[] | null;
}

/** What something is done to: a unit of the force, or the force as a whole. Neither: the question of an entry point. */
export interface Target {
  readonly unitId?: UnitId;
  readonly forceWide?: boolean;
}

/** How far a permission reaches: the whole force, or these units only (none: not held at all). */
export type Reach = 'force' | readonly UnitId[];

/**
 * Whether the actor may do this in the force of the request. Without a unit: holds it anywhere in the force, which is the
 * question of an entry point. With one: holds it for the force, for that unit or for a unit above it. `forceWide`: holds it
 * for the whole force. The system may do what its code says.
 */
export function may(ctx: RequestContext, permission: string, target: Target = {}): boolean {
  const reach = reachOf(ctx, permission);
  if (reach === 'force') return true;
  if (target.forceWide === true) return false;
  return target.unitId === undefined ? reach.length > 0 : reach.includes(target.unitId);
}

/** How far the actor's permission reaches in the force of the request. */
export function reachOf(ctx: RequestContext, permission: string): Reach {
  if (ctx.actor.kind === 'system') return 'force';
  const giving = ctx.bundles.filter(
    (held) => held.forceId === ctx.force.forceId && permissionsOf(held.bundle).has(permission),
  );
  if (giving.some((held) => held.unitId === null)) return 'force';
  return [...new Set(giving.flatMap(unitsOf))];
}

/** As `may`, but throws FORBIDDEN. */
export function mustBeAllowed(ctx: RequestContext, permission: string, target: Target = {}): void {
  if (!may(ctx, permission, target)) throw new Fault('FORBIDDEN');
}

function unitsOf(held: HeldBundle): readonly UnitId[] {
  return (held as HeldNow).reach ?? (held.unitId === null ? [] : [held.unitId]);
}
