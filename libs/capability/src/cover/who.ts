import type { SkillId } from '@app/framework';
import type { UnitId } from '@app/identity';
import type { Day } from './day.js';
import type { Post, Profile } from './profile.js';
import type { Span } from './span.js';

/** Where people are looked for: posted to a unit or below it, in a role and a shift or any. */
export interface Whereabouts {
  readonly unitId: UnitId;
  readonly roleId?: string | null;
  readonly shift?: string | null;
}

/** The postings by which somebody is there on a day. */
export function postsOn(profile: Profile, { unitId, roleId, shift }: Whereabouts, day: Day): Post[] {
  return profile.posts.filter((post) => {
    const isThere = post.path.includes(unitId) && isOn(post.now, day);
    return isThere && (roleId ?? post.roleId) === post.roleId && (shift ?? post.shift) === post.shift;
  });
}

/** Whether somebody is neither absent nor suspended on a day. */
export function isPresent(profile: Profile, day: Day): boolean {
  return !isOn(profile.away.now, day);
}

/** The level that somebody holds alone on a day, wherever they are; 0 when none. */
export function heldOn(profile: Profile, skillId: SkillId, day: Day): number {
  const held = profile.held.find((each) => each.skillId === skillId);
  return held?.now.find(({ from, to }) => from <= day && day <= to)?.alone ?? 0;
}

/** CAP-02. At which level somebody counts in a place on a day; 0 when they do not. */
export function countsAt(profile: Profile, where: Whereabouts & { skillId: SkillId }, day: Day): number {
  if (!isPresent(profile, day) || postsOn(profile, where, day).length === 0) return 0;
  return heldOn(profile, where.skillId, day);
}

function isOn(spans: readonly Span[], day: Day): boolean {
  return spans.some(({ from, to }) => from <= day && day <= to);
}
