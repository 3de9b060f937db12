import type { SkillId } from '../skill/skill.js';
import { quotaOf, type Relations, type Requires, type RollUpRule, type SkillAtLevel } from './relation.js';

/** One step by which a skill came to a level: evidence, or a rule and the parts that met it. */
interface Step {
  readonly level: number;
  readonly rule: RollUpRule | null;
  readonly met: readonly SkillAtLevel[];
}

/** Why a level is held: a tree that ends in evidence. */
export interface WhyHeld extends SkillAtLevel {
  /** `evidence`: recorded for this skill itself, at this level or above. `roll-up`: by the rule. `nothing`: level 0. */
  readonly by: 'evidence' | 'roll-up' | 'nothing';
  /** The rule that gave the level; null but for `roll-up`. */
  readonly rule: RollUpRule | null;
  /** The skills that met the rule, each with its own reason. */
  readonly parts: readonly WhyHeld[];
}

/** What a rule that gives more than is held still waits for. */
export interface OpenRule {
  readonly rule: RollUpRule;
  /** Parts that are not held at the level that the rule names. */
  readonly missing: readonly SkillAtLevel[];
  /** How many of them it takes; 0 when only requirements stand in the way. */
  readonly short: number;
  /** What the level requires, and is not held. */
  readonly unmet: readonly SkillAtLevel[];
}

/** Levels with what the rules add to them. Made by `rollUp`. */
export interface RolledUp {
  /** Every skill above level 0. */
  readonly levels: ReadonlyMap<SkillId, number>;
  /** The level held, 0 for none. */
  levelOf(skillId: SkillId): number;
  /** Why the level held is held. */
  explain(skillId: SkillId): WhyHeld;
  /** What the level held requires, and is not held. Evidence stands all the same: this is for whoever reads it. */
  unmet(skillId: SkillId): readonly SkillAtLevel[];
  /** The rules that would give more, and what they wait for. */
  open(skillId: SkillId): readonly OpenRule[];
}

/**
 * FRM-30. The levels that rules give beyond those of evidence (0 or absent: none). A rule gives its level when its quota of
 * parts is met and everything that its skill requires up to that level is held. Evidence is never taken away, not even
 * when a requirement is unmet. What the rules give may meet further rules, and order does not matter. Pure.
 */
export function rollUp(evidence: ReadonlyMap<SkillId, number>, relations: Relations): RolledUp {
  const held = new Held(evidence, relations);
  held.settle();
  return held;
}

class Held implements RolledUp {
  readonly levels: Map<SkillId, number>;
  /** By skill, in the order of arrival: an explanation goes back to what was held before, and so has an end. */
  private readonly steps = new Map<SkillId, Step[]>();

  constructor(
    evidence: ReadonlyMap<SkillId, number>,
    private readonly relations: Relations,
  ) {
    this.levels = new Map([...evidence].filter(([, level]) => level > 0));
    for (const [skillId, level] of this.levels) this.steps.set(skillId, [{ level, rule: null, met: [] }]);
  }

  settle(): void {
    let moved = this.relations.rollUps.length > 0;
    while (moved) {
      moved = false;
      for (const rule of this.relations.rollUps) moved = this.apply(rule) || moved;
    }
  }

  levelOf(skillId: SkillId): number {
    return this.levels.get(skillId) ?? 0;
  }

  explain(skillId: SkillId): WhyHeld {
    return this.why({ skillId, level: this.levelOf(skillId) });
  }

  unmet(skillId: SkillId): readonly SkillAtLevel[] {
    return this.unmetAt({ skillId, level: this.levelOf(skillId) });
  }

  open(skillId: SkillId): readonly OpenRule[] {
    const level = this.levelOf(skillId);
    return this.relations.rollUps
      .filter((rule) => rule.skillId === skillId && rule.level > level)
      .map((rule) => {
        const missing = rule.parts.filter((part) => !this.holds(part));
        const short = Math.max(0, quotaOf(rule) - (rule.parts.length - missing.length));
        return { rule, missing, short, unmet: this.unmetAt(rule) };
      });
  }

  private apply(rule: RollUpRule): boolean {
    if (this.holds(rule)) return false;
    const met = rule.parts.filter((part) => this.holds(part));
    if (met.length < quotaOf(rule) || this.unmetAt(rule).length > 0) return false;
    this.levels.set(rule.skillId, rule.level);
    const before = this.steps.get(rule.skillId) ?? [];
    this.steps.set(rule.skillId, [...before, { level: rule.level, rule, met }]);
    return true;
  }

  private holds({ skillId, level }: SkillAtLevel): boolean {
    return this.levelOf(skillId) >= level;
  }

  private unmetAt({ skillId, level }: SkillAtLevel): SkillAtLevel[] {
    const isAsked = (each: Requires) => each.skillId === skillId && each.level <= level;
    return this.relations.requires.filter(isAsked).flatMap(({ needs }) => (this.holds(needs) ? [] : [needs]));
  }

  private why({ skillId, level }: SkillAtLevel): WhyHeld {
    const step = this.steps.get(skillId)?.find((each) => each.level >= level);
    if (step === undefined) return { skillId, level, by: 'nothing', rule: null, parts: [] };
    if (step.rule === null) return { skillId, level: step.level, by: 'evidence', rule: null, parts: [] };
    const parts = step.met.map((part) => this.why(part));
    return { skillId, level: step.level, by: 'roll-up', rule: step.rule, parts };
  }
}
