import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { AccessRepository } from '../access/access.repository.js';
import { mustBeAllowed } from '../access/may.js';
import { roleGranted } from '../events.js';
import { ForceReader } from '../force/force.reader.js';
import { endsAfterItBegins } from '../posting/posting.js';
import { oncePerThing } from '../second-arrival.js';
import type { UnitId } from '../unit/unit.js';
import {
  bundleBelongsHere,
  nobodyGrantsToThemselves,
  type RoleGrant,
  type RoleGrantId,
} from './role-grant.js';
import { RoleGround } from './role-ground.js';

/** Which bundle a person gets, for the force or for one unit and those below it; from today when no day is given. */
export interface GrantRoleInput {
  readonly personId: PersonId;
  readonly bundle: string;
  readonly unitId?: UnitId | null;
  readonly from?: CalendarDate | null;
  readonly to?: CalendarDate | null;
}

/** Grants a role. It acts at the person's next request. The same role again gives the grant that is there. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly work: UnitOfWork,
    private readonly forces: ForceReader,
    private readonly ground: RoleGround,
    private readonly access: AccessRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: GrantRoleInput): Promise<RoleGrant> {
    mustBeAllowed(ctx, 'identity.role.grant', { forceWide: true });
    const { people, units, grants } = this.ground;
    return oncePerThing(() =>
      this.work.run(ctx, async (announce) => {
        found(await people.byId(ctx.force, input.personId));
        const force = found(await this.forces.byId(ctx.force.forceId));
        const unitId = input.unitId ?? null;
        if (unitId !== null) found(await units.byId(ctx.force, unitId));
        const live = await grants.live(ctx.force, input.personId);

        nobodyGrantsToThemselves(actingPerson(ctx), input.personId);
        const bundle = bundleBelongsHere(input.bundle, force.kind);
        const from = input.from ?? londonDate(this.clock.now());
        const to = input.to ?? null;
        endsAfterItBegins({ from, to });
        const same = live.find((one) => one.bundle === bundle && one.unitId === unitId && one.to === to);
        if (same !== undefined && (input.from ?? same.from) === same.from) return same;
        const grant: RoleGrant = {
          id: newId<RoleGrantId>(),
          personId: input.personId,
          forceId: force.id,
          bundle,
          unitId,
          from,
          to,
          revokedAt: null,
        };

        await grants.add(grant);
        await this.access.grant(grant);
        announce(roleGranted({ personId: grant.personId, grantId: grant.id, bundle }));
        return grant;
      }),
    );
  }
}
