import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { Words } from '@app/platform/context/words.js';

/** The natural key of a skill, such as `DEV-01`. */
export type SkillId = string;

/** How fast a skill is lost without practice. Used for advice and planning only, never for cover (DESIGN 4.7). */
export type Fade = 'fast' | 'medium' | 'slow';

/** A group of skills that share the sentences of their levels. */
export interface SkillArea {
  /** Natural key, such as `DEV`. */
  readonly id: string;
  readonly name: Words;
  /** Five sentences, for levels 0 to 4 in order. */
  readonly levels: readonly string[];
}

/**
 * One entry of the national skills framework. Immutable within a framework version. It holds nobody's level: that is
 * evidence, and lives in `standing`.
 */
export interface Skill {
  readonly id: SkillId;
  readonly areaId: string;
  readonly name: Words;
  readonly description: Words;
  readonly fade: Fade;
  /** For how many calendar months evidence of this skill can last at the longest. */
  readonly validityMonths: number;
  /** Five sentences, for levels 0 to 4 in order: what a person at that level can do. */
  readonly levels: readonly string[];
  /** The first day on which evidence of it is asked for; absent: always was. */
  readonly from?: CalendarDate;
  /** The last day before it is retired; absent: not retired. Evidence of it stays. */
  readonly to?: CalendarDate;
  /** Of a retired skill: those that took its place. */
  readonly replacedBy?: readonly SkillId[];
}

/** A level that somebody can hold on evidence. Level 0 is "not yet evidenced" and is never recorded. */
export type SkillLevel = 1 | 2 | 3 | 4;

/** FRM-02. Whether a number is a level that evidence can be at. */
export function isSkillLevel(level: number): level is SkillLevel {
  return Number.isInteger(level) && level >= 1 && level <= 4;
}
