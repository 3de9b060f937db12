import { RoleProfileReader, type SkillId, SkillReader } from '@app/framework';
import type { UnitId } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { minimumOn } from '../minimum/minimum-cover.js';
import { MinimumCoverRepository } from '../minimum/minimum-cover.repository.js';
import {
  type CoverPoint,
  type CoverRow,
  coverPoints,
  coverRow,
  type Need,
  needFor,
  needsOf,
  periodIsReadable,
} from './cover.js';
import { ANY, tallyName } from './expand.js';
import type { View } from './profile.js';
import { TallyReader } from './tally.reader.js';

/** Which rows of a unit's cover are wanted, on which day. */
export interface CoverRequest {
  readonly on: CalendarDate;
  readonly roleId?: string | null;
  readonly skillId?: SkillId | null;
  /** `past`: as it was known on that very day. */
  readonly view?: View;
}

/** One need of a unit over a period, both days included. */
export interface CoverOverRequest {
  readonly roleId: string;
  readonly skillId: SkillId;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly view?: View;
}

/** Cover of units from the counts that events keep: one read of counts, whatever the head count. */
@Injectable()
export class CoverReader {
  constructor(
    private readonly tallies: TallyReader,
    private readonly profiles: RoleProfileReader,
    private readonly skills: SkillReader,
    private readonly minimums: MinimumCoverRepository,
  ) {}

  /**
   * The needs of a unit and those below it on a day: of every role that somebody is posted in or a minimum asks for, or of
   * the role that was asked about.
   */
  async of(scope: ForceScope, unitId: UnitId, request: CoverRequest): Promise<CoverRow[]> {
    const needs = (await this.needs(scope, unitId, request.on)).filter((need) => isWanted(need, request));
    const view = request.view ?? 'now';
    const roleIds = [...new Set(needs.map(({ roleId }) => roleId))];
    const { columns, numbers } = await this.tallies.on(
      scope,
      { view, unitIds: [unitId], roleIds },
      request.on,
    );
    const names = await this.names();
    const rows = needs.map((need) => {
      const name = tallyName({ view, unitId, roleId: need.roleId, shift: ANY });
      const figures = { columns, numbers: numbers.get(name)?.numbers ?? [] };
      return coverRow(need, { unitId, figures, ...names });
    });
    const isAsked = (request.roleId ?? null) !== null;
    return rows.filter(({ posted, minimum }) => isAsked || posted > 0 || minimum !== null);
  }

  /** One need over a period: on the first day, and on each later day on which a figure moves. */
  async over(scope: ForceScope, unitId: UnitId, request: CoverOverRequest): Promise<CoverPoint[]> {
    periodIsReadable(request);
    const { roleId, skillId, view = 'now' } = request;
    const need = needFor(await this.needs(scope, unitId, request.from), skillId, roleId);
    const wanted = { view, unitIds: [unitId], roleIds: [roleId] };
    return coverPoints(await this.tallies.over(scope, wanted, request), need, request);
  }

  /** How many people of the whole force are in date for a need on a day, each once. `*` is any role. */
  async ofForce(
    scope: ForceScope,
    { roleId, skillId, level }: Omit<Need, 'essential' | 'minimum'>,
    on: CalendarDate,
  ): Promise<number> {
    const wanted = { unitIds: [null], roleIds: [roleId] };
    const { columns, numbers } = await this.tallies.on(scope, wanted, on);
    const name = tallyName({ view: 'now', unitId: null, roleId, shift: ANY });
    return columns.count(numbers.get(name)?.numbers ?? [], skillId, level);
  }

  private async needs(scope: ForceScope, unitId: UnitId, on: CalendarDate): Promise<Need[]> {
    const minimums = (await this.minimums.ofUnit(scope, unitId)).filter(({ shift }) => shift === null);
    const then = minimums.flatMap((each) => {
      const minimum = minimumOn(each, on);
      return minimum === null ? [] : [{ ...each, minimum }];
    });
    return needsOf(await this.profiles.inForce(scope, on), then);
  }

  private async names() {
    const roles = await this.profiles.all();
    const skills = await this.skills.all();
    return {
      roleNames: new Map(roles.map(({ roleId, roleName }) => [roleId, roleName])),
      skills: new Map(skills.map((skill) => [skill.id, skill])),
    };
  }
}

function isWanted(need: Need, { roleId, skillId }: CoverRequest): boolean {
  return (roleId ?? need.roleId) === need.roleId && (skillId ?? need.skillId) === need.skillId;
}
