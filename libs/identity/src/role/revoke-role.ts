import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { AccessRepository } from '../access/access.repository.js';
import { mustBeAllowed } from '../access/may.js';
import { roleRevoked } from '../events.js';
import type { RoleGrant, RoleGrantId } from './role-grant.js';
import { RoleGrantRepository } from './role-grant.repository.js';

/** Which grant ends. */
export interface RevokeRoleInput {
  readonly grantId: RoleGrantId;
}

/** Revokes a role. It acts at the person's next request; the grant stays on record. */
@Injectable()
export class RevokeRole {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: RoleGrantRepository,
    private readonly access: AccessRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: RevokeRoleInput): Promise<RoleGrant> {
    mustBeAllowed(ctx, 'identity.role.revoke', { forceWide: true });
    return this.work.run(ctx, async (announce) => {
      const grant = found(await this.grants.byId(ctx.force, input.grantId));
      if (grant.revokedAt !== null) return grant;
      const revokedAt = this.clock.now();

      await this.grants.revoke(ctx.force, grant.id, revokedAt);
      await this.access.revoke(grant);
      announce(roleRevoked({ personId: grant.personId, grantId: grant.id, bundle: grant.bundle }));
      return { ...grant, revokedAt };
    });
  }
}
