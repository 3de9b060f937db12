import type { SkillId } from '../skill/skill.js';

/** A skill at a level. */
export interface SkillAtLevel {
  readonly skillId: SkillId;
  /** 1–4. */
  readonly level: number;
}

/** One skill is part of the subject of a broader one. It orders the list and moves no level: only a roll-up rule does that. */
export interface Broader {
  readonly skillId: SkillId;
  readonly broaderId: SkillId;
}

/** A skill at a level presupposes another at a level. */
export interface Requires extends SkillAtLevel {
  readonly needs: SkillAtLevel;
}

/** How many parts of a roll-up rule it takes: every one, one, or so many. */
export type Quota = 'all' | 'any' | number;

/** A skill's level is reached when so many of the named skills are at the levels named. */
export interface RollUpRule extends SkillAtLevel {
  readonly quota: Quota;
  readonly parts: readonly SkillAtLevel[];
}

/**
 * How the skills of one framework version bear on each other. Nothing flows by itself: that a skill is narrower or
 * required gives nobody a level of it (BEHAVIOURS 1.9). Without circles, which `checkRelations` refuses.
 */
export interface Relations {
  readonly broader: readonly Broader[];
  readonly requires: readonly Requires[];
  readonly rollUps: readonly RollUpRule[];
}

export const NO_RELATIONS: Relations = { broader: [], requires: [], rollUps: [] };

/** How many parts a rule takes. */
export function quotaOf({ quota, parts }: Pick<RollUpRule, 'quota' | 'parts'>): number {
  if (quota === 'all') return parts.length;
  return quota === 'any' ? 1 : quota;
}
