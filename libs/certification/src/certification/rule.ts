import type { CalendarDate } from '@app/platform/clock/calendar.js';

/** How the last valid day follows from a completion (CRT-33). */
export type ExpiryRule = 'COMPLETION' | 'EXPIRY' | 'FIXED';

/**
 * What a route asks for. `course`: an award of that course; `component`: one component of a course, `CODE/key`; `observed`:
 * practice observed in a skill; `external`: a certificate of another body in a skill; `certification`: another
 * certification, held. The first three are work and count once; the last two are things held and count while in date.
 */
export type RequirementKind = 'course' | 'component' | 'observed' | 'external' | 'certification';

/** One condition of a route. */
export interface Requirement {
  readonly kind: RequirementKind;
  /** A course's code, `CODE/component`, a skill's key, or a certification's code. */
  readonly key: string;
  /** 1–4 for `observed` and `external`: the lowest level that will do; null for the others. */
  readonly level: number | null;
}

export type Route = readonly Requirement[];

/** The way back after a lapse of less than so many calendar months. */
export interface ReturnRoute {
  readonly underMonths: number;
  readonly requirements: Route;
}

/**
 * One version of a certification's rule: immutable, and in force for completions from `appliesFrom` until the next version.
 * It never touches people who are certified: window and last valid day are fixed when a cycle is completed.
 */
export interface CertificationRule {
  /** 1, 2, 3… within its certification. */
  readonly number: number;
  /** The first London day whose completions it governs. The first version governs earlier ones too. */
  readonly appliesFrom: CalendarDate;
  readonly expiry: ExpiryRule;
  /** How long a completion holds, 1–120 calendar months. */
  readonly activeMonths: number;
  /** How long before the last valid day the window opens, in calendar months; 0: there is none. */
  readonly windowMonths: number;
  /** Of FIXED: the least that a completion is good for, in calendar months; 0 otherwise. */
  readonly minimumActiveMonths: number;
  /** How many days before the window work may count towards the renewal; null: from the day after the last completion. */
  readonly earlyDays: number | null;
  readonly initial: Route;
  /** Taken in turn: the second cycle by the first, the third by the second, and round again. None: the initial route. */
  readonly renewals: readonly Route[];
  /** Shortest lapse first. Beyond the last, and when there is none: the initial route. */
  readonly returns: readonly ReturnRoute[];
  /** Whether holders count for cover only with recorded authority to practise. */
  readonly needsAuthority: boolean;
  /** Components, `CODE/key`, whose failure suspends a holder's authority at once. */
  readonly proficiencyTests: readonly string[];
}

/** Which route a person is on: `initial`, or the first, second… renewal or return route. */
export interface RouteName {
  readonly kind: 'initial' | 'renewal' | 'return';
  /** From 1 among routes of its kind. */
  readonly place: number;
}

/** CRT-32. The version in force on a day: the latest that applies from it or before; the first for days before that. */
export function ruleOn(rules: readonly CertificationRule[], day: CalendarDate): CertificationRule {
  const [first] = rules;
  if (first === undefined) throw new RangeError('A certification has at least one rule version');
  return rules.reduce((current, rule) => (rule.appliesFrom <= day ? rule : current), first);
}

/** The version of that number; the first when there is none. */
export function ruleNumbered(rules: readonly CertificationRule[], number: number): CertificationRule {
  const [first] = rules;
  if (first === undefined) throw new RangeError('A certification has at least one rule version');
  return rules.find((rule) => rule.number === number) ?? first;
}

/** The requirements of a route. */
export function requirementsOf(rule: CertificationRule, route: RouteName): Route {
  if (route.kind === 'renewal') return rule.renewals[route.place - 1] ?? rule.initial;
  if (route.kind === 'return') return rule.returns[route.place - 1]?.requirements ?? rule.initial;
  return rule.initial;
}

/** Whether a requirement is for something held, which counts while it is in date, rather than for work, which counts once. */
export function isHeld({ kind }: Pick<Requirement, 'kind'>): boolean {
  return kind === 'external' || kind === 'certification';
}
