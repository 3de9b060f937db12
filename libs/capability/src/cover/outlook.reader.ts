import type { SkillId } from '@app/framework';
import { type UnitId, UnitReader } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { dayOf } from './day.js';
import { type ProfileOf, ProfileRepository } from './profile.repository.js';
import { StateRepository } from './state.repository.js';
import { countsAt, heldOn, isPresent, postsOn, type Whereabouts } from './who.js';

/** A skill at a level, or above, that exactly one person of a unit holds in date. */
export interface SinglePoint {
  readonly skillId: SkillId;
  readonly level: number;
  readonly personId: PersonId;
}

/** How a skill is spread over the units in which its holders are posted. */
export interface Concentration {
  readonly people: number;
  /** By how many hold it, the most first. Somebody posted to two units counts in each. */
  readonly units: readonly { readonly unitId: UnitId; readonly people: number }[];
  /** The Herfindahl–Hirschman index: the sum of the squares of the units' shares, from near 0 to 1 (one unit has all). */
  readonly index: number;
}

/** A need, today and on a later day. */
export interface OutlookRequest extends Whereabouts {
  readonly skillId: SkillId;
  /** 1–4. */
  readonly level: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** How many will be in date on a later day: if nobody renews, and if everybody does who is in date on the first day and stays. */
export interface Outlook {
  readonly now: number;
  readonly ifNobodyRenews: number;
  readonly ifAllRenew: number;
  /** Those in date on the first day whose postings there end before the later one. */
  readonly leavers: number;
}

const LEVELS = [1, 2, 3, 4] as const;

/** What hangs on few people, and what comes of it: from the profiles that counts are made of, in one pass over a unit's. */
@Injectable()
export class OutlookReader {
  constructor(
    private readonly states: StateRepository,
    private readonly profiles: ProfileRepository,
    private readonly units: UnitReader,
  ) {}

  /** CAP-37. What exactly one person of the unit and those below it holds in date, by skill and level. */
  async singlePoints(scope: ForceScope, unitId: UnitId, on: CalendarDate): Promise<SinglePoint[]> {
    const day = dayOf(on);
    const holders = new Map<string, SinglePoint | null>();
    for await (const { personId, profile } of this.people(scope, unitId)) {
      if (!isPresent(profile, day) || postsOn(profile, { unitId }, day).length === 0) continue;
      for (const { skillId } of profile.held) {
        const held = heldOn(profile, skillId, day);
        for (const level of LEVELS.filter((each) => each <= held)) {
          const name = `${skillId}/${level}`;
          holders.set(name, holders.has(name) ? null : { skillId, level, personId });
        }
      }
    }
    const single = [...holders].filter(([, point]) => point !== null).sort(([a], [b]) => (a < b ? -1 : 1));
    return single.flatMap(([, point]) => point ?? []);
  }

  /** CAP-38. Over which units the holders of a skill at a level or above are spread. */
  async concentration(
    scope: ForceScope,
    { level, on, ...where }: Omit<OutlookRequest, 'from' | 'to'> & { on: CalendarDate },
  ): Promise<Concentration> {
    const day = dayOf(on);
    const byUnit = new Map<UnitId, number>();
    let people = 0;
    for await (const { profile } of this.people(scope, where.unitId)) {
      if (countsAt(profile, where, day) < level) continue;
      people += 1;
      const units = new Set(postsOn(profile, where, day).flatMap(({ path }) => path.at(-1) ?? []));
      for (const unitId of units) byUnit.set(unitId, (byUnit.get(unitId) ?? 0) + 1);
    }
    const units = [...byUnit]
      .map(([unitId, count]) => ({ unitId, people: count }))
      .sort((a, b) => b.people - a.people || (a.unitId < b.unitId ? -1 : 1));
    const all = units.reduce((sum, unit) => sum + unit.people, 0);
    const index = units.reduce((sum, unit) => sum + (unit.people / all) ** 2, 0);
    return { people, units, index };
  }

  /** CAP-39. What becomes of a need with and without renewals. */
  async outlook(scope: ForceScope, request: OutlookRequest): Promise<Outlook> {
    const [first, last] = [dayOf(request.from), dayOf(request.to)];
    const sums = { now: 0, ifNobodyRenews: 0, ifAllRenew: 0, leavers: 0 };
    for await (const { profile } of this.people(scope, request.unitId)) {
      const isIn = countsAt(profile, request, first) >= request.level;
      const isInLater = countsAt(profile, request, last) >= request.level;
      const isThereLater = postsOn(profile, request, last).length > 0;
      sums.now += Number(isIn);
      sums.ifNobodyRenews += Number(isInLater);
      sums.ifAllRenew += Number(isInLater || (isIn && isThereLater && isPresent(profile, last)));
      sums.leavers += Number(isIn && !isThereLater);
    }
    return sums;
  }

  /** Everybody who is or was posted to the unit or below it, each once. */
  private async *people(scope: ForceScope, unitId: UnitId): AsyncGenerator<ProfileOf> {
    const { generation } = await this.states.of(scope);
    const unitIds = await this.units.subtreeIds(scope, unitId);
    for await (const batch of this.profiles.inUnits(scope, generation, unitIds)) yield* batch;
  }
}
