import type { SkillId } from '@app/framework';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { Evidence } from '../evidence/evidence.js';
import { type LevelRules, type Standing, standingBy } from './standing.js';

/** A skill at a level. */
export interface SkillNeed {
  readonly skillId: SkillId;
  readonly level: number;
}

/** STD-31. A level that follows from others because the framework says so: `atLeast` of the parts; all, any and n of m are this. */
export interface RollUp extends SkillNeed {
  readonly atLeast: number;
  readonly parts: readonly SkillNeed[];
}

/** What the framework says of levels. Without a rule nothing follows from anything. */
export interface StandingRules {
  readonly rollUps: readonly RollUp[];
  readonly levels?: (skillId: SkillId) => LevelRules;
}

/** One roll-up rule as it stood. */
export interface RolledUp {
  readonly rule: RollUp;
  readonly holds: boolean;
  readonly parts: readonly {
    readonly need: SkillNeed;
    readonly holds: boolean;
    readonly standing: SkillStanding;
  }[];
}

/** A person's standing in one skill, with what its own evidence gives and what follows from other skills. */
export interface SkillStanding {
  readonly skillId: SkillId;
  readonly level: number;
  readonly lastValidDay: CalendarDate | null;
  readonly own: Standing;
  readonly rolledUp: readonly RolledUp[];
}

/** The day and the instant of a question. */
export interface When {
  readonly asAt: CalendarDate;
  readonly knownAt: Date;
}

/**
 * STD-31. `standing(person, skill, asAt, knownAt)` of a person's evidence of all skills: the higher of what the skill's own evidence
 * gives and what a rule gives. A finding in force against the skill is not got round by a rule. A rule that leads back to
 * itself gives nothing.
 */
export function skillStanding(
  asked: { readonly skillId: SkillId; readonly evidence: readonly Evidence[] } & When,
  rules: StandingRules,
  above: readonly SkillId[] = [],
): SkillStanding {
  const { skillId, evidence, asAt, knownAt } = asked;
  const pieces = evidence.filter((piece) => piece.skillId === skillId);
  const own = standingBy(pieces, { asAt, knownAt }, rules.levels?.(skillId));
  const path = [...above, skillId];
  const rolledUp = rules.rollUps
    .filter((rule) => rule.skillId === skillId && !rule.parts.some((part) => path.includes(part.skillId)))
    .map((rule) => rolled(rule, (part) => skillStanding({ ...asked, skillId: part }, rules, path), own));
  const best = rolledUp
    .filter(({ holds, rule }) => holds && rule.level > own.level)
    .toSorted((a, b) => b.rule.level - a.rule.level)[0];
  if (best === undefined) return { skillId, level: own.level, lastValidDay: own.lastValidDay, own, rolledUp };
  return { skillId, level: best.rule.level, lastValidDay: lastDayOf(best), own, rolledUp };
}

function rolled(rule: RollUp, standingOf: (skillId: SkillId) => SkillStanding, own: Standing): RolledUp {
  const parts = rule.parts.map((need) => {
    const standing = standingOf(need.skillId);
    return { need, standing, holds: standing.level >= need.level };
  });
  const isRuledOut = own.because.some(
    ({ evidence, counts }) => counts && evidence.kind === 'negative' && evidence.level <= rule.level,
  );
  return { rule, parts, holds: !isRuledOut && parts.filter(({ holds }) => holds).length >= rule.atLeast };
}

/** The day after which fewer parts than needed hold. */
function lastDayOf({ rule, parts }: RolledUp): CalendarDate | null {
  const days = parts.flatMap(({ holds, standing }) => (holds ? [standing.lastValidDay] : []));
  return days.toSorted().toReversed()[rule.atLeast - 1] ?? null;
}
