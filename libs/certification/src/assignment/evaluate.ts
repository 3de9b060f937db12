import { type CalendarDate, daysBetween } from '@app/platform/clock/calendar.js';
import { newId } from '@app/platform/ids/ids.js';
import {
  type Assignment,
  type AssignmentId,
  type Origin,
  settled,
  type TimeException,
} from './assignment.js';
import type { RuleInForce } from './assignment-rule.js';
import { type Caught, type Circumstances, caughtBy, type PersonFacts } from './audience.js';
import { dueDateOf } from './due-date.js';

/** What an evaluation rests on besides the people. */
export interface EvaluationGround {
  readonly today: CalendarDate;
  readonly needs: Circumstances['needs'];
  /** The force's rules that are on or paused. */
  readonly rules: readonly RuleInForce[];
}

/** One assignment as it was and as it is now. */
export interface AssignmentChange {
  readonly before: Assignment;
  readonly after: Assignment;
}

/**
 * CRT-65, CRT-67. What changes in a person's assignments: nothing when the rules say what is there already. It depends on the
 * facts, the rules and what is there, never on how one came to look, so looking at one person and at everybody gives the same.
 */
export function evaluate(
  person: PersonFacts,
  there: readonly Assignment[],
  ground: EvaluationGround,
): AssignmentChange[] {
  const codes = new Set([...there.map(({ code }) => code), ...ground.rules.map(({ code }) => code)]);
  return [...codes].flatMap((code) => {
    const before = there.find((each) => each.code === code) ?? nothing(person, code);
    const origins = originsOf(person, before, ground);
    const after = held(settled(before, origins), person);
    const isSame =
      after.heldTo === before.heldTo && JSON.stringify(origins) === JSON.stringify(before.origins);
    return isSame ? [] : [{ before, after }];
  });
}

/** With the last valid day of the award, as long as a rule catches the person. */
function held(assignment: Assignment, { expiries }: PersonFacts): Assignment {
  if (assignment.state === 'ended') return assignment;
  return { ...assignment, heldTo: expiries.get(assignment.code) ?? null };
}

function nothing({ personId }: PersonFacts, code: string): Assignment {
  const empty = { origins: [], state: 'ended', dueOn: null, heldTo: null, revision: 0 } as const;
  return { id: newId<AssignmentId>(), personId, code, ...empty };
}

function originsOf(person: PersonFacts, before: Assignment, ground: EvaluationGround): Origin[] {
  const rules = ground.rules.filter(({ code }) => code === before.code);
  const kept = before.origins.map((origin) => {
    const rule = rules.find(({ id }) => id === origin.ruleId);
    return rule === undefined ? ended(origin, ground.today) : next(rule, person, { origin, ...ground });
  });
  const known = new Set(before.origins.map(({ ruleId }) => ruleId));
  const fresh = rules.filter(({ id }) => !known.has(id));
  return [...kept, ...fresh.map((rule) => next(rule, person, { origin: null, ...ground }))].filter(
    (origin) => origin !== null,
  );
}

type Before = EvaluationGround & { readonly origin: Origin | null };

/** One rule's origin as it is now; null when there never was one. */
function next(rule: RuleInForce, person: PersonFacts, { origin, ...ground }: Before): Origin | null {
  if (rule.isPaused) return origin;
  const caught = caughtNow(rule, person, ground);
  if (caught === null) {
    const stays = origin === null || !rule.version.recheck;
    return stays && !isLeftOut(rule, person) ? origin : origin && ended(origin, ground.today);
  }
  const isLive = origin !== null && origin.endedOn === null;
  return isLive
    ? goneOn(rule, person, { origin, caught, ...ground })
    : begun(rule, person, { origin, caught, ...ground });
}

/** CRT-62. By what a rule catches a person today; null: it does not, or the person is left out. */
export function caughtNow(
  rule: RuleInForce,
  person: PersonFacts,
  { today, needs }: Omit<EvaluationGround, 'rules'>,
): Caught | null {
  if (isLeftOut(rule, person)) return null;
  return caughtBy(rule.version.audience, person, { today, needs, startsOn: rule.startsOn });
}

function isLeftOut(rule: RuleInForce, { personId }: PersonFacts): boolean {
  return rule.leftOut.has(personId);
}

function ended(origin: Origin, today: CalendarDate): Origin {
  return origin.endedOn === null ? { ...origin, endedOn: today } : origin;
}

type Now = Before & { readonly caught: Caught };

/** The due date of a rule for somebody whom it catches. */
export function dueNow(
  rule: RuleInForce,
  person: PersonFacts,
  at: { caught: Caught; on: CalendarDate; today: CalendarDate },
) {
  const { caught, on, today } = at;
  return dueDateOf(rule.version.due, {
    ...{ caught, today, startsOn: rule.startsOn, caughtOn: on, leaves: person.leaves },
  });
}

/** Caught before: the date follows the facts; no second exception is raised. One that nobody decided is looked at anew. */
function goneOn(rule: RuleInForce, person: PersonFacts, { origin, caught, today }: Now): Origin | null {
  if (origin === null) return null;
  const dueOn = dueNow(rule, person, { caught, on: origin.on, today });
  const isOpen = origin.exception !== null && origin.exception.answer === null;
  const still = isOpen ? tooShort(rule, dueOn, today) : origin.exception;
  const exception = isOpen && still !== null ? origin.exception : still;
  return { ...origin, version: rule.version.number, dueOn, exception };
}

/** CRT-66. Caught now. What was decided for the same date before is remembered. */
function begun(rule: RuleInForce, person: PersonFacts, { origin, caught, today }: Now): Origin {
  const dueOn = dueNow(rule, person, { caught, on: today, today });
  const short = tooShort(rule, dueOn, today);
  const isDecided = short !== null && origin?.exception?.answer != null && origin.dueOn === dueOn;
  const exception = isDecided ? origin.exception : short;
  return { ruleId: rule.id, version: rule.version.number, on: today, dueOn, endedOn: null, exception };
}

/** CRT-66. The exception that so little time raises; null: there is enough. */
export function tooShort(
  { version }: RuleInForce,
  dueOn: CalendarDate | null,
  today: CalendarDate,
): TimeException | null {
  if (dueOn === null) return null;
  const daysLeft = daysBetween(today, dueOn);
  if (daysLeft >= version.minimumDays && daysLeft >= 0) return null;
  return { daysLeft, answer: null, dueOn: null, by: null };
}
