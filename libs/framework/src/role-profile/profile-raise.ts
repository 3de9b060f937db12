import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { Id } from '@app/platform/ids/ids.js';
import { refusal as frameworkRefusal } from '../refusals.js';
import { isSkillLevel, type SkillId } from '../skill/skill.js';
import { refusal } from './refusals.js';
import type { ProfileRequirement, RoleProfile } from './role-profile.js';

export type ProfileRaiseId = Id<'ProfileRaise'>;

/** More than the nation asks, by one force: a skill of a role at a level, over a time. It never asks less. */
export interface ProfileRaise extends ProfileRequirement {
  readonly id: ProfileRaiseId;
  readonly roleId: string;
  readonly from: CalendarDate;
  /** The last day; null: without end. */
  readonly to: CalendarDate | null;
  /** The optimistic lock. */
  readonly revision: number;
}

/** A need of a role in a force on a day, and what the nation alone would ask: 0 where it asks nothing. */
export interface EffectiveRequirement extends ProfileRequirement {
  readonly nationalLevel: number;
}

/** What a role needs in a force on a day. */
export interface EffectiveProfile extends RoleProfile {
  readonly requirements: readonly EffectiveRequirement[];
}

/** FRM-34. The national profile with the raises that hold on the day: the higher level of the two, essential if either is. */
export function effectiveProfile(profile: RoleProfile, raises: readonly ProfileRaise[]): EffectiveProfile {
  const own = new Map<SkillId, ProfileRaise>();
  for (const raise of raises) if (raise.roleId === profile.roleId) own.set(raise.skillId, raise);
  const national = profile.requirements.map((asked) => {
    const raise = own.get(asked.skillId);
    own.delete(asked.skillId);
    const level = Math.max(asked.level, raise?.level ?? 0);
    const essential = asked.essential || raise?.essential === true;
    return { skillId: asked.skillId, level, essential, nationalLevel: asked.level };
  });
  const added = [...own.values()].map(({ skillId, level, essential }) => ({
    ...{ skillId, level, essential, nationalLevel: 0 },
  }));
  return { ...profile, requirements: [...national, ...added] };
}

/** FRM-02, FRM-33. Refuses a raise that asks less than the nation, or no more. */
export function mustRaise(raise: ProfileRequirement, national: RoleProfile): void {
  const { skillId, level, essential } = raise;
  if (!isSkillLevel(level))
    throw frameworkRefusal('FRAMEWORK_LEVEL_WRONG', { facts: { level, where: skillId }, field: 'level' });
  const asked = national.requirements.find((each) => each.skillId === skillId);
  if (asked === undefined || level > asked.level) return;
  if (level === asked.level && essential && !asked.essential) return;
  throw refusal('PROFILE_RAISE_LOWERS', {
    facts: { skill: skillId, level, national: asked.level },
    field: 'level',
  });
}

/** FRM-33. Refuses a time that begins before today, or ends before it begins. */
export function mustBeAhead(time: Pick<ProfileRaise, 'from' | 'to'>, today: CalendarDate): void {
  if (time.from < today || (time.to !== null && time.to < time.from))
    throw refusal('PROFILE_RAISE_DATES', { field: time.from < today ? 'from' : 'to' });
}

/** FRM-33. Refuses a second raise of the same skill of a role at the same time. */
export function mustNotOverlap(
  raise: Pick<ProfileRaise, 'skillId' | 'from' | 'to'>,
  others: readonly ProfileRaise[],
): void {
  const other = others.find(
    ({ from, to }) => (raise.to === null || from <= raise.to) && (to === null || raise.from <= to),
  );
  if (other !== undefined)
    throw refusal('PROFILE_RAISE_OVERLAPS', {
      facts: { skill: raise.skillId, from: other.from, level: other.level },
      field: 'from',
    });
}
