import { BOOKING_STATES, type Booking, type BookingState, type Session } from '@app/assessment';
import type { PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import { factsOf, isTrueOf, latestOf, messageOf, type SeatMessage } from './seat-news.js';
import { toldOfSwap } from './tell-of-swap.js';

const SESSION: Session = {
  ...{ id: newId(), forceId: newId(), kind: 'CLASSROOM', courseCode: 'OLH-101' },
  ...{ courseTitle: englishOnly('Online harms'), activityId: null, sittingId: null },
  ...{ roomId: null, roomName: 'Room 4', onlineAddress: null },
  startsAt: new Date('2026-12-01T10:00:00Z'),
  endsAt: new Date('2026-12-01T11:30:00Z'),
  ...{ seats: 2, seatsLeft: 1, trainerIds: [], cohort: { unitIds: [], personIds: [] } },
  ...{ state: 'PLANNED', cancelReason: null, sequence: 0, changedAt: new Date('2026-11-23T09:00:00Z') },
};
const booking = (state: BookingState, more: Partial<Booking> = {}): Booking => ({
  ...{ id: newId(), forceId: SESSION.forceId, sessionId: SESSION.id, personId: newId(), state },
  askedAt: new Date('2026-11-23T09:00:00Z'),
  ...{ lapsesAt: null, reason: null, decidedBy: null, insteadOf: null, wasHeld: null, sequence: 0 },
  changedAt: new Date('2026-11-23T09:00:00Z'),
  ...more,
});
const BEFORE = new Date('2026-12-01T09:59:59.999Z');
const AT_START = new Date('2026-12-01T10:00:00Z');

describe('what somebody is told of a booking', () => {
  it('NTF-40 is by what happened; approved when somebody decided, cancelled when the session fell with it', () => {
    const by = newId<PersonId>();
    expect(messageOf('booked', booking('BOOKED'))).toBe('seat-booked');
    expect(messageOf('booked', booking('BOOKED', { decidedBy: by }))).toBe('seat-approved');
    expect(messageOf('cancelled', booking('CANCELLED'))).toBe('seat-released');
    for (const wasHeld of [true, false])
      expect(messageOf('cancelled', booking('CANCELLED', { wasHeld }))).toBe('session-cancelled');
    expect(messageOf('waits', booking('WAITING'))).toBe('seat-waiting');
    expect(messageOf('offered', booking('OFFERED'))).toBe('seat-offered');
    expect(messageOf('asked', booking('ASKED'))).toBe('seat-asked');
    expect(messageOf('refused', booking('REFUSED'))).toBe('seat-refused');
    expect(messageOf('offer-lapsed', booking('LAPSED'))).toBe('offer-lapsed');
    expect(messageOf('request-lapsed', booking('LAPSED'))).toBe('request-lapsed');
    expect(messageOf('absent', booking('ABSENT'))).toBe('seat-absent');
  });

  const TRUTH: readonly [message: SeatMessage, state: BookingState, lateToo: boolean][] = [
    ['seat-waiting', 'WAITING', false],
    ['seat-offered', 'OFFERED', false],
    ['seat-asked', 'ASKED', false],
    ['approval-wanted', 'ASKED', false],
    ['seat-booked', 'BOOKED', false],
    ['seat-approved', 'BOOKED', false],
    ['session-soon', 'BOOKED', false],
    ['seat-refused', 'REFUSED', true],
    ['seat-released', 'CANCELLED', true],
    ['session-cancelled', 'CANCELLED', true],
    ['offer-lapsed', 'LAPSED', true],
    ['request-lapsed', 'LAPSED', true],
    ['seat-absent', 'ABSENT', true],
  ];
  it.each(TRUTH)(
    'NTF-41 %s is true of %s alone; once the session has begun: %s',
    (message, state, lateToo) => {
      for (const each of BOOKING_STATES)
        expect(isTrueOf(message, { booking: booking(each), session: SESSION }, BEFORE)).toBe(each === state);
      expect(isTrueOf(message, { booking: booking(state), session: SESSION }, AT_START)).toBe(lateToo);
      const session = { ...SESSION, state: 'CANCELLED' } as const;
      expect(isTrueOf(message, { booking: booking(state), session }, BEFORE)).toBe(lateToo);
    },
  );

  it('NTF-41 NTF-42 an offer is one, and of use, until it lapses; anything else until the session begins', () => {
    const lapsesAt = new Date('2026-11-24T09:00:00Z');
    const offer = { booking: booking('OFFERED', { lapsesAt }), session: SESSION };
    expect(isTrueOf('seat-offered', offer, new Date('2026-11-24T08:59:59.999Z'))).toBe(true);
    expect(isTrueOf('seat-offered', offer, lapsesAt)).toBe(false);
    expect(latestOf('seat-offered', offer.booking, SESSION)).toEqual(lapsesAt);
    expect(latestOf('approval-wanted', booking('ASKED'), SESSION)).toEqual(SESSION.startsAt);
  });

  it('NTF-40 holds ids and times, and no reason', () => {
    const told = booking('REFUSED', { reason: 'Too few on duty.' });
    expect(factsOf(told, SESSION)).toEqual({
      ...{ bookingId: told.id, kind: 'CLASSROOM', startsAt: SESSION.startsAt, endsAt: SESSION.endsAt },
      ...{ held: 'no', instead: 'no' },
    });
  });
});

describe('what is told of a swap', () => {
  const [one, other, third] = [newId<PersonId>(), newId<PersonId>(), newId<PersonId>()];
  const told = (
    what: 'offered' | 'agreed' | 'withdrawn',
    state: 'OFFERED' | 'AGREED' | 'WITHDRAWN',
    by?: PersonId,
  ) => toldOfSwap({ what, by }, { state }, [one, other]);

  it('NTF-44 goes to whoever does not know it yet, while it is so', () => {
    expect(told('offered', 'OFFERED')).toEqual([{ personId: other, message: 'swap-proposed' }]);
    expect(told('agreed', 'AGREED')).toEqual([
      { personId: one, message: 'swap-agreed' },
      { personId: other, message: 'swap-agreed' },
    ]);
    expect(told('withdrawn', 'WITHDRAWN', one)).toEqual([{ personId: other, message: 'swap-withdrawn' }]);
    expect(told('withdrawn', 'WITHDRAWN', other)).toEqual([{ personId: one, message: 'swap-refused' }]);
    expect(told('withdrawn', 'WITHDRAWN', third)).toEqual([]);
    expect(told('withdrawn', 'WITHDRAWN')).toEqual([]);
    expect(told('offered', 'WITHDRAWN')).toEqual([]);
    expect(told('offered', 'AGREED')).toEqual([]);
  });
});
