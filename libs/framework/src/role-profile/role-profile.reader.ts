import { Injectable } from '@nestjs/common';
import { CurrentFramework } from '../version/current-framework.reader.js';
import type { Rank, Role, RoleProfile } from './role-profile.js';

/** Roles, ranks and what roles need, of the framework in use. National. */
@Injectable()
export class RoleProfileReader {
  constructor(private readonly framework: CurrentFramework) {}

  /** Every role profile, in the order of the framework. */
  async all(): Promise<readonly RoleProfile[]> {
    return (await this.framework.read()).profiles;
  }

  /** The profile of a role; null when the role has none. */
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
