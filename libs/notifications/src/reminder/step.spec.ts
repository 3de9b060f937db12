import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import { type Days, dutyDay, isOnDuty } from './duty.js';
import type { ReminderKind } from './plan.js';
import { brought, isOvertaken, type Step, type StepId, type ThingNow, wantedSteps } from './step.js';

const on = calendarDateOf;
const NOBODY_AWAY: Days = { absences: [], postings: [] };
const leave = (from: string, to: string | null, clockStopped = true): Days => ({
  absences: [{ from: on(from), to: to === null ? null : on(to), clockStopped }],
  postings: [],
});
/** Six days on duty, four at rest: 1–6 December on, 7–10 off, 11–16 on, 17–20 off, 21–26 on, 27–30 off, 31–5 on. */
const SHIFTS: Days = {
  absences: [],
  postings: [{ from: on('2026-12-01'), to: null, shiftPattern: '2-2-2-4' }],
};

function thing(dueOn: string, more: Partial<ThingNow> = {}): ThingNow {
  const nothing = { opensOn: null, exemption: null, goesUp: true, courseCode: 'OLH-101' };
  const title = englishOnly('Online harms');
  return { ...nothing, kind: 'course-due', cycle: `1@${dueOn}`, title, dueOn: on(dueOn), ...more };
}

const timesOf = (now: ThingNow, days: Days) =>
  Object.fromEntries(
    wantedSteps(now, days).map(({ step, dueAt }) => [step, dueAt.toISOString().slice(0, 16)]),
  );

describe('the days of steps', () => {
  const HISTORIES: readonly [why: string, now: ThingNow, days: Days, expected: Record<string, string>][] = [
    [
      'every day counts: 14, 7 and 1 before 21 December; then the 22nd, three days on, seven more',
      thing('2026-12-21'),
      NOBODY_AWAY,
      {
        ...{
          'before-14': '2026-12-07T08:00',
          'before-7': '2026-12-14T08:00',
          'before-1': '2026-12-20T08:00',
        },
        ...{ overdue: '2026-12-22T08:00', 'line-1': '2026-12-25T08:00', 'line-2': '2027-01-01T08:00' },
      },
    ],
    [
      'leave 10–16 December is stepped over: back from the 21st 20,19,18,17 are four, 9,8,7 make seven, 6…1 and 30 November fourteen',
      thing('2026-12-21'),
      leave('2026-12-10', '2026-12-16'),
      {
        ...{
          'before-14': '2026-11-30T08:00',
          'before-7': '2026-12-07T08:00',
          'before-1': '2026-12-20T08:00',
        },
        ...{ overdue: '2026-12-22T08:00', 'line-1': '2026-12-25T08:00', 'line-2': '2027-01-01T08:00' },
      },
    ],
    [
      'leave from the day after: nobody is late or reported before they are back on 5 January',
      thing('2026-12-21'),
      leave('2026-12-22', '2027-01-04'),
      {
        ...{
          'before-14': '2026-12-07T08:00',
          'before-7': '2026-12-14T08:00',
          'before-1': '2026-12-20T08:00',
        },
        ...{ overdue: '2027-01-05T08:00', 'line-1': '2027-01-08T08:00', 'line-2': '2027-01-15T08:00' },
      },
    ],
    [
      'leave that stops no clock counts like any day',
      thing('2026-12-21'),
      leave('2026-12-22', '2027-01-04', false),
      {
        ...{
          'before-14': '2026-12-07T08:00',
          'before-7': '2026-12-14T08:00',
          'before-1': '2026-12-20T08:00',
        },
        ...{ overdue: '2026-12-22T08:00', 'line-1': '2026-12-25T08:00', 'line-2': '2027-01-01T08:00' },
      },
    ],
    [
      'rest days: before the 21st lies 16; 16–11 and 6 are seven; 5–1, 30 and 29 November fourteen. After: 22; 23,24,25; 26, 31, 1–5',
      thing('2026-12-21'),
      SHIFTS,
      {
        ...{
          'before-14': '2026-11-29T08:00',
          'before-7': '2026-12-06T08:00',
          'before-1': '2026-12-16T08:00',
        },
        ...{ overdue: '2026-12-22T08:00', 'line-1': '2026-12-25T08:00', 'line-2': '2027-01-05T08:00' },
      },
    ],
    [
      'eight by London’s clocks on both sides of the spring change of 28 March 2027: 08:00 and then 07:00 UTC',
      thing('2027-03-29'),
      NOBODY_AWAY,
      {
        ...{
          'before-14': '2027-03-15T08:00',
          'before-7': '2027-03-22T08:00',
          'before-1': '2027-03-28T07:00',
        },
        ...{ overdue: '2027-03-30T07:00', 'line-1': '2027-04-02T07:00', 'line-2': '2027-04-09T07:00' },
      },
    ],
    [
      'away for good from the 22nd: nothing after',
      thing('2026-12-21'),
      leave('2026-12-22', null),
      { 'before-14': '2026-12-07T08:00', 'before-7': '2026-12-14T08:00', 'before-1': '2026-12-20T08:00' },
    ],
    [
      'exempt 14–20 December: the two steps of those days are left out; nobody asked, so nobody up the line is told',
      thing('2026-12-21', { exemption: { from: on('2026-12-14'), to: on('2026-12-20') }, goesUp: false }),
      NOBODY_AWAY,
      { 'before-14': '2026-12-07T08:00', overdue: '2026-12-22T08:00' },
    ],
    [
      'a certification: its window (summer time still), 28 and 7 days before its last day, and after it',
      thing('2026-12-21', { kind: 'certification', opensOn: on('2026-10-21') }),
      NOBODY_AWAY,
      {
        ...{ opened: '2026-10-21T07:00', 'before-28': '2026-11-23T08:00', 'before-7': '2026-12-14T08:00' },
        ...{ overdue: '2026-12-22T08:00', 'line-1': '2026-12-25T08:00', 'line-2': '2027-01-01T08:00' },
      },
    ],
    [
      'a window that opens during leave is told on the first day back; no last day but the award’s',
      thing('2026-12-21', { kind: 'certification', opensOn: on('2026-10-21'), goesUp: false }),
      leave('2026-10-21', '2026-10-23'),
      {
        ...{ opened: '2026-10-24T07:00', 'before-28': '2026-11-23T08:00' },
        ...{ 'before-7': '2026-12-14T08:00', overdue: '2026-12-22T08:00' },
      },
    ],
    [
      'a sitting: seven days and one day before',
      thing('2026-12-21', { kind: 'sitting', goesUp: false }),
      NOBODY_AWAY,
      { 'before-7': '2026-12-14T08:00', 'before-1': '2026-12-20T08:00' },
    ],
  ];

  it.each(HISTORIES)('NTF-17 NTF-18 %s', (_why, now, days, expected) => {
    expect(timesOf(now, days)).toEqual(expected);
  });

  it('NTF-18 counts every day where no pattern reads as one, and a day that any posting works', () => {
    const posted = (...patterns: (string | null)[]): Days => ({
      absences: [],
      postings: patterns.map((shiftPattern) => ({ from: on('2026-12-01'), to: null, shiftPattern })),
    });
    // The fourth day of 2-2 is a rest day.
    expect(isOnDuty(posted('2-2'), on('2026-12-04'))).toBe(false);
    expect(isOnDuty(posted('2-2', null), on('2026-12-04'))).toBe(true);
    for (const pattern of ['nights', '7', '5-0', '0-2', '2--2'])
      expect(isOnDuty(posted(pattern), on('2026-12-04'))).toBe(true);
    expect(dutyDay(on('2026-12-02'), 1, posted('2-2'))).toBe('2026-12-05');
  });
});

describe('steps brought to what is wanted', () => {
  const NOW = new Date('2026-12-10T12:00:00Z');
  const at = (none: 'done' | 'suspended' | null = null) => ({ now: NOW, none });
  const ref = { type: 'enrolment', id: newId<StepId>(), personId: newId<PersonId>() } as const;
  const rowsOf = (now: ThingNow, kind: ReminderKind = 'course-due'): Step[] =>
    brought([], wantedSteps({ ...now, kind }, NOBODY_AWAY), at()).added.map((each) => ({
      ...{ id: newId<StepId>(), thing: ref, ...each, open: true, recipients: [], digestDay: null },
    }));
  const statesOf = (steps: readonly Step[]) =>
    Object.fromEntries(steps.map(({ step, state, why }) => [step, why ?? state]));
  const applied = (
    steps: readonly Step[],
    now: ThingNow | null,
    none: 'done' | 'suspended' | null = null,
  ) => {
    const wanted = now === null ? [] : wantedSteps(now, NOBODY_AWAY);
    const { changed } = brought(steps, wanted, at(none));
    return steps.map((step) => changed.find(({ id }) => id === step.id) ?? step);
  };

  it('NTF-20 tells at once only the latest of what lay in the past, and nothing of a place just booked', () => {
    // Due on 12 December, planned on the 10th: 28 November and 5 December are past, 11 December is not.
    expect(statesOf(rowsOf(thing('2026-12-12')))).toEqual({
      ...{ 'before-14': 'past', 'before-7': 'waiting', 'before-1': 'waiting' },
      ...{ overdue: 'waiting', 'line-1': 'waiting', 'line-2': 'waiting' },
    });
    expect(statesOf(rowsOf(thing('2026-12-12'), 'sitting'))).toEqual({
      'before-7': 'past',
      'before-1': 'waiting',
    });
  });

  it('NTF-19 supersedes what waits when the day moved, it was done or its person is suspended; never what was told', () => {
    const [first, ...rest] = rowsOf(thing('2026-12-24'));
    const rows = first === undefined ? [] : [{ ...first, state: 'told' as const }, ...rest];
    const gone = (why: string) => ({
      ...{
        'before-14': 'told',
        'before-7': why,
        'before-1': why,
        overdue: why,
        'line-1': why,
        'line-2': why,
      },
    });
    expect(statesOf(applied(rows, thing('2027-02-01')))).toEqual(gone('moved'));
    expect(statesOf(applied(rows, null, 'done'))).toEqual(gone('done'));
    const suspended = applied(rows, null, 'suspended');
    expect(statesOf(suspended)).toEqual(gone('suspended'));
    expect(suspended.every(({ open }) => !open)).toBe(true);
    // Back again: all of them lie ahead of 10 December.
    expect(statesOf(applied(suspended, thing('2026-12-24')))).toEqual({
      ...{ 'before-14': 'told', 'before-7': 'waiting', 'before-1': 'waiting' },
      ...{ overdue: 'waiting', 'line-1': 'waiting', 'line-2': 'waiting' },
    });
  });

  it('NTF-19 changes nothing when nothing changed', () => {
    const rows = rowsOf(thing('2026-12-24'));
    expect(brought(rows, wantedSteps(thing('2026-12-24'), NOBODY_AWAY), at())).toEqual({
      added: [],
      changed: [],
    });
  });

  it('NTF-20 finds a step overtaken by a later one that is due as well, and by no other', () => {
    const rows = rowsOf(thing('2026-12-24'));
    const [fourteen] = rows;
    if (fourteen === undefined) throw new Error('no step');
    expect(isOvertaken(fourteen, rows, new Date('2026-12-17T07:59:59Z'))).toBe(false);
    expect(isOvertaken(fourteen, rows, new Date('2026-12-17T08:00:00Z'))).toBe(true);
    const other = rows.map((row) => (row === fourteen ? row : { ...row, cycle: '2@2027-01-01' }));
    expect(isOvertaken(fourteen, other, new Date('2027-12-17T08:00:00Z'))).toBe(false);
  });
});
