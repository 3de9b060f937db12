import type { SkillId } from '@app/framework';
import { type UnitId, UnitReader } from '@app/identity';
import { addMonths, type CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope } from '@app/platform/context/request-context.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { coverPoints } from '../cover/cover.js';
import { ANY } from '../cover/expand.js';
import { TallyReader } from '../cover/tally.reader.js';
import { isOfShift } from '../shift/shift-pattern.js';
import { type MinimumCover, minimumOn } from './minimum-cover.js';
import { MinimumCoverRepository } from './minimum-cover.repository.js';

/** How far ahead shortfalls are looked for. */
export const MONTHS_AHEAD = 24;

/** One minimum of a unit, and how it is met on a day and after it. */
export interface MinimumMet {
  readonly unitId: UnitId;
  readonly roleId: string;
  readonly skillId: SkillId;
  readonly level: number;
  readonly shift: string | null;
  /** As it was on the day; of days to come, as it is now. */
  readonly minimum: number;
  readonly inDate: number;
  /** How many are missing on the day. */
  readonly missing: number;
  /** Whether the loss of one person breaks the minimum, which holds. */
  readonly hangsOnOne: boolean;
  /** The first day, from the day on and within 24 months, on which too few are in date; null when there is none. */
  readonly firstShortOn: CalendarDate | null;
}

/** How the minimums of a unit and those below it are met. */
@Injectable()
export class ShortfallReader {
  constructor(
    private readonly minimums: MinimumCoverRepository,
    private readonly tallies: TallyReader,
    private readonly units: UnitReader,
  ) {}

  /** CAP-36. A page of minimums, of each unit one after another. */
  async page(
    scope: ForceScope,
    { unitId, on }: { unitId: UnitId; on: CalendarDate },
    { limit, after }: ListRequest,
  ): Promise<ListPage<MinimumMet>> {
    const minimums = await this.minimums.ofUnits(scope, await this.units.subtreeIds(scope, unitId));
    const then = minimums
      .flatMap((own) => {
        const minimum = minimumOn(own, on);
        return minimum === null ? [] : [{ ...own, minimum }];
      })
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const rest = then.filter((own) => after === null || keyOf(own) > after).slice(0, limit);
    const rows: MinimumMet[] = [];
    for (const own of rest) rows.push(await this.met(scope, own, on));
    return { rows, totalCount: then.length, keyOf };
  }

  /** How one minimum is met; null when there was none on the day. */
  async of(
    scope: ForceScope,
    need: Pick<MinimumCover, 'unitId' | 'roleId' | 'skillId' | 'level' | 'shift'>,
    on: CalendarDate,
  ): Promise<MinimumMet | null> {
    const own = await this.minimums.find(scope, need);
    const minimum = own === null ? null : minimumOn(own, on);
    return own === null || minimum === null ? null : this.met(scope, { ...own, minimum }, on);
  }

  private async met(scope: ForceScope, own: MinimumCover, on: CalendarDate): Promise<MinimumMet> {
    const { unitId, roleId, skillId, level, shift, minimum } = own;
    const shifts =
      shift === null
        ? [ANY]
        : (await this.tallies.shiftsIn(scope, unitId, roleId)).filter((each) => isOfShift(each, shift));
    const period = { from: on, to: addMonths(on, MONTHS_AHEAD) };
    const wanted = { unitIds: [unitId], roleIds: [roleId], shifts };
    const points = coverPoints(await this.tallies.over(scope, wanted, period), { skillId, level }, period);
    const inDate = points[0]?.inDate ?? 0;
    return {
      ...{ unitId, roleId, skillId, level, shift, minimum, inDate },
      missing: Math.max(0, minimum - inDate),
      hangsOnOne: minimum > 0 && inDate === minimum,
      firstShortOn: points.find((point) => point.inDate < minimum)?.on ?? null,
    };
  }
}

function keyOf({
  unitId,
  roleId,
  skillId,
  level,
  shift,
}: Pick<MinimumMet, 'unitId' | 'roleId' | 'skillId' | 'level' | 'shift'>): string {
  return [unitId, roleId, skillId, level, shift ?? ''].join('|');
}
