import { RoleProfileReader, type SkillId, SkillReader } from '@app/framework';
import { mustBeAllowed, type UnitId, UnitReader } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { capabilityPermissions } from '../access.js';
import { minimumCoverSet } from '../events.js';
import { refusal } from '../refusals.js';
import { ShiftPatternRepository } from '../shift/shift-pattern.repository.js';
import { type MinimumCover, minimumIsSensible } from './minimum-cover.js';
import { MinimumCoverRepository } from './minimum-cover.repository.js';

export interface SetMinimumCoverInput {
  readonly unitId: UnitId;
  readonly roleId: string;
  readonly skillId: SkillId;
  /** 1–4. */
  readonly level: number;
  /** A pattern of shifts that the force keeps; absent: whatever their shift. */
  readonly shift?: string | null;
  /** 0–10,000 people. */
  readonly minimum: number;
}

/** CAP-07, CAP-34. Whether what a minimum is for exists. */
@Injectable()
export class CoverNeeds {
  constructor(
    private readonly profiles: RoleProfileReader,
    private readonly skills: SkillReader,
    private readonly shifts: ShiftPatternRepository,
  ) {}

  /** Refuses a role or a skill that the framework does not have, and a shift that the force does not keep. */
  async mustExist(
    scope: ForceScope,
    { roleId, skillId, shift = null }: Pick<SetMinimumCoverInput, 'roleId' | 'skillId' | 'shift'>,
  ): Promise<void> {
    if ((await this.profiles.ofRole(roleId)) === null)
      throw refusal('COVER_ROLE_UNKNOWN', { facts: { role: roleId }, field: 'roleId' });
    if ((await this.skills.byId(skillId)) === null)
      throw refusal('COVER_SKILL_UNKNOWN', { facts: { skill: skillId }, field: 'skillId' });
    if (shift !== null && (await this.shifts.byName(scope, shift)) === null)
      throw refusal('COVER_SHIFT_UNKNOWN', { facts: { shift }, field: 'shift' });
  }
}

/** Sets how many people a unit needs at least. The same minimum again changes nothing. */
@Injectable()
export class SetMinimumCover {
  constructor(
    private readonly work: UnitOfWork,
    private readonly minimums: MinimumCoverRepository,
    private readonly units: UnitReader,
    private readonly needs: CoverNeeds,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: SetMinimumCoverInput): Promise<MinimumCover> {
    minimumIsSensible(input);
    await this.needs.mustExist(ctx.force, input);
    const shift = input.shift ?? null;
    return this.work.run(ctx, async (announce) => {
      found(await this.units.byId(ctx.force, input.unitId));
      mustBeAllowed(ctx, capabilityPermissions.setMinimum, { unitId: input.unitId });
      const known = await this.minimums.find(ctx.force, { ...input, shift });
      if (known?.minimum === input.minimum) return known;
      const { unitId, roleId, skillId, level, minimum } = input;
      const history = [...(known?.history ?? []), { at: this.clock.now(), minimum }];
      const need = { unitId, roleId, skillId, level, shift };
      const next = { ...need, minimum, history, revision: known?.revision ?? 0 };
      await this.minimums.save(ctx.force, next);
      announce(minimumCoverSet({ ...need, minimum, before: known?.minimum ?? null }));
      return { ...next, revision: next.revision + 1 };
    });
  }
}
