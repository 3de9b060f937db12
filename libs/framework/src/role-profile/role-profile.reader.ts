import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { CurrentFramework } from '../version/current-framework.reader.js';
import { type EffectiveProfile, effectiveProfile } from './profile-raise.js';
import { ProfileRaiseRepository } from './profile-raise.repository.js';
import type { Rank, Role, RoleProfile } from './role-profile.js';

/** Roles, ranks and what roles need, of the framework in use. National. */
@Injectable()
export class RoleProfileReader {
  constructor(
    private readonly framework: CurrentFramework,
    private readonly raises: ProfileRaiseRepository,
  ) {}

  /** Every national profile, in the order of the framework; of the version in force on a day, today when left out. */
  async all(on?: CalendarDate): Promise<readonly RoleProfile[]> {
    return (await this.framework.read(on)).profiles;
  }

  /** FRM-34. What every role needs in a force on a day: the national profile, raised by the force. One read of its additions. */
  async inForce(scope: ForceScope, on: CalendarDate): Promise<readonly EffectiveProfile[]> {
    const raises = await this.raises.holding(scope, on);
    return (await this.all(on)).map((profile) => effectiveProfile(profile, raises));
  }

  /** FRM-34. As `inForce`, of one role; null when it has no profile. */
  async effective(scope: ForceScope, roleId: string, on: CalendarDate): Promise<EffectiveProfile | null> {
    return (await this.inForce(scope, on)).find((profile) => profile.roleId === roleId) ?? null;
  }

  /** The national profile of a role; null when the role has none. */
  async ofRole(roleId: string): Promise<RoleProfile | null> {
    return (await this.all()).find((profile) => profile.roleId === roleId) ?? null;
  }

  /** Every role. */
  async roles(): Promise<readonly Role[]> {
    return (await this.framework.read()).roles;
  }

  /** Every rank and grade. */
  async ranks(): Promise<readonly Rank[]> {
    return (await this.framework.read()).ranks;
  }
}
