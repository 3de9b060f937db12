import { type CalendarDate, holdsOn, instantInLondon, londonDate } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { Id } from '@app/platform/ids/ids.js';
import { type Days, dutyDay } from './duty.js';
import { type Anchors, type Level, PLANS, type PlannedStep, type ReminderKind } from './plan.js';

export type StepId = Id<'ReminderStep'>;

/** The thing that somebody is reminded of: an enrolment (id), a certification (code), a sitting (id), a seat or its approval (id of the booking). */
export interface ThingRef {
  readonly type: 'enrolment' | 'certification' | 'sitting' | 'seat' | 'approval';
  readonly id: string;
  readonly personId: PersonId;
}

/** A thing of a person in one line. */
export function thingKey({ type, id, personId }: ThingRef): string {
  return `${personId}/${type}/${id}`;
}

/** Why there is nothing to remind of. */
export type NothingDue = 'done' | 'not-asked' | 'suspended' | 'exempt';

/**
 * Why a step was not told. `moved`: its day changed. `later-step`: after an outage, only the latest due step is told. `past`: it lay
 * in the past when it was first planned. `progress`, `booked`: the person acts, so nobody up the line need be told.
 */
export type WhyNot = NothingDue | 'moved' | 'later-step' | 'past' | 'progress' | 'booked';

/** A superseded step of these reasons comes back when its day lies ahead again. */
const MAY_RETURN: ReadonlySet<WhyNot> = new Set(['moved', 'suspended', 'exempt', 'not-asked', 'done']);

/** One step for one person: a row, under a key of its own, that is told once or superseded (NTF-19). */
export interface Step {
  readonly id: StepId;
  readonly thing: ThingRef;
  readonly kind: ReminderKind;
  /** Which turn of the thing: another due day is another turn. */
  readonly cycle: string;
  /** The key of the plan's step. */
  readonly step: string;
  readonly level: Level;
  readonly courseCode: string;
  readonly title: Words;
  readonly dueOn: CalendarDate;
  /** When the session begins; null of what has a day only. */
  readonly startsAt: Date | null;
  /** When it falls due, and, once told, when it was: never when somebody got round to it. */
  readonly dueAt: Date;
  readonly state: 'waiting' | 'told' | 'superseded';
  readonly why: WhyNot | null;
  /** Whether the thing is still to be done. */
  readonly open: boolean;
  /** Those up the line who are told; empty for a step of the person's own, or where no line is held. */
  readonly recipients: readonly PersonId[];
  /** The day of the digest in which they are. */
  readonly digestDay: CalendarDate | null;
}

/** A thing with its days, as it is now. */
export interface ThingNow extends Anchors {
  readonly kind: ReminderKind;
  readonly cycle: string;
  readonly courseCode: string;
  readonly title: Words;
  readonly startsAt?: Date;
  /** False: nobody asked for it, so nobody up the line is told. */
  readonly goesUp: boolean;
  /** Days on which nobody asks for it. */
  readonly exemption: { readonly from: CalendarDate; readonly to: CalendarDate | null } | null;
}

/** A step that should be there. */
export type Wanted = Pick<
  Step,
  'kind' | 'cycle' | 'step' | 'level' | 'courseCode' | 'title' | 'dueOn' | 'startsAt' | 'dueAt'
>;

/** The time of day at which a step is taken, by London's clocks. */
const STEP_TIME = '08:00';

/** NTF-17, NTF-18. The steps of a thing for a person whose days these are. A step that falls on no day, or into an exemption, is left out. */
export function wantedSteps(thing: ThingNow, days: Days): Wanted[] {
  const { kind, cycle, courseCode, title, dueOn, exemption, startsAt = null } = thing;
  const dates = new Map<string, CalendarDate>();
  for (const planned of PLANS[kind].steps) {
    const from = anchorOf(planned, thing, dates);
    const day = from === null ? null : dutyDay(from, planned.days, days);
    if (day !== null) dates.set(planned.key, day);
  }
  return PLANS[kind].steps.flatMap(({ key, level }) => {
    const day = dates.get(key);
    if (day === undefined || (level > 0 && !thing.goesUp)) return [];
    if (exemption !== null && holdsOn(exemption, day)) return [];
    const dueAt = instantInLondon(day, STEP_TIME);
    return [{ kind, cycle, step: key, level, courseCode, title, dueOn, startsAt, dueAt }];
  });
}

function anchorOf(
  { from }: PlannedStep,
  thing: Anchors,
  dates: ReadonlyMap<string, CalendarDate>,
): CalendarDate | null {
  if (from === 'opens') return thing.opensOn;
  return from === 'due' ? thing.dueOn : (dates.get(from.step) ?? null);
}

/** What is to be done so that the rows say what is wanted. */
export interface Changes {
  readonly added: readonly (Wanted & Pick<Step, 'state' | 'why'>)[];
  readonly changed: readonly Step[];
}

/** When steps are looked at, why nothing is wanted where nothing is, and the days on which nobody asks. */
export interface Circumstances {
  readonly now: Date;
  readonly none: NothingDue | null;
  readonly exemption?: ThingNow['exemption'];
}

/** NTF-19, NTF-20. The steps that are there, brought to what is wanted now; `none` says why nothing is. */
export function brought(there: readonly Step[], wanted: readonly Wanted[], at: Circumstances): Changes {
  const keyOf = ({ cycle, step }: Pick<Step, 'cycle' | 'step'>) => `${cycle}/${step}`;
  const byKey = new Map(wanted.map((each) => [keyOf(each), each]));
  const known = new Map(there.map((each) => [keyOf(each), each]));
  const fresh = wanted.filter((each) => !known.has(keyOf(each)));
  const isFirst = !there.some(({ cycle }) => cycle === wanted[0]?.cycle);
  const changed = there.flatMap((step) => {
    const next = nextOf(step, byKey.get(keyOf(step)), at);
    return JSON.stringify(next) === JSON.stringify(step) ? [] : [next];
  });
  return { added: begun(fresh, at.now, isFirst), changed };
}

function nextOf(step: Step, wanted: Wanted | undefined, at: Circumstances): Step {
  if (wanted === undefined) return unwanted(step, at);
  const { title, dueAt } = wanted;
  if (step.state === 'waiting') return { ...step, open: true, title, dueAt };
  const mayReturn = step.state === 'superseded' && step.why !== null && MAY_RETURN.has(step.why);
  return mayReturn && dueAt > at.now
    ? { ...step, open: true, title, dueAt, state: 'waiting', why: null }
    : { ...step, open: true };
}

function unwanted(step: Step, { none, exemption }: Circumstances): Step {
  const closed = { ...step, open: false };
  if (step.state !== 'waiting') return closed;
  const isExempt = exemption != null && holdsOn(exemption, londonDate(step.dueAt));
  return { ...closed, state: 'superseded', why: none ?? (isExempt ? 'exempt' : 'moved') };
}

/** Of those already past, the latest alone is told, and only when the thing is new. */
function begun(fresh: readonly Wanted[], now: Date, isFirst: boolean): Changes['added'] {
  const past = fresh.filter(({ dueAt }) => dueAt <= now);
  const tells = isFirst && past[0] !== undefined && PLANS[past[0].kind].past === 'latest';
  const latest = tells ? past.reduce((a, b) => (b.dueAt >= a.dueAt ? b : a)) : null;
  return fresh.map((each) =>
    each.dueAt > now || each === latest
      ? { ...each, state: 'waiting', why: null }
      : { ...each, state: 'superseded', why: 'past' },
  );
}

/** NTF-20. Whether a later step of the same turn is due as well: then this one is not told. */
export function isOvertaken(step: Step, all: readonly Step[], now: Date): boolean {
  return all.some(
    (other) =>
      other.cycle === step.cycle &&
      other.state !== 'superseded' &&
      other.dueAt > step.dueAt &&
      other.dueAt <= now,
  );
}
