import type { RoleProfile, Skill, SkillId } from '@app/framework';
import type { UnitId } from '@app/identity';
import { addMonths, type CalendarDate } from '@app/platform/clock/calendar.js';
import { englishOnly, type Words } from '@app/platform/context/words.js';
import type { MinimumCover } from '../minimum/minimum-cover.js';
import { refusal } from '../refusals.js';
import { type Cell, cellKey } from './contribution.js';
import { countOn, countsOver, type Step } from './steps.js';

/** The longest period that cover is asked over, in calendar months. */
export const LONGEST_PERIOD_MONTHS = 36;

/** One need: people in a role, in date in a skill at a level or above. */
export interface Need {
  readonly roleId: string;
  readonly skillId: SkillId;
  /** 1–4. */
  readonly level: number;
  /** False where the role profile says desirable, or says nothing and only a minimum asks for it. */
  readonly essential: boolean;
  /** The unit's minimum; null when none is set. */
  readonly minimum: number | null;
}

/** One need of a role in a unit and those below it, on a day. */
export interface CoverRow extends Need {
  readonly unitId: UnitId;
  readonly roleName: Words;
  readonly skillName: Words;
  /** People posted there in the role on that day, absent and suspended ones included. */
  readonly posted: number;
  /** Those of them who are present, not suspended, in date at the level and authorised to practise. */
  readonly inDate: number;
  /** Those who are so only under supervision: shown apart, and never counted in `inDate`. */
  readonly supervised: number;
  /** Whether fewer are in date than the minimum asks. */
  readonly short: boolean;
}

/** One need on a day. */
export interface CoverPoint {
  readonly on: CalendarDate;
  readonly inDate: number;
  readonly supervised: number;
  readonly posted: number;
}

/** Steps of counts by cell key. */
export type Counts = ReadonlyMap<string, readonly Step[]>;

/** The needs of the profiles, with the unit's minimums, and of minimums that no profile asks for. */
export function needsOf(profiles: readonly RoleProfile[], minimums: readonly MinimumCover[]): Need[] {
  const minimumOf = new Map(minimums.map((minimum) => [keyOf(minimum), minimum.minimum]));
  const asked = profiles.flatMap(({ roleId, requirements }) =>
    requirements.map(({ skillId, level, essential }) => {
      const key = keyOf({ roleId, skillId, level });
      return { roleId, skillId, level, essential, minimum: minimumOf.get(key) ?? null };
    }),
  );
  const known = new Set(asked.map(keyOf));
  const extra = minimums.filter((minimum) => !known.has(keyOf(minimum)));
  return [
    ...asked,
    ...extra.map(({ roleId, skillId, level, minimum }) => ({
      roleId,
      skillId,
      level,
      essential: false,
      minimum,
    })),
  ];
}

function keyOf(need: { roleId: string; skillId: string; level: number }): string {
  return `${need.roleId}/${need.skillId}/${need.level}`;
}

/** The cell that counts a need in a unit. */
export function needCell(
  unitId: UnitId | null,
  { roleId, skillId, level }: Omit<Need, 'essential' | 'minimum'>,
): Cell {
  return { unitId, roleId, need: { skillId, level } };
}

/** The cell that counts those who meet a need only under supervision. */
export function supervisedCell(unitId: UnitId | null, need: Omit<Need, 'essential' | 'minimum'>): Cell {
  return { ...needCell(unitId, need), supervised: true };
}

/** The cell that counts the people posted in a role. */
export function postedCell(unitId: UnitId | null, roleId: string): Cell {
  return { unitId, roleId, need: null };
}

/** What a row takes its figures and names from. */
export interface RowFacts {
  readonly unitId: UnitId;
  readonly on: CalendarDate;
  readonly counts: Counts;
  readonly roleNames: ReadonlyMap<string, Words>;
  readonly skills: ReadonlyMap<SkillId, Skill>;
}

/** CAP-01. A need's figures on the day. */
export function coverRow(need: Need, facts: RowFacts): CoverRow {
  const count = (cell: Cell) => countOn(facts.counts.get(cellKey(cell)) ?? [], facts.on);
  const inDate = count(needCell(facts.unitId, need));
  const posted = count(postedCell(facts.unitId, need.roleId));
  return {
    ...need,
    unitId: facts.unitId,
    roleName: facts.roleNames.get(need.roleId) ?? englishOnly(need.roleId),
    skillName: facts.skills.get(need.skillId)?.name ?? englishOnly(need.skillId),
    posted,
    inDate,
    supervised: count(supervisedCell(facts.unitId, need)),
    short: need.minimum !== null && inDate < need.minimum,
  };
}

/** CAP-08. All figures on the first day and on each later day of the period on which one of them moves. */
export function coverPoints(
  steps: { inDate: readonly Step[]; supervised: readonly Step[]; posted: readonly Step[] },
  period: { from: CalendarDate; to: CalendarDate },
): CoverPoint[] {
  const { inDate, supervised, posted } = steps;
  const days = [inDate, supervised, posted].flatMap((each) => countsOver(each, period)).map(({ on }) => on);
  return [...new Set(days)].sort().map((on) => ({
    on,
    inDate: countOn(inDate, on),
    supervised: countOn(supervised, on),
    posted: countOn(posted, on),
  }));
}

/** CAP-08. Refuses a period that ends before it begins, or is longer than 36 months. */
export function periodIsReadable(period: { from: CalendarDate; to: CalendarDate }): void {
  if (period.to < period.from || period.to > addMonths(period.from, LONGEST_PERIOD_MONTHS))
    throw refusal('COVER_PERIOD_WRONG', { facts: { months: LONGEST_PERIOD_MONTHS }, field: 'to' });
}

/** CAP-09. The need that a role and a skill stand for: the profile's, else the unit's highest minimum. */
export function needFor(needs: readonly Need[], skillId: SkillId, roleId: string): Need {
  const asked = needs.filter((need) => need.skillId === skillId && need.roleId === roleId);
  const [need] = [...asked].sort((a, b) => Number(b.essential) - Number(a.essential) || b.level - a.level);
  if (need === undefined)
    throw refusal('COVER_NEED_UNKNOWN', { facts: { role: roleId, skill: skillId }, field: 'skillId' });
  return need;
}
