import type { SkillId } from '@app/framework';
import type { UnitId } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';

export type AssignmentRuleId = Id<'AssignmentRule'>;

/** DRAFT → ON ↔ PAUSED; from each to OFF, which nothing leaves (CRT-60). */
export type AssignmentRuleState = 'DRAFT' | 'ON' | 'PAUSED' | 'OFF';

/** One condition of an audience. All but `expiring` look at a posting that holds on the day. */
export type Condition =
  /** Posted to one of these units or below it. */
  | { readonly kind: 'unit'; readonly unitIds: readonly UnitId[] }
  | { readonly kind: 'rank'; readonly rankIds: readonly string[] }
  | { readonly kind: 'role'; readonly roleIds: readonly string[] }
  /** The posting began on or after a day, or within so many days before today; either is null. */
  | { readonly kind: 'posted'; readonly since: CalendarDate | null; readonly withinDays: number | null }
  /** The person does not hold the skill in date at the level; null: at the level that the posting's role needs as essential. */
  | { readonly kind: 'gap'; readonly skillId: SkillId; readonly level: number | null }
  /** The award runs out within so many days, or ran out since the rule was switched on, and was not renewed. */
  | { readonly kind: 'expiring'; readonly code: string; readonly withinDays: number };

/** Whom a rule catches. `all`: one posting meets every condition about postings, and the others hold too. */
export interface Audience {
  readonly match: 'all' | 'any';
  readonly conditions: readonly Condition[];
}

/** Where a relative due date counts from: the posting that caught the person, the rule's first day, or the award's last. */
export type DueBase = 'posting' | 'rule' | 'expiry';

/** By when: a day, or calendar months (clamped to the month's end) and then days after a base; null: no date. */
export type DueRule =
  | { readonly kind: 'fixed'; readonly on: CalendarDate }
  | { readonly kind: 'after'; readonly base: DueBase; readonly months: number; readonly days: number }
  | null;

/** One version of what a rule says. Immutable. */
export interface AssignmentTerms {
  readonly audience: Audience;
  readonly due: DueRule;
  /** Who has fewer days than this is not assigned until somebody decides (CRT-66). 0 to 365. */
  readonly minimumDays: number;
  /** Whether who leaves the audience is asked no longer, so that nobody renews what their work does not need. */
  readonly recheck: boolean;
}

export interface AssignmentVersion extends AssignmentTerms {
  /** 1, 2, 3… */
  readonly number: number;
  readonly by: PersonId | null;
  readonly at: Date;
}

/** A second person's confirmation of one version, with the number of newly assigned people that they saw. */
export interface Confirmation {
  readonly version: number;
  readonly by: PersonId;
  readonly newly: number;
}

/** A rule of one force that asks people to hold a certification: a course's own, or one with a code of its own. */
export interface AssignmentRule {
  readonly id: AssignmentRuleId;
  readonly title: string;
  /** Code of the certification; a course brings one under its own code. Never changes. */
  readonly code: string;
  readonly state: AssignmentRuleState;
  /** The day on which it was first switched on; null until then. */
  readonly startsOn: CalendarDate | null;
  /** Oldest first. The last one is in force. */
  readonly versions: readonly AssignmentVersion[];
  /** People whom the rule does not catch, whatever it says. Why stands in the journal. */
  readonly leftOut: readonly PersonId[];
  readonly confirmation: Confirmation | null;
  /** When it was last switched on, paused or switched off; null for a draft. */
  readonly steeredAt: Date | null;
  /** When the whole force was last evaluated by the rule as it is; null while that is still to come. */
  readonly appliedAt: Date | null;
  /** The optimistic lock. */
  readonly revision: number;
}

/** A rule as the evaluation sees it. */
export interface RuleInForce {
  readonly id: AssignmentRuleId;
  readonly code: string;
  readonly version: AssignmentVersion;
  readonly startsOn: CalendarDate;
  readonly leftOut: ReadonlySet<PersonId>;
  /** A paused rule catches nobody and lets nobody go. */
  readonly isPaused: boolean;
}

/** The version of a rule that is in force. */
export function versionOf({ versions }: Pick<AssignmentRule, 'versions'>): AssignmentVersion {
  const last = versions.at(-1);
  if (last === undefined) throw new RangeError('A rule has at least one version');
  return last;
}

/** The rule as the evaluation sees it; `today` is its first day when it was never on. */
export function inForce(rule: AssignmentRule, today: CalendarDate): RuleInForce {
  const { id, code, startsOn, leftOut, state } = rule;
  return {
    ...{ id, code, version: versionOf(rule), startsOn: startsOn ?? today },
    ...{ leftOut: new Set(leftOut), isPaused: state === 'PAUSED' },
  };
}
