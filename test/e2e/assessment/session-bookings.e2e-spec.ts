import { PostPerson, RecordAbsence } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BEGINNING, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { anAssessmentWorld } from './assessment-world.js';
import { aSession, booked, hours, stateOf } from './session-world.js';

describe('bookings, units and calendars', () => {
  let world: World;
  beforeAll(async () => {
    world = await anAssessmentWorld();
  });
  afterAll(() => world.end());
  beforeEach(() => world.at(BEGINNING));

  async function isManagedBy(key: 'officer', manager: 'supervisor'): Promise<void> {
    const unitId = world.forces.harbourshire.units['district'];
    if (unitId === undefined) throw new Error('No district');
    await world.get(PostPerson).execute(world.system(), {
      ...{ personId: await world.personId(key), unitId, roleId: 'response-officer', rankId: 'pc' },
      ...{ from: calendarDateOf('2026-01-01'), lineManagerId: await world.personId(manager) },
    });
  }

  it('line managers approve where the force says so (ASM-191, ASM-201)', async () => {
    const trainer = await world.as('trainer');
    const terms = { approval: 'LINE_MANAGER', offerHours: 24 };
    expect(await trainer.refusalOf('setBookingTerms', { ...terms, offerHours: 0 })).toBe(
      'TERMS_OUT_OF_RANGE',
    );
    expect(await (await world.as('officer')).codeOf('setBookingTerms', terms)).toBe('FORBIDDEN');
    for (let time = 0; time < 2; time++)
      expect(await trainer.mutate('setBookingTerms', terms, 'approval offerHours')).toMatchObject(terms);
    await isManagedBy('officer', 'supervisor');
    const when = hours('2026-12-10', 9, 10);
    const sessionId = await aSession(world, { ...when, seats: 5 });
    const { id: bookingId, state, lapsesAt } = await booked(world, 'officer', sessionId);
    expect([state, lapsesAt]).toEqual(['ASKED', when.startsAt]);
    const supervisor = await world.as('supervisor');
    expect(await supervisor.query('{ bookingsToDecide { id } }')).toEqual([{ id: bookingId }]);
    const yes = { bookingId, approve: true };
    for (const key of ['officer', 'colleague', 'trainer', 'otherTrainer'] as const)
      expect(await (await world.as(key)).codeOf('decideBooking', yes)).toBe('NOT_FOUND');
    const no = { bookingId, approve: false };
    expect(await supervisor.refusalOf('decideBooking', no)).toBe('SESSION_REASON_MISSING');
    for (let time = 0; time < 2; time++)
      expect(await supervisor.mutate('decideBooking', yes, 'state')).toMatchObject({ state: 'BOOKED' });
    expect(await supervisor.refusalOf('decideBooking', { ...no, reason: 'Too few on duty.' })).toBe(
      'BOOKING_DECIDED',
    );
    const second = await booked(world, 'colleague', sessionId);
    const refused = { bookingId: second.id, approve: false, reason: 'Too few on duty.' };
    expect(await trainer.mutate('decideBooking', refused, 'state reason')).toMatchObject({
      ...{ state: 'REFUSED', reason: 'Too few on duty.' },
    });
    await booked(world, 'capability', sessionId);
    world.at(when.startsAt);
    await world.settle();
    expect(await stateOf(world, 'capability', sessionId)).toBe('LAPSED');
    await (await world.as('trainer')).mutate(
      'setBookingTerms',
      { approval: 'NONE', offerHours: 24 },
      'approval',
    );
  });

  it('attendance: from the start on, by who runs it, put right (ASM-198)', async () => {
    const when = hours('2026-12-11', 9, 10);
    const sessionId = await aSession(world, when);
    const { id: bookingId } = await booked(world, 'officer', sessionId);
    const came = { bookingId, attended: true };
    expect(await (await world.as('administrator')).refusalOf('recordAttendance', came)).toBe(
      'ATTENDANCE_TOO_EARLY',
    );
    world.at(when.startsAt);
    expect(await (await world.as('colleague')).codeOf('recordAttendance', came)).toBe('NOT_FOUND');
    expect(await (await world.as('otherTrainer')).codeOf('recordAttendance', came)).toBe('NOT_FOUND');
    const runs = await world.as('administrator');
    for (let time = 0; time < 2; time++)
      expect(await runs.mutate('recordAttendance', came, 'state')).toMatchObject({ state: 'ATTENDED' });
    const lead = await world.as('trainer');
    const not = { bookingId, attended: false };
    expect(await lead.mutate('recordAttendance', not, 'state')).toMatchObject({ state: 'ABSENT' });
    const list = 'query Q($id: ID!) { sessionBookings(sessionId: $id) { edges { node { state } } } }';
    expect(await runs.query(list, { id: sessionId })).toEqual({ edges: [{ node: { state: 'ABSENT' } }] });
    expect(await (await world.as('officer')).refusalOf('cancelBooking', { bookingId })).toBe(
      'BOOKING_NOT_HELD',
    );
  });

  it('two people swap when both agree (ASM-195)', async () => {
    const one = await aSession(world, hours('2026-12-16', 9, 10));
    const two = await aSession(world, hours('2026-12-16', 11, 12));
    const mine = await booked(world, 'officer', one);
    const theirs = await booked(world, 'colleague', two);
    const third = await booked(world, 'supervisor', one);
    const officer = await world.as('officer');
    const colleague = await world.as('colleague');
    const pair = { bookingId: mine.id, otherBookingId: theirs.id };
    expect(await officer.refusalOf('offerSwap', { ...pair, otherBookingId: third.id })).toBe('SWAP_UNLIKE');
    expect(await colleague.codeOf('offerSwap', pair)).toBe('NOT_FOUND');
    const { id: first } = await officer.mutate('offerSwap', pair, 'id');
    for (let time = 0; time < 2; time++)
      expect(await colleague.mutate('withdrawSwap', { swapId: first }, 'state')).toMatchObject({
        state: 'WITHDRAWN',
      });
    expect(await colleague.refusalOf('agreeSwap', { swapId: first })).toBe('SWAP_OVER');
    const { id: swapId } = await officer.mutate('offerSwap', pair, 'id');
    expect(await officer.mutate('offerSwap', pair, 'id')).toMatchObject({ id: swapId });
    expect(await colleague.query('{ mySwaps { id } }')).toEqual([{ id: swapId }]);
    expect(await officer.codeOf('agreeSwap', { swapId })).toBe('NOT_FOUND');
    for (let time = 0; time < 2; time++)
      expect(await colleague.mutate('agreeSwap', { swapId }, 'state')).toMatchObject({ state: 'AGREED' });
    expect(await stateOf(world, 'officer', two)).toBe('BOOKED');
    expect(await stateOf(world, 'officer', one)).toBeUndefined();
    expect(await stateOf(world, 'colleague', one)).toBe('BOOKED');
    expect(await officer.refusalOf('withdrawSwap', { swapId })).toBe('SWAP_OVER');
  });

  it('no more of a unit are away than its limit, however many book at once (ASM-196, ASM-197, ASM-203)', async () => {
    const trainer = await world.as('trainer');
    const unitId = world.forces.harbourshire.units['other-team'];
    expect(await trainer.refusalOf('setAbstractionLimit', { unitId, percent: 101 })).toBe(
      'LIMIT_OUT_OF_RANGE',
    );
    expect(await (await world.as('officer')).codeOf('setAbstractionLimit', { unitId, percent: 50 })).toBe(
      'FORBIDDEN',
    );
    for (let time = 0; time < 2; time++)
      expect(
        await trainer.mutate('setAbstractionLimit', { unitId, percent: 50 }, 'limits { unitId percent }'),
      ).toMatchObject({ limits: [{ unitId, percent: 50 }] });
    const callers: Caller[] = [];
    for (const givenName of ['Ann', 'Bob', 'Cat', 'Dan']) {
      const personId = await world.join('harbourshire', {
        givenName,
        familyName: 'Reed',
        unit: 'other-team',
      });
      callers.push(await world.signedIn(personId, world.forces.harbourshire.id));
    }
    for (const { personId } of callers.slice(2))
      await world.get(RecordAbsence).execute(world.system(), {
        ...{ personId, clockStopped: false },
        ...{ from: calendarDateOf('2026-12-18'), to: calendarDateOf('2026-12-19') },
      });
    const when = { startsAt: '2026-12-17T10:00:00.000Z', endsAt: '2026-12-17T11:30:00.000Z' };
    const sessionId = await aSession(world, { ...when, seats: 10 });
    const replies = await Promise.all(
      callers.map((each) => each.mutate('bookSeat', { sessionId }, 'id state')),
    );
    const refused = replies.filter((reply) => reply.code === 'ABSTRACTION_LIMIT');
    expect(replies.filter((reply) => reply.state === 'BOOKED')).toHaveLength(2);
    expect(refused).toHaveLength(2);
    // Two of four may be away. On the 18th and 19th two are absent already: the 20th is the first day with room.
    expect(refused[0].message).toContain(
      '2 of 4 people of the unit are away on 17 December 2026, and 2 may be',
    );
    expect(refused[0].message).toContain('from 20 December 2026');
    const byMonth =
      'query Q($id: ID!) { abstractionByMonth(unitId: $id, from: "2026-11", to: "2026-12") { month minutes people } }';
    expect(await trainer.query(byMonth, { id: unitId })).toEqual([
      { month: '2026-12', minutes: 180, people: 2 },
    ]);
    await trainer.mutate('setAbstractionLimit', { unitId, percent: 0 }, '__typename');
    const place = replies.findIndex((reply) => reply.code === 'ABSTRACTION_LIMIT');
    expect(await callers[place]?.refusalOf('bookSeat', { sessionId })).toBe('ABSTRACTION_NO_ROOM');
    await trainer.mutate('setAbstractionLimit', { unitId }, '__typename');
    expect(await callers[place]?.mutate('bookSeat', { sessionId }, 'state')).toMatchObject({
      state: 'BOOKED',
    });
  });

  it('a calendar has a private address, and names nobody (ASM-200)', async () => {
    const inSummer = await aSession(world, { ...hours('2027-06-01', 9, 10), seats: 3 });
    await booked(world, 'secondTrainer', inSummer);
    await booked(world, 'officer', inSummer);
    const fallen = await aSession(world, { ...hours('2027-06-02', 9, 10) });
    await booked(world, 'secondTrainer', fallen);
    await (await world.as('trainer')).mutate(
      'cancelSession',
      { sessionId: fallen, reason: 'No staff.' },
      'id',
    );
    const caller = await world.as('secondTrainer');
    const renew = 'mutation { renewCalendar { ... on CalendarAddress { path } } }';
    const { path } = await caller.query(renew);
    const reply = await fetch(`${world.url}${String(path)}`);
    expect(reply.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const lines = (await reply.text()).replaceAll('\r\n ', '').split('\r\n');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    // 09:00 UTC in June is 10:00 in London.
    expect(lines).toContain('DTSTART;TZID=Europe/London:20270601T100000');
    expect(lines).toContain('DTEND;TZID=Europe/London:20270601T110000');
    expect(lines).toContain('BEGIN:VTIMEZONE');
    expect(lines.filter((line) => line.startsWith('STATUS:')).sort()).toEqual([
      'STATUS:CANCELLED',
      'STATUS:CONFIRMED',
    ]);
    expect(lines.join()).not.toMatch(/Okafor|Maya|Vale|Noor|ORGANIZER|ATTENDEE/);
    const etag = reply.headers.get('etag') ?? '';
    const again = await fetch(`${world.url}${String(path)}`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    const kept = await world.connection.collection('calendarFeeds').find().toArray();
    expect(JSON.stringify(kept)).not.toContain(String(path).slice(11, 54));
    const renewed = await caller.query(renew);
    expect((await fetch(`${world.url}${String(path)}`)).status).toBe(404);
    expect((await fetch(`${world.url}${String(renewed.path)}`)).status).toBe(200);
    await caller.query('mutation { revokeCalendar { ... on Done { ok } } }');
    expect((await fetch(`${world.url}${String(renewed.path)}`)).status).toBe(404);
    expect((await fetch(`${world.url}/calendars/nonsense.ics`)).status).toBe(404);
  });

  it.each([
    ['abstractions', { unitId: 1, day: { $gte: '2026-12-01', $lte: '2026-12-31' } }],
    ['sessionHolds', { holder: 'room:1', quarter: { $gte: new Date(0) } }],
    ['bookings', { sessionId: 1, state: 'WAITING' }],
    ['bookings', { state: 'ASKED' }],
    ['bookings', { insteadOf: 1 }],
    ['trainingSessions', { trainerIds: 1, startsAt: { $gte: new Date(0) } }],
    ['calendarFeeds', { tokenHash: 'x' }],
    ['swaps', { otherBookingId: 1 }],
  ])('%s by %o uses an index', async (collection, wanted) => {
    const ids = Object.entries(wanted).map(([key, value]) => [
      key,
      value === 1 ? objectId(newId<never>()) : value,
    ]);
    const forceId = objectId(world.forces.harbourshire.id);
    const filter = { ...(collection === 'calendarFeeds' ? {} : { forceId }), ...Object.fromEntries(ids) };
    const { queryPlanner } = await world.connection.collection(collection).find(filter).explain();
    const plan = JSON.stringify(queryPlanner.winningPlan);
    expect(plan).toMatch(/IXSCAN|EXPRESS_IXSCAN/);
    expect(plan).not.toContain('COLLSCAN');
  });
});
