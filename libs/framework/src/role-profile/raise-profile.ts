import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { profileRaised } from '../events.js';
import { refusal as frameworkRefusal } from '../refusals.js';
import { CurrentFramework } from '../version/current-framework.reader.js';
import {
  mustBeAhead,
  mustNotOverlap,
  mustRaise,
  type ProfileRaise,
  type ProfileRaiseId,
} from './profile-raise.js';
import { ProfileRaiseRepository } from './profile-raise.repository.js';
import type { ProfileRequirement, RoleProfile } from './role-profile.js';

export interface RaiseProfileInput extends ProfileRequirement {
  readonly roleId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** Asks more of a role in one's own force than the nation does (FRM-33). The same again changes nothing. */
@Injectable()
export class RaiseProfile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly raises: ProfileRaiseRepository,
    private readonly framework: CurrentFramework,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: RaiseProfileInput): Promise<ProfileRaise> {
    const national = await this.nationalOf(input);
    return this.work.run(ctx, async (announce) => {
      const others = await this.raises.ofNeed(ctx.force, input);
      const same = others.find((each) => isSame(each, input));
      if (same !== undefined) return same;
      mustRaise(input, national);
      mustBeAhead(input, londonDate(this.clock.now()));
      mustNotOverlap(input, others);

      const { roleId, skillId, level, essential, from, to } = input;
      const raise = { roleId, skillId, level, essential, from, to };
      const id = newId<ProfileRaiseId>();
      await this.raises.add(ctx.force, { id, ...raise, revision: 1 });
      announce(profileRaised({ raiseId: id, ...raise }));
      return { id, ...raise, revision: 1 };
    });
  }

  /** FRM-01. The national profile on the first day. Refuses a role or a skill that there is not. */
  private async nationalOf({ roleId, skillId, from }: RaiseProfileInput): Promise<RoleProfile> {
    const { profiles, skills } = await this.framework.read(from);
    const unknown = (key: string, field: string) =>
      frameworkRefusal('FRAMEWORK_REFERENCE_UNKNOWN', { facts: { key, where: roleId }, field });
    const profile = profiles.find((each) => each.roleId === roleId);
    if (profile === undefined) throw unknown(roleId, 'roleId');
    if (skills.every(({ id }) => id !== skillId)) throw unknown(skillId, 'skillId');
    return profile;
  }
}

function isSame(raise: ProfileRaise, { level, essential, from, to }: RaiseProfileInput): boolean {
  return raise.level === level && raise.essential === essential && raise.from === from && raise.to === to;
}
