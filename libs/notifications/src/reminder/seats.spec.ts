import {
  BOOKING_STATES,
  type Booking,
  type BookingState,
  type Session,
  type SessionKind,
} from '@app/assessment';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import type { Days } from './duty.js';
import { seatNow } from './seats.js';
import { brought, wantedSteps } from './step.js';

const on = calendarDateOf;
const NOBODY_AWAY: Days = { absences: [], postings: [] };
const leave = (from: string, to: string): Days => ({
  absences: [{ from: on(from), to: on(to), clockStopped: true }],
  postings: [],
});
/** Six days on duty from 1 December 2026, four at rest: 7–10 and 17–20 December off. */
const SHIFTS: Days = {
  absences: [],
  postings: [{ from: on('2026-12-01'), to: null, shiftPattern: '2-2-2-4' }],
};
const NOW = new Date('2026-09-01T09:00:00Z');

function session(kind: SessionKind, startsAt: string, more: Partial<Session> = {}): Session {
  return {
    ...{
      id: newId(),
      forceId: newId(),
      kind,
      courseCode: 'OLH-101',
      courseTitle: englishOnly('Online harms'),
    },
    ...{ activityId: null, sittingId: null, roomId: null, roomName: null, onlineAddress: null },
    ...{ startsAt: new Date(startsAt), endsAt: new Date(Date.parse(startsAt) + 3_600_000) },
    ...{ seats: 2, seatsLeft: 1, trainerIds: [], cohort: { unitIds: [], personIds: [] } },
    ...{ state: 'PLANNED', cancelReason: null, sequence: 0, changedAt: NOW },
    ...more,
  };
}

function booking(state: BookingState, changedAt = NOW): Booking {
  return {
    ...{ id: newId(), forceId: newId(), sessionId: newId(), personId: newId(), state, askedAt: NOW },
    ...{
      lapsesAt: null,
      reason: null,
      decidedBy: null,
      insteadOf: null,
      wasHeld: null,
      sequence: 0,
      changedAt,
    },
  };
}

function steps(type: 'seat' | 'approval', held: { booking: Booking; session: Session }, days: Days) {
  const thing = seatNow(type, held, NOW);
  if (typeof thing === 'string') return thing;
  return Object.fromEntries(
    wantedSteps(thing, days).map(({ step, level, dueAt }) => [
      step,
      `${level} ${dueAt.toISOString().slice(0, 16)}`,
    ]),
  );
}

describe('the reminders of a seat', () => {
  const CASES: readonly [why: string, kind: SessionKind, startsAt: string, days: Days, expected: object][] = [
    [
      'a class: seven days and one before',
      'CLASSROOM',
      '2026-12-21T10:00:00Z',
      NOBODY_AWAY,
      { 'before-7': '0 2026-12-14T08:00', 'before-1': '0 2026-12-20T08:00' },
    ],
    [
      'an assessment: the same',
      'ASSESSMENT',
      '2026-12-21T10:00:00Z',
      NOBODY_AWAY,
      { 'before-7': '0 2026-12-14T08:00', 'before-1': '0 2026-12-20T08:00' },
    ],
    [
      'a live exercise: fourteen as well',
      'LIVE_EXERCISE',
      '2026-12-21T10:00:00Z',
      NOBODY_AWAY,
      {
        'before-14': '0 2026-12-07T08:00',
        'before-7': '0 2026-12-14T08:00',
        'before-1': '0 2026-12-20T08:00',
      },
    ],
    [
      'the workplace: the day before alone',
      'WORKPLACE',
      '2026-12-21T10:00:00Z',
      NOBODY_AWAY,
      { 'before-1': '0 2026-12-20T08:00' },
    ],
    [
      'spring, clocks on from 28 March 2027: eight is 08:00 UTC, then 07:00',
      'CLASSROOM',
      '2027-03-30T09:00:00Z',
      NOBODY_AWAY,
      { 'before-7': '0 2027-03-23T08:00', 'before-1': '0 2027-03-29T07:00' },
    ],
    [
      'autumn, clocks back from 25 October 2026: eight is 07:00 UTC, then 08:00',
      'CLASSROOM',
      '2026-10-27T10:00:00Z',
      NOBODY_AWAY,
      { 'before-7': '0 2026-10-20T07:00', 'before-1': '0 2026-10-26T08:00' },
    ],
    [
      'half past midnight in London’s summer belongs to that day: 2 July',
      'WORKPLACE',
      '2027-07-01T23:30:00Z',
      NOBODY_AWAY,
      { 'before-1': '0 2027-07-01T07:00' },
    ],
    [
      'leave 14–20 December: the last day before it is the 13th; 13…8 and 7 make seven',
      'CLASSROOM',
      '2026-12-21T10:00:00Z',
      leave('2026-12-14', '2026-12-20'),
      { 'before-7': '0 2026-12-07T08:00', 'before-1': '0 2026-12-13T08:00' },
    ],
    [
      'rest days 17–20 and 7–10: the 16th; 16–11 and the 6th are seven',
      'CLASSROOM',
      '2026-12-21T10:00:00Z',
      SHIFTS,
      { 'before-7': '0 2026-12-06T08:00', 'before-1': '0 2026-12-16T08:00' },
    ],
  ];
  it.each(CASES)('NTF-46 %s', (_why, kind, startsAt, days, expected) => {
    expect(steps('seat', { booking: booking('BOOKED'), session: session(kind, startsAt) }, days)).toEqual(
      expected,
    );
  });

  it('NTF-46 are of a booked seat in a session to come alone', () => {
    const to = session('CLASSROOM', '2026-12-21T10:00:00Z');
    for (const state of BOOKING_STATES.filter((each) => each !== 'BOOKED'))
      expect(['done', 'not-asked']).toContain(
        steps('seat', { booking: booking(state), session: to }, NOBODY_AWAY),
      );
    expect(seatNow('seat', { booking: booking('ATTENDED'), session: to }, NOW)).toBe('done');
    expect(seatNow('seat', { booking: booking('CANCELLED'), session: to }, NOW)).toBe('not-asked');
    expect(seatNow('seat', { booking: booking('BOOKED'), session: to }, to.startsAt)).toBe('done');
    const off = { ...to, state: 'CANCELLED' } as const;
    expect(seatNow('seat', { booking: booking('BOOKED'), session: off }, NOW)).toBe('done');
  });

  it('NTF-46 tell nothing at once to who has just booked, however near it is', () => {
    const held = { booking: booking('BOOKED'), session: session('CLASSROOM', '2026-12-21T10:00:00Z') };
    const now = new Date('2026-12-17T12:00:00Z');
    const thing = seatNow('seat', held, now);
    if (typeof thing === 'string') throw new Error(thing);
    const { added } = brought([], wantedSteps(thing, NOBODY_AWAY), { now, none: null });
    expect(added.map(({ step, state, why }) => [step, why ?? state])).toEqual([
      ['before-7', 'past'],
      ['before-1', 'waiting'],
    ]);
  });
});

describe('an approval that nobody gives', () => {
  const to = session('CLASSROOM', '2026-12-21T10:00:00Z');
  const asked = (at: string) => ({ booking: booking('ASKED', new Date(at)), session: to });

  it.each([
    ['two days after it was asked, three more', '2026-11-23T09:00:00Z', NOBODY_AWAY, '11-25', '11-28'],
    [
      'asked at half past midnight of the 24th in London',
      '2026-11-24T00:30:00Z',
      NOBODY_AWAY,
      '11-26',
      '11-29',
    ],
    ['leave 24–30 November', '2026-11-23T09:00:00Z', leave('2026-11-24', '2026-11-30'), '12-02', '12-05'],
    [
      'rest days 7–10 December: the 6th, 11th; 12th, 13th, 14th',
      '2026-12-05T09:00:00Z',
      SHIFTS,
      '12-11',
      '12-14',
    ],
  ] as const)('NTF-47 goes up the line level by level: %s', (_why, at, days, first, second) => {
    expect(steps('approval', asked(at), days)).toEqual({
      'line-1': `1 2026-${first}T08:00`,
      'line-2': `2 2026-${second}T08:00`,
    });
  });

  it('NTF-47 stops when it is decided, given up or lapses, or the session begins', () => {
    const of = (state: BookingState, now = NOW) =>
      seatNow('approval', { booking: booking(state), session: to }, now);
    expect(['BOOKED', 'REFUSED', 'CANCELLED', 'LAPSED'].map((state) => of(state as BookingState))).toEqual([
      ...['done', 'done', 'not-asked', 'not-asked'],
    ]);
    expect(of('ASKED', to.startsAt)).toBe('done');
  });
});
