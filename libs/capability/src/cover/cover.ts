import type { RoleProfile, Skill, SkillId } from '@app/framework';
import type { UnitId } from '@app/identity';
import { addMonths, type CalendarDate } from '@app/platform/clock/calendar.js';
import { englishOnly, type Words } from '@app/platform/context/words.js';
import type { MinimumCover } from '../minimum/minimum-cover.js';
import { refusal } from '../refusals.js';
import { type Columns, POSTED, supervisedColumn } from './columns.js';
import { dateOf, dayOf } from './day.js';
import { cellOf, dayIn } from './moves.js';
import type { TalliedOver } from './tally.reader.js';

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

/** The numbers of one role in a unit on a day, and what they count. */
export interface Figures {
  readonly columns: Columns;
  readonly numbers: ArrayLike<number>;
}

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

/** What a row takes its figures and names from. */
export interface RowFacts {
  readonly unitId: UnitId;
  readonly figures: Figures;
  readonly roleNames: ReadonlyMap<string, Words>;
  readonly skills: ReadonlyMap<SkillId, Skill>;
}

/** CAP-01. A need's figures. */
export function coverRow(need: Need, { unitId, figures, roleNames, skills }: RowFacts): CoverRow {
  const { posted, inDate, supervised } = figuresOf(figures, need);
  return {
    ...need,
    unitId,
    roleName: roleNames.get(need.roleId) ?? englishOnly(need.roleId),
    skillName: skills.get(need.skillId)?.name ?? englishOnly(need.skillId),
    ...{ posted, inDate, supervised },
    short: need.minimum !== null && inDate < need.minimum,
  };
}

/** Who is posted, in date at the level or above, and in date only under supervision. */
export function figuresOf(
  { columns, numbers }: Figures,
  { skillId, level }: Pick<Need, 'skillId' | 'level'>,
): Omit<CoverPoint, 'on'> {
  return {
    posted: columns.count(numbers, POSTED),
    inDate: columns.count(numbers, skillId, level),
    supervised: columns.count(numbers, supervisedColumn(skillId), level),
  };
}

/** CAP-08. All figures on the first day and on each later day of the period on which one of them moves. */
export function coverPoints(
  { columns, first, moves }: TalliedOver,
  need: Pick<Need, 'skillId' | 'level'>,
  period: { from: CalendarDate; to: CalendarDate },
): CoverPoint[] {
  const cells = {
    posted: columns.cellsFrom(POSTED),
    inDate: columns.cellsFrom(need.skillId, need.level),
    supervised: columns.cellsFrom(supervisedColumn(need.skillId), need.level),
  };
  const changes = new Map<number, Figure>();
  for (const [key, by] of moves) {
    const day = dayIn(key);
    if (day <= dayOf(period.from) || day > dayOf(period.to)) continue;
    const cell = cellOf(key);
    const of = (moving: ReadonlySet<number>) => (moving.has(cell) ? by : 0);
    const { posted, inDate, supervised } = cells;
    const change = { posted: of(posted), inDate: of(inDate), supervised: of(supervised) };
    changes.set(day, sumOf(changes.get(day) ?? NOTHING, change));
  }
  const points: CoverPoint[] = [{ on: period.from, ...figuresOf({ columns, numbers: first }, need) }];
  for (const [day, change] of [...changes].sort(([a], [b]) => a - b)) {
    if (isNothing(change)) continue;
    points.push({ on: dateOf(day), ...sumOf(points.at(-1) ?? NOTHING, change) });
  }
  return points;
}

type Figure = Omit<CoverPoint, 'on'>;

const NOTHING: Figure = { posted: 0, inDate: 0, supervised: 0 };

function sumOf(one: Figure, other: Figure): Figure {
  return {
    posted: one.posted + other.posted,
    inDate: one.inDate + other.inDate,
    supervised: one.supervised + other.supervised,
  };
}

function isNothing({ posted, inDate, supervised }: Figure): boolean {
  return posted === 0 && inDate === 0 && supervised === 0;
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
