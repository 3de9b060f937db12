import { type SkillId, SkillReader } from '@app/framework';
import type { UnitId } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { POSTED, supervisedColumn } from './columns.js';
import { ANY } from './expand.js';
import type { View } from './profile.js';
import { TallyReader } from './tally.reader.js';

/** Cover of a whole force on a day, by one kind of person. */
export interface ForceCoverRequest {
  readonly on: CalendarDate;
  /** Absent: any role, each person once. */
  readonly roleId?: string | null;
  readonly view?: View;
}

/** One skill in one unit: how many are in date at level 1, 2, 3 and 4 or above, and how many only under supervision. */
export interface SkillCount {
  readonly skillId: SkillId;
  readonly inDate: readonly number[];
  readonly supervised: readonly number[];
}

/** A unit with those below it, or (null) the whole force: each person once. */
export interface UnitCount {
  readonly unitId: UnitId | null;
  readonly posted: number;
  /** Every skill of the framework, in its order. */
  readonly skills: readonly SkillCount[];
}

const LEVELS = [1, 2, 3, 4] as const;

/** All units and all skills of a force in one read of counts: three documents a unit, however many people there are. */
@Injectable()
export class ForceCoverReader {
  constructor(
    private readonly tallies: TallyReader,
    private readonly skills: SkillReader,
  ) {}

  /** The whole force first, then each unit in which somebody is or was posted. */
  async of(scope: ForceScope, request: ForceCoverRequest): Promise<UnitCount[]> {
    const skillIds = (await this.skills.all()).map(({ id }) => id);
    const wanted = { view: request.view ?? 'now', roleIds: [request.roleId ?? ANY] };
    const { columns, numbers } = await this.tallies.on(scope, wanted, request.on);
    const counts = [...numbers.values()].map(({ key, numbers: own }) => ({
      unitId: key.unitId,
      posted: columns.count(own, POSTED),
      skills: skillIds.map((skillId) => ({
        skillId,
        inDate: LEVELS.map((level) => columns.count(own, skillId, level)),
        supervised: LEVELS.map((level) => columns.count(own, supervisedColumn(skillId), level)),
      })),
    }));
    return counts.sort((a, b) => ((a.unitId ?? '') < (b.unitId ?? '') ? -1 : 1));
  }
}
