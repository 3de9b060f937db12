import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { refusal } from '../refusals.js';
import { checkRelations } from '../relation/check-relations.js';
import { NO_RELATIONS, type Relations } from '../relation/relation.js';
import type { Rank, Role, RoleProfile } from '../role-profile/role-profile.js';
import type { Skill, SkillArea } from '../skill/skill.js';
import { isSkillLevel } from '../skill/skill.js';
import { checkSkills } from './check-skills.js';

/** Everything that one version of the framework says. Law is apart: each entry has versions of its own. */
export interface FrameworkContent {
  readonly areas: readonly SkillArea[];
  readonly skills: readonly Skill[];
  readonly roles: readonly Role[];
  readonly ranks: readonly Rank[];
  readonly profiles: readonly RoleProfile[];
  /** Absent: none. */
  readonly relations?: Relations;
}

/** One immutable version. It is superseded on the day on which a later one takes effect. */
export interface FrameworkVersion {
  readonly number: number;
  readonly effectiveFrom: CalendarDate;
  readonly content: FrameworkContent;
}

/** FRM-01…03, FRM-26…29. Refuses content whose references do not resolve, or whose figures, dates or relations are wrong. */
export function checkFramework(content: FrameworkContent): void {
  const areas = new Set(content.areas.map(({ id }) => id));
  for (const skill of content.skills) {
    if (!areas.has(skill.areaId)) throw unknown(skill.areaId, skill.id);
    if (!Number.isInteger(skill.validityMonths) || skill.validityMonths < 1) {
      throw refusal('SKILL_VALIDITY_WRONG', { facts: { skill: skill.id } });
    }
  }
  refuseRepeats(content.areas.map(({ id }) => id));
  refuseRepeats(content.skills.map(({ id }) => id));
  refuseRepeats(content.profiles.map(({ roleId }) => roleId));
  refuseRepeats(content.roles.map(({ id }) => id));
  const skills = new Set(content.skills.map(({ id }) => id));
  const roles = new Set(content.roles.map(({ id }) => id));
  checkSkills(content.skills);
  checkRelations(content.relations ?? NO_RELATIONS, skills);
  for (const profile of content.profiles) checkProfile(profile, skills, roles);
}

function checkProfile(profile: RoleProfile, skills: Set<string>, roles: Set<string>): void {
  if (!roles.has(profile.roleId)) throw unknown(profile.roleId, 'role profiles');
  refuseRepeats(profile.requirements.map(({ skillId }) => skillId));
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
