import { refusal } from '../refusals.js';
import type { Rank, Role, RoleProfile } from '../role-profile/role-profile.js';
import type { Skill, SkillArea } from '../skill/skill.js';
import { isSkillLevel } from '../skill/skill.js';

/** Everything that one version of the framework says. Law is apart: each entry has versions of its own. */
export interface FrameworkContent {
  readonly areas: readonly SkillArea[];
  readonly skills: readonly Skill[];
  readonly roles: readonly Role[];
  readonly ranks: readonly Rank[];
  readonly profiles: readonly RoleProfile[];
}

/** FRM-01, FRM-02, FRM-03. Refuses content whose references do not resolve or whose figures are out of range. */
export function checkFramework(content: FrameworkContent): void {
  const areas = new Set(content.areas.map(({ id }) => id));
  for (const skill of content.skills) {
    if (!areas.has(skill.areaId)) throw unknown(skill.areaId, skill.id);
    if (!Number.isInteger(skill.validityMonths) || skill.validityMonths < 1) {
      throw refusal('SKILL_VALIDITY_WRONG', { facts: { skill: skill.id } });
    }
  }
  refuseRepeats(content.skills.map(({ id }) => id));
  refuseRepeats(content.roles.map(({ id }) => id));
  const skills = new Set(content.skills.map(({ id }) => id));
  const roles = new Set(content.roles.map(({ id }) => id));
  for (const profile of content.profiles) checkProfile(profile, skills, roles);
}

function checkProfile(profile: RoleProfile, skills: Set<string>, roles: Set<string>): void {
  if (!roles.has(profile.roleId)) throw unknown(profile.roleId, 'role profiles');
  for (const { skillId, level } of profile.requirements) {
    if (!skills.has(skillId)) throw unknown(skillId, profile.roleId);
    if (!isSkillLevel(level))
      throw refusal('FRAMEWORK_LEVEL_WRONG', { facts: { level, where: profile.roleId } });
  }
}

function refuseRepeats(ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw refusal('FRAMEWORK_KEY_REPEATED', { facts: { key: twice } });
}

function unknown(key: string, where: string) {
  return refusal('FRAMEWORK_REFERENCE_UNKNOWN', { facts: { key, where } });
}
