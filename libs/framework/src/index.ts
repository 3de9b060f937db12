export { frameworkPermissions } from './access.js';
export { frameworkLoaded, lawChanged } from './events.js';
export { FrameworkModule } from './framework.module.js';
export { type Confidence, isUncertain, type LawEntry, type LawId, type Source } from './law/law.js';
export { LawReader } from './law/law.reader.js';
export { refusal as frameworkRefusal } from './refusals.js';
export {
  type Broader,
  NO_RELATIONS,
  type Quota,
  quotaOf,
  type Relations,
  type Requires,
  type RollUpRule,
  type SkillAtLevel,
} from './relation/relation.js';
export { type OpenRule, type RolledUp, rollUp, type WhyHeld } from './relation/roll-up.js';
export type { ProfileRequirement, Rank, Role, RoleProfile } from './role-profile/role-profile.js';
export { RoleProfileReader } from './role-profile/role-profile.reader.js';
export {
  type Fade,
  isSkillLevel,
  type Skill,
  type SkillArea,
  type SkillId,
  type SkillLevel,
} from './skill/skill.js';
export { SkillReader } from './skill/skill.reader.js';
export type { FrameworkContent } from './version/framework-version.js';
export { type FrameworkLoaded, LoadFramework, type LoadFrameworkInput } from './version/load-framework.js';
