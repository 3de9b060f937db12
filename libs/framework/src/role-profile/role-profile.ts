import type { Words } from '@app/platform/context/words.js';
import type { SkillId } from '../skill/skill.js';

/** One need of a role: a skill at a level. */
export interface ProfileRequirement {
  readonly skillId: SkillId;
  /** 1–4. */
  readonly level: number;
  /** An essential gap counts in cover and readiness; a desirable one is advice. */
  readonly essential: boolean;
}

/** What a role needs its holders to be able to do. */
export interface RoleProfile {
  /** Natural key of the role, such as `response-officer`. */
  readonly roleId: string;
  readonly roleName: Words;
  readonly requirements: readonly ProfileRequirement[];
}

/** A kind of work that a posting gives: decides which role profile applies. */
export interface Role {
  /** Natural key, such as `response-officer`. */
  readonly id: string;
  readonly name: Words;
  /** `officer`, `staff` or `officer-or-staff`. */
  readonly employment: string;
  readonly purpose: string;
}

/** A rank or grade. Its order compares ranks; never derive a legal power from it. */
export interface Rank {
  /** Natural key, such as `pc`. */
  readonly id: string;
  readonly name: Words;
  /** Place in the ladder, lowest first; null where the grade is not on it. */
  readonly gradeOrder: number | null;
  readonly abbreviation: string | null;
  /** `officer`, `officer-london`, `special` or a staff track. */
  readonly track: string;
}
