import { addDays, addMonths, type CalendarDate } from '@app/platform/clock/calendar.js';
import { expiresAfter, type Leave, movedByLeave } from './expiry.js';
import {
  type CertificationRule,
  isHeld,
  type Requirement,
  type RequirementKind,
  type RouteName,
  requirementsOf,
  ruleOn,
} from './rule.js';

/** One cycle in which the person was certified. Written when it is completed; a rule's later versions never touch it. */
export interface HeldCycle {
  /** From 1. */
  readonly number: number;
  readonly route: RouteName;
  /** The version that it was completed by. */
  readonly ruleNumber: number;
  /** The London day of the last piece of work. */
  readonly completedOn: CalendarDate;
  /** The last valid day as granted: without leave, without extension. */
  readonly expires: CalendarDate;
  /** The day on which the window opens, as granted; null when the rule has no window. */
  readonly windowOpens: CalendarDate | null;
  /** As the rule says: days before the window from which work counts; null: from the day after the completion. */
  readonly earlyDays: number | null;
  /** A later last valid day, and the day on which it was given. */
  readonly extension: { readonly on: CalendarDate; readonly until: CalendarDate } | null;
  readonly withdrawnOn: CalendarDate | null;
}

/** All that happened to one person in one certification. Cycles are only ever added: renewal destroys nothing. */
export interface History {
  /** False from an unassignment to the next assignment; what was achieved waits meanwhile. */
  readonly assigned: boolean;
  /** When the person was to be certified first; null when nobody set a date, which is no reason to have no record. */
  readonly dueOn: CalendarDate | null;
  readonly cycles: readonly HeldCycle[];
}

/** Something done or held that a route may ask for. */
export interface Fact {
  readonly kind: RequirementKind;
  readonly key: string;
  readonly level: number | null;
  /** The London day of the work, or the first day on which it is held. */
  readonly on: CalendarDate;
  /** The last day on which it is good, included; null: it does not run out. */
  readonly until: CalendarDate | null;
}

/** What is known besides the history. */
export interface Known {
  readonly facts: readonly Fact[];
  readonly leaves: readonly Leave[];
  readonly today: CalendarDate;
}

/** What is known, and the day that is looked at. */
export type Moment = Known & { readonly day: CalendarDate };

/** The dates of a cycle as they stand: leave and extension counted in. */
export interface CycleDates {
  /** The last valid day without extension. */
  readonly baseline: CalendarDate;
  /** The last valid day, included. */
  readonly expires: CalendarDate;
  readonly windowOpens: CalendarDate | null;
  /** The first day whose work counts towards the next cycle. */
  readonly countsFrom: CalendarDate;
}

/** CRT-34, CRT-35. The dates of a cycle, moved by leave and by extension. An extension moves neither baseline nor window. */
export function datesOf(cycle: HeldCycle, { leaves, today }: Omit<Known, 'facts'>): CycleDates {
  const since = cycle.completedOn;
  const baseline = movedByLeave(cycle.expires, leaves, { since, today });
  const { extension } = cycle;
  const extended =
    extension === null ? baseline : movedByLeave(extension.until, leaves, { since: extension.on, today });
  const windowOpens =
    cycle.windowOpens === null ? null : movedByLeave(cycle.windowOpens, leaves, { since, today });
  const dayAfter = addDays(since, 1);
  const early = cycle.earlyDays === null ? dayAfter : addDays(windowOpens ?? baseline, -cycle.earlyDays);
  return {
    baseline,
    expires: extended > baseline ? extended : baseline,
    windowOpens,
    countsFrom: early > dayAfter ? early : dayAfter,
  };
}

/** The cycle that stands on a day: the latest completed by then and not withdrawn by then. */
export function standingCycle(history: History, day: CalendarDate): HeldCycle | null {
  const standing = history.cycles.filter(
    ({ completedOn, withdrawnOn }) => completedOn <= day && (withdrawnOn === null || withdrawnOn > day),
  );
  return standing.at(-1) ?? null;
}

/** CRT-36. The route of somebody who completes on a day. */
export function routeOn(
  history: History,
  rule: CertificationRule,
  { day, ...known }: Omit<Moment, 'facts'>,
): RouteName {
  const last = standingCycle(history, day);
  if (last === null) return { kind: 'initial', place: 1 };
  const { expires } = datesOf(last, known);
  if (day > expires) return wayBack(rule, expires, day);
  const renewals = Math.max(1, rule.renewals.length);
  return { kind: 'renewal', place: ((history.cycles.length - 1) % renewals) + 1 };
}

function wayBack(rule: CertificationRule, expires: CalendarDate, day: CalendarDate): RouteName {
  const place = rule.returns.findIndex(({ underMonths }) => day < addMonths(expires, underMonths));
  return place < 0 ? { kind: 'initial', place: 1 } : { kind: 'return', place: place + 1 };
}

/** CRT-33. The cycle that a completion on a day gives. */
export function completed(
  history: History,
  rules: readonly CertificationRule[],
  { day, ...known }: Omit<Moment, 'facts'>,
): HeldCycle {
  const rule = ruleOn(rules, day);
  const last = standingCycle(history, day);
  const expires = expiresAfter(rule, {
    on: day,
    dueOn: history.dueOn,
    firstOn: history.cycles[0]?.completedOn ?? null,
    previous: last === null ? null : datesOf(last, known),
  });
  return {
    number: history.cycles.length + 1,
    route: routeOn(history, rule, { ...known, day }),
    ruleNumber: rule.number,
    completedOn: day,
    expires,
    windowOpens: rule.windowMonths === 0 ? null : addMonths(expires, -rule.windowMonths),
    earlyDays: rule.earlyDays,
    extension: null,
    withdrawnOn: null,
  };
}

/**
 * CRT-37. The history as it is today: with a cycle for every completion that the facts show, each on the first day on which
 * its route was complete. Pure and total; facts in any order, and any number of times, give the same.
 */
export function nextState(history: History, rules: readonly CertificationRule[], known: Known): History {
  if (!history.assigned) return history;
  const days = turningDays(history, rules, known);
  const day = days.find((each) => isComplete(history, rules, { ...known, day: each }));
  if (day === undefined) return history;
  const cycle = completed(history, rules, { ...known, day });
  return nextState({ ...history, cycles: [...history.cycles, cycle] }, rules, known);
}

/** The days on which a route may come to be complete: of facts, of another route beginning, of another rule applying. */
function turningDays(history: History, rules: readonly CertificationRule[], known: Known): CalendarDate[] {
  const last = standingCycle(history, known.today);
  const after = lastUsed(history);
  const lapsed = last === null ? null : datesOf(last, known).expires;
  const bands = rules.flatMap(({ returns }) => returns.map(({ underMonths }) => underMonths));
  const lapse =
    lapsed === null ? [] : [addDays(lapsed, 1), ...bands.map((months) => addMonths(lapsed, months))];
  const days = [...known.facts.map(({ on }) => on), ...lapse, ...rules.map(({ appliesFrom }) => appliesFrom)];
  return [...new Set(days)].filter((day) => day <= known.today && (after === null || day > after)).sort();
}

/** The day up to which work is used up: that of the latest completion, withdrawn or not. */
function lastUsed(history: History): CalendarDate | null {
  return history.cycles.at(-1)?.completedOn ?? null;
}

/** CRT-38. By the rule in force, or by an older one under whose route the person had begun: a change takes nothing away. */
function isComplete(history: History, rules: readonly CertificationRule[], moment: Moment): boolean {
  const current = ruleOn(rules, moment.day);
  const open = rules.filter((rule) => rule === current || rule.appliesFrom <= moment.day);
  return open.some((rule) => {
    const used = factsUsed(history, rule, moment);
    if (used === null || !used.some((fact) => isNew(fact, history, moment))) return false;
    return rule === current || used.some((fact) => ruleOn(rules, fact.on) === rule);
  });
}

/** The facts that complete the route of a rule; null while one is missing. A route that asks for nothing is never complete. */
function factsUsed(history: History, rule: CertificationRule, moment: Moment): readonly Fact[] | null {
  const route = requirementsOf(rule, routeOn(history, rule, moment));
  const facts = route.map((requirement) => factFor(requirement, history, moment));
  const found = facts.filter((fact) => fact !== null);
  return found.length > 0 && found.length === route.length ? found : null;
}

/** CRT-37. The earliest fact that meets a requirement on a day; null when there is none. */
export function factFor(requirement: Requirement, history: History, moment: Moment): Fact | null {
  const meeting = moment.facts.filter(
    (fact) =>
      fact.kind === requirement.kind &&
      fact.key === requirement.key &&
      (fact.level ?? 0) >= (requirement.level ?? 0) &&
      fact.on <= moment.day &&
      (fact.until === null || fact.until >= moment.day) &&
      (isHeld(fact) || isNew(fact, history, moment)),
  );
  return meeting.reduce<Fact | null>(
    (first, fact) => (first === null || fact.on < first.on ? fact : first),
    null,
  );
}

/** Whether a fact is of the cycle that is not complete yet, and not too early for it. */
function isNew(fact: Fact, history: History, moment: Moment): boolean {
  const used = lastUsed(history);
  const last = standingCycle(history, moment.day);
  const from = last === null ? null : datesOf(last, moment).countsFrom;
  return (used === null || fact.on > used) && (from === null || fact.on >= from);
}
