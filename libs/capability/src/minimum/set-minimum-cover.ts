import { RoleProfileReader, type SkillId, SkillReader } from '@app/framework';
import { mustBeAllowed, type UnitId, UnitReader } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { capabilityPermissions } from '../access.js';
import { minimumCoverSet } from '../events.js';
import { refusal } from '../refusals.js';
import { type MinimumCover, minimumIsSensible } from './minimum-cover.js';
import { MinimumCoverRepository } from './minimum-cover.repository.js';

export interface SetMinimumCoverInput {
  readonly unitId: UnitId;
  readonly roleId: string;
  readonly skillId: SkillId;
  /** 1–4. */
  readonly level: number;
  /** 0–10,000 people. */
  readonly minimum: number;
}

/** Sets how many people a unit needs at least. The same minimum again changes nothing. */
@Injectable()
export class SetMinimumCover {
  constructor(
    private readonly work: UnitOfWork,
    private readonly minimums: MinimumCoverRepository,
    private readonly units: UnitReader,
    private readonly profiles: RoleProfileReader,
    private readonly skills: SkillReader,
  ) {}

  async execute(ctx: RequestContext, input: SetMinimumCoverInput): Promise<MinimumCover> {
    minimumIsSensible(input);
    await this.needExists(input);
    return this.work.run(ctx, async (announce) => {
      found(await this.units.byId(ctx.force, input.unitId));
      mustBeAllowed(ctx, capabilityPermissions.setMinimum, { unitId: input.unitId });
      const known = await this.minimums.find(ctx.force, input);
      if (known?.minimum === input.minimum) return known;
      const { unitId, roleId, skillId, level, minimum } = input;
      const next = { unitId, roleId, skillId, level, minimum, revision: known?.revision ?? 0 };
      await this.minimums.save(ctx.force, next);
      announce(minimumCoverSet({ unitId, roleId, skillId, level, minimum, before: known?.minimum ?? null }));
      return { ...next, revision: next.revision + 1 };
    });
  }

  /** CAP-07. Refuses a role or a skill that the framework does not have. */
  private async needExists({ roleId, skillId }: SetMinimumCoverInput): Promise<void> {
    if ((await this.profiles.ofRole(roleId)) === null)
      throw refusal('COVER_ROLE_UNKNOWN', { facts: { role: roleId }, field: 'roleId' });
    if ((await this.skills.byId(skillId)) === null)
      throw refusal('COVER_SKILL_UNKNOWN', { facts: { skill: skillId }, field: 'skillId' });
  }
}
