export { frameworkPermissions } from './access.js';
export { CreateFrameworkDraft, type CreateFrameworkDraftInput } from './draft/create-framework-draft.js';
export { DiscardFrameworkDraft } from './draft/discard-framework-draft.js';
export type { FrameworkDraft, FrameworkDraftId } from './draft/framework-draft.js';
export type { DraftSummary } from './draft/framework-draft.reader.js';
export { FrameworkDraftReader } from './draft/framework-draft.reader.js';
export { PublishFramework, type PublishFrameworkInput } from './draft/publish-framework.js';
export { RemoveSkill } from './draft/remove-skill.js';
export { RemoveSkillArea } from './draft/remove-skill-area.js';
export { SaveSkill } from './draft/save-skill.js';
export { SaveSkillArea } from './draft/save-skill-area.js';
export { SetNationalProfile } from './draft/set-national-profile.js';
export { SetSkillRelations, type SetSkillRelationsInput } from './draft/set-skill-relations.js';
export { frameworkLoaded, lawChanged, profileRaised, profileRaiseEnded } from './events.js';
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
export { EndProfileRaise, type EndProfileRaiseInput } from './role-profile/end-profile-raise.js';
export type {
  EffectiveProfile,
  EffectiveRequirement,
  ProfileRaise,
  ProfileRaiseId,
} from './role-profile/profile-raise.js';
export { RaiseProfile, type RaiseProfileInput } from './role-profile/raise-profile.js';
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
export type {
  ChangeKind,
  EntryChange,
  FieldChange,
  FrameworkComparison,
} from './version/compare-frameworks.js';
export type { FrameworkContent } from './version/framework-version.js';
export type { VersionSummary } from './version/framework-version.reader.js';
export { FrameworkVersionReader } from './version/framework-version.reader.js';
export { type FrameworkLoaded, LoadFramework, type LoadFrameworkInput } from './version/load-framework.js';
