import type { SkillId } from '@app/framework';
import type { UnitId } from '@app/identity';
import { addDays, type CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import type { Leave } from '../certification/expiry.js';
import type { Audience, Condition } from './assignment-rule.js';

/** A posting that holds today, as audiences see it. */
export interface PostingFacts {
  readonly unitId: UnitId;
  /** From the root of the tree down to the unit. */
  readonly unitPath: readonly UnitId[];
  readonly rankId: string;
  readonly roleId: string;
  readonly from: CalendarDate;
}

/** What is known of a person that audiences may ask for. */
export interface PersonFacts {
  readonly personId: PersonId;
  readonly postings: readonly PostingFacts[];
  /** Leave that stops the clock. */
  readonly leaves: readonly Leave[];
  /** Levels held in date today, of the skills that some rule asks about; absent: none. */
  readonly levels: ReadonlyMap<SkillId, number>;
  /** Last valid days of the awards that some rule asks about; absent: never awarded, or withdrawn. */
  readonly expiries: ReadonlyMap<string, CalendarDate>;
}

/** What conditions are judged against besides the person. */
export interface Circumstances {
  readonly today: CalendarDate;
  /** The first day of the rule. */
  readonly startsOn: CalendarDate;
  /** The levels that roles need, essential ones only: role → skill → level. */
  readonly needs: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Why a rule catches somebody: what its due date may count from. */
export interface Caught {
  readonly unitId: UnitId | null;
  readonly postingFrom: CalendarDate | null;
  readonly expires: CalendarDate | null;
}

/** CRT-62. Whether, and by what, an audience catches a person today; null: it does not. */
export function caughtBy(audience: Audience, person: PersonFacts, at: Circumstances): Caught | null {
  if (audience.conditions.length === 0) return null;
  const ofPosting = audience.conditions.filter((each) => each.kind !== 'expiring');
  const ofAward = audience.conditions.filter((each) => each.kind === 'expiring');
  const expiring = ofAward.flatMap((each) => expiryWithin(each, person, at) ?? []).sort();
  const meets = (posting: PostingFacts) => (each: Condition) => meetsOne(each, { posting, person, at });
  const isAll = audience.match === 'all';
  const postings = person.postings.filter((posting) =>
    isAll ? ofPosting.every(meets(posting)) : ofPosting.some(meets(posting)),
  );
  const byAwards = isAll ? expiring.length === ofAward.length : expiring.length > 0;
  const byPostings = postings.length > 0 || (isAll && ofPosting.length === 0);
  const isCaught = isAll ? byAwards && byPostings : byAwards || byPostings;
  return isCaught ? groundOf(postings.length > 0 ? postings : person.postings, expiring) : null;
}

/** What a due date may count from: the earliest posting, and the award that runs out first. */
function groundOf(postings: readonly PostingFacts[], expiring: readonly CalendarDate[]): Caught {
  const [first] = [...postings].sort(earliest);
  const [expires = null] = expiring;
  return { unitId: first?.unitId ?? null, postingFrom: first?.from ?? null, expires };
}

function earliest(a: PostingFacts, b: PostingFacts): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return a.unitId < b.unitId ? -1 : 1;
}

function meetsOne(
  condition: Condition,
  { posting, person, at }: { posting: PostingFacts; person: PersonFacts; at: Circumstances },
): boolean {
  switch (condition.kind) {
    case 'unit':
      return condition.unitIds.some((unitId) => posting.unitPath.includes(unitId));
    case 'rank':
      return condition.rankIds.includes(posting.rankId);
    case 'role':
      return condition.roleIds.includes(posting.roleId);
    case 'posted':
      return beganSince(condition, posting.from, at.today);
    case 'gap':
      return neededBy(condition, posting, at) > (person.levels.get(condition.skillId) ?? 0);
    case 'expiring':
      return false;
  }
}

/** The level that a gap is measured against: the condition's own, or that which the role needs as essential. */
function neededBy(
  { level, skillId }: Extract<Condition, { kind: 'gap' }>,
  { roleId }: PostingFacts,
  { needs }: Circumstances,
): number {
  return level ?? needs.get(roleId)?.get(skillId) ?? 0;
}

function beganSince(
  { since, withinDays }: { since: CalendarDate | null; withinDays: number | null },
  from: CalendarDate,
  today: CalendarDate,
): boolean {
  if (since === null && withinDays === null) return false;
  const isSince = since === null || from >= since;
  return isSince && (withinDays === null || from >= addDays(today, -withinDays));
}

/** The last valid day that an `expiring` condition catches; null: it does not. */
function expiryWithin(
  { code, withinDays }: { code: string; withinDays: number },
  person: PersonFacts,
  { today, startsOn }: Circumstances,
): CalendarDate | null {
  const expires = person.expiries.get(code);
  if (expires === undefined) return null;
  return expires >= startsOn && expires <= addDays(today, withinDays) ? expires : null;
}
