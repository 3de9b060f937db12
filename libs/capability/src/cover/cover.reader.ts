import { RoleProfileReader, type SkillId, SkillReader } from '@app/framework';
import type { UnitId } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { MinimumCoverRepository } from '../minimum/minimum-cover.repository.js';
import { type Cell, cellKey } from './contribution.js';
import {
  type Counts,
  type CoverPoint,
  type CoverRow,
  coverPoints,
  coverRow,
  type Need,
  needCell,
  needFor,
  needsOf,
  periodIsReadable,
  postedCell,
  supervisedCell,
} from './cover.js';
import { stepsOf } from './cover.mapping.js';
import { COVER_COUNT, type StoredCount } from './cover.schema.js';
import { countOn } from './steps.js';

/** Which rows of a unit's cover are wanted, on which day. */
export interface CoverRequest {
  readonly on: CalendarDate;
  readonly roleId?: string | null;
  readonly skillId?: SkillId | null;
}

/** One need of a unit over a period, both days included. */
export interface CoverOverRequest {
  readonly roleId: string;
  readonly skillId: SkillId;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Cover of units from the counts that events keep: one read of counts, whatever the head count. */
@Injectable()
export class CoverReader {
  constructor(
    @InjectModel(COVER_COUNT) private readonly counts: Model<StoredCount>,
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
    const cells = needs.flatMap((need) => [
      needCell(unitId, need),
      supervisedCell(unitId, need),
      postedCell(unitId, need.roleId),
    ]);
    const counts = await this.countsOf(scope, cells);
    const facts = { unitId, on: request.on, counts, ...(await this.names()) };
    const rows = needs.map((need) => coverRow(need, facts));
    const isAsked = (request.roleId ?? null) !== null;
    return rows.filter(({ posted, minimum }) => isAsked || posted > 0 || minimum !== null);
  }

  /** One need over a period: on the first day, and on each later day on which a figure moves. */
  async over(scope: ForceScope, unitId: UnitId, request: CoverOverRequest): Promise<CoverPoint[]> {
    periodIsReadable(request);
    const need = needFor(await this.needs(scope, unitId, request.from), request.skillId, request.roleId);
    const inDate = needCell(unitId, need);
    const supervised = supervisedCell(unitId, need);
    const posted = postedCell(unitId, need.roleId);
    const counts = await this.countsOf(scope, [inDate, supervised, posted]);
    const steps = (cell: Cell) => counts.get(cellKey(cell)) ?? [];
    const figures = { inDate: steps(inDate), supervised: steps(supervised), posted: steps(posted) };
    return coverPoints(figures, request);
  }

  /** How many people of the whole force are in date for a need on a day, each once. */
  async ofForce(
    scope: ForceScope,
    need: Omit<Need, 'essential' | 'minimum'>,
    on: CalendarDate,
  ): Promise<number> {
    const cell = needCell(null, need);
    return countOn((await this.countsOf(scope, [cell])).get(cellKey(cell)) ?? [], on);
  }

  private async needs(scope: ForceScope, unitId: UnitId, on: CalendarDate): Promise<Need[]> {
    return needsOf(await this.profiles.inForce(scope, on), await this.minimums.ofUnit(scope, unitId));
  }

  private async countsOf(scope: ForceScope, cells: readonly Cell[]): Promise<Counts> {
    const stored = await this.counts
      .find(
        { forceId: objectId(scope.forceId), cell: { $in: [...new Set(cells.map(cellKey))] } },
        { cell: 1, steps: 1 },
      )
      .lean<Pick<StoredCount, 'cell' | 'steps'>[]>();
    return new Map(stored.map(({ cell, steps }) => [cell, stepsOf(steps)]));
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
