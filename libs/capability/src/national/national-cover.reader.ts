import { isSkillLevel, type SkillId, SkillReader } from '@app/framework';
import { type Force, ForceReader } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { scopeOf } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { ANY, tallyName } from '../cover/expand.js';
import { TallyReader } from '../cover/tally.reader.js';
import { refusal } from '../refusals.js';
import { type Shown, shownParts } from './suppression.js';

/** One skill at a level across the forces. */
export interface NationalCoverRequest {
  readonly skillId: SkillId;
  /** 1–4. */
  readonly level: number;
  /** The first day of a month. */
  readonly on: CalendarDate;
}

/** What the College is shown: figures to the nearest five, null below five (CAP-40). */
export interface NationalCover {
  readonly forces: readonly { readonly force: Force; readonly inDate: Shown }[];
  readonly total: Shown;
}

const MOST_FORCES = 1000;

/** CAP-40, CAP-41. Counts by force for the College: never names, never units. */
@Injectable()
export class NationalCoverReader {
  constructor(
    private readonly forces: ForceReader,
    private readonly skills: SkillReader,
    private readonly tallies: TallyReader,
  ) {}

  async of(request: NationalCoverRequest): Promise<NationalCover> {
    await this.isAskable(request);
    const { rows } = await this.forces.page({ limit: MOST_FORCES, after: null });
    const forces = rows.filter(({ kind }) => kind !== 'college');
    const counts = new Map<Force, number>();
    for (const force of forces) counts.set(force, await this.inDate(force, request));
    const { parts, total } = shownParts(counts);
    return { forces: forces.map((force) => ({ force, inDate: parts.get(force) ?? null })), total };
  }

  private async isAskable({ skillId, level, on }: NationalCoverRequest): Promise<void> {
    if (!isSkillLevel(level)) throw refusal('COVER_LEVEL_WRONG', { field: 'level' });
    if (!on.endsWith('-01')) throw refusal('COVER_DAY_NOT_PUBLISHED', { field: 'on' });
    if ((await this.skills.byId(skillId)) === null)
      throw refusal('COVER_SKILL_UNKNOWN', { facts: { skill: skillId }, field: 'skillId' });
  }

  private async inDate(force: Force, { skillId, level, on }: NationalCoverRequest): Promise<number> {
    const { columns, numbers } = await this.tallies.on(scopeOf(force.id), { unitIds: [null] }, on);
    const name = tallyName({ view: 'now', unitId: null, roleId: ANY, shift: ANY });
    return columns.count(numbers.get(name)?.numbers ?? [], skillId, level);
  }
}
