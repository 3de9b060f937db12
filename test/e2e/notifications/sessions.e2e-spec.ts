import { PostPerson, RecordAbsence } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import type { EventConsumer } from '@app/platform/jobs/job.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TellOfBookingProcessor } from '../../../apps/worker/src/notifications/tell-of-booking.processor.js';
import { TellOfSessionProcessor } from '../../../apps/worker/src/notifications/tell-of-session.processor.js';
import { TellOfSwapProcessor } from '../../../apps/worker/src/notifications/tell-of-swap.processor.js';
import { BEGINNING, type World } from '../../support/a-world.js';
import { anAssessmentWorld, aSitting, COURSE } from '../assessment/assessment-world.js';
import { aSession, hours } from '../assessment/session-world.js';
import { type SmtpPeer, smtpPeer, subjectsTo } from './smtp-peer.js';

let world: World;
let peer: SmtpPeer;
beforeAll(async () => {
  peer = await smtpPeer();
  world = await anAssessmentWorld(undefined, { SMTP_URL: peer.url });
}, 60_000);
beforeEach(() => world.at(BEGINNING));
afterAll(async () => {
  await world.end();
  await peer.end();
});

const CLASS = { kind: 'CLASSROOM', onlineAddress: 'https://meet.example/1' };

let names = 0;
async function somebody(): Promise<PersonId> {
  names += 1;
  return world.join('harbourshire', { givenName: 'Olive', familyName: `Number${names}` });
}
const people = async (count: number) => {
  const made: PersonId[] = [];
  while (made.length < count) made.push(await somebody());
  return made as [PersonId, PersonId, PersonId, PersonId];
};
const as = (personId: PersonId) => world.signedIn(personId, world.forces.harbourshire.id);

/** Has somebody answer to a manager. */
async function under(personId: PersonId, lineManagerId: PersonId): Promise<void> {
  const unitId = world.forces.harbourshire.units['other-team'];
  if (unitId === undefined) throw new Error('no unit');
  await world.get(PostPerson).execute(world.system(), {
    ...{ personId, unitId, lineManagerId, rankId: 'pc', roleId: 'response-officer' },
    from: calendarDateOf('2026-02-01'),
  });
}

/** Somebody's new booking, or wish, and its settled consequences. */
async function books(personId: PersonId, sessionId: string, how = 'bookSeat'): Promise<string> {
  const { id } = (await (await as(personId)).mutate(how, { sessionId }, 'id')) as { id: string };
  await world.settle();
  return id;
}
async function does(personId: PersonId, mutation: string, input: Record<string, unknown>): Promise<void> {
  await (await as(personId)).mutate(mutation, input, 'id');
  await world.settle();
}
async function liveTo(...instants: string[]): Promise<void> {
  for (const instant of instants) {
    world.at(instant);
    await world.settle();
  }
}

const addressOf = async (personId: PersonId) =>
  String((await world.connection.collection('people').findOne({ _id: objectId(personId) }))?.['email']);
/** The subjects of the mails to somebody, up to the course: what each is about. */
const mailed = async (personId: PersonId) =>
  subjectsTo(peer, await addressOf(personId))
    .filter((subject) => !subject.startsWith('Your invitation'))
    .map((subject) => subject.split(/: |\? /)[0]);
/** The last mail to somebody, as it came. */
const lastMail = async (personId: PersonId) => {
  const address = await addressOf(personId);
  return peer.mails.filter((mail) => mail.includes(`To: ${address}`)).at(-1) ?? '';
};
const noticesOf = async (personId: PersonId) => {
  const { edges } = await (await as(personId)).query(
    '{ myNotices(first: 50) { edges { node { subject { en cy } body { en } } } } }',
  );
  return edges.map(({ node }: { node: object }) => node) as {
    subject: { en: string; cy: string };
    body: { en: string };
  }[];
};
const stepsOf = async (personId: PersonId, type: string) =>
  (
    await world.connection
      .collection('reminderSteps')
      .find({ personId: objectId(personId), type })
      .sort({ dueAt: 1, _id: 1 })
      .toArray()
  ).map((row) => [
    row['step'],
    row['why'] ?? row['state'],
    (row['dueAt'] as Date).toISOString().slice(0, 16),
  ]);

/** Every event about bookings, swaps and sessions comes once more, to consumers that do not know that they had it. */
async function everythingAgain(): Promise<number> {
  const consumers: [RegExp, EventConsumer<never>][] = [
    [
      /^assessment\.booking\.(asked|attended|booked|cancelled|lapsed|offered|refused|waits)/,
      world.get(TellOfBookingProcessor),
    ],
    [/^assessment\.swap\./, world.get(TellOfSwapProcessor)],
    [/^assessment\.session\./, world.get(TellOfSessionProcessor)],
  ];
  let count = 0;
  for (const [type, consumer] of consumers)
    for (const row of await world.connection.collection('journal').find({ type }).toArray()) {
      const event = { eventId: String(row._id), type: row['type'], at: row['at'], data: row['data'] };
      await consumer.consume(world.system(), event as never);
      count += 1;
    }
  await world.settle();
  return count;
}
const announced = (type: string, personId: PersonId) =>
  world.connection.collection('journal').countDocuments({ type, 'data.personId': personId });

describe('what becomes of a seat', () => {
  it('NTF-40 a booking is mailed exactly once, however often it is asked for and its event arrives', async () => {
    const personId = await somebody();
    const sessionId = await aSession(world, hours('2026-12-01', 9, 10));
    await world.settle();
    for (let time = 0; time < 2; time++) await books(personId, sessionId);
    expect(await mailed(personId)).toEqual(['Your seat is booked']);
    expect(await lastMail(personId)).toContain('on 1 December 2026 from 09:00 to 10:00');
    const [notice, ...others] = await noticesOf(personId);
    expect(others).toEqual([]);
    expect(notice?.subject.en).toMatch(/^Your seat is booked: .*, 1 December 2026$/);
    expect(notice?.subject.cy).toMatch(/^Mae eich sedd wedi’i chadw: .*, 1 Rhagfyr 2026$/);
    const before = peer.mails.length;
    expect(await everythingAgain()).toBeGreaterThan(0);
    expect(peer.mails).toHaveLength(before);
    expect(await noticesOf(personId)).toHaveLength(1);
    const ids = peer.mails.map((mail) => /^Message-ID: <(.*)>/im.exec(mail)?.[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('NTF-40 comes in the language of its reader', async () => {
    const personId = await somebody();
    await world.connection
      .collection('people')
      .updateOne({ _id: objectId(personId) }, { $set: { language: 'cy' } });
    await books(personId, await aSession(world, hours('2026-12-01', 11, 12)));
    const mail = await lastMail(personId);
    expect(mail).toContain('Content-Language: cy');
    expect(mail).toContain('ar 1 Rhagfyr 2026 o 11:00 i 12:00');
  });

  it('NTF-40 the waiting list, an offer with its lapse, and the lapse, to the next in turn', async () => {
    const [holder, second, third] = await people(3);
    const sessionId = await aSession(world, { ...hours('2026-12-02', 9, 10), seats: 1 });
    const bookingId = await books(holder, sessionId);
    await books(second, sessionId, 'joinWaitingList');
    await books(third, sessionId, 'joinWaitingList');
    await does(holder, 'cancelBooking', { bookingId });
    expect(await mailed(holder)).toEqual(['Your seat is booked', 'You gave up your seat']);
    expect(await mailed(second)).toEqual(['You are on the waiting list', 'A seat is kept for you']);
    // Twenty-four hours, where the force says nothing.
    expect(await lastMail(second)).toContain('is kept for you until 24 November 2026 at 09:00');
    expect(await lastMail(second)).not.toContain('In its place');
    expect(await mailed(third)).toEqual(['You are on the waiting list']);
    await liveTo('2026-11-24T09:00:00Z');
    expect(await mailed(second)).toEqual([
      ...['You are on the waiting list', 'A seat is kept for you', 'The offer of a seat has lapsed'],
    ]);
    expect(await mailed(third)).toEqual(['You are on the waiting list', 'A seat is kept for you']);
    expect(await lastMail(third)).toContain('until 25 November 2026 at 09:00');
  });

  it('NTF-40 NTF-45 a cancelled session is told once to everybody of it, with what is offered in its place', async () => {
    const [first, second, waiting, run] = await people(4);
    // Classes: other tests leave seats free in sessions of other kinds.
    const when = { ...CLASS, seats: 2, trainerIds: [run] };
    const sessionId = await aSession(world, { ...hours('2026-12-03', 9, 10), ...when });
    for (const personId of [first, second]) await books(personId, sessionId);
    await books(waiting, sessionId, 'joinWaitingList');
    await aSession(world, { ...hours('2026-12-03', 14, 15), ...when, seats: 1 });
    const reason = 'The roof leaks.';
    for (let time = 0; time < 2; time++) {
      await (await world.as('trainer')).mutate('cancelSession', { sessionId, reason }, 'state');
      await world.settle();
    }
    expect(await mailed(first)).toEqual(['Your seat is booked', 'Cancelled', 'A seat is kept for you']);
    expect(await lastMail(first)).toContain(
      'The session that you had booked is cancelled. In its place, a seat',
    );
    expect(await mailed(second)).toEqual(['Your seat is booked', 'Cancelled']);
    expect(await lastMail(second)).toContain('The session in which you had a seat is cancelled');
    expect(await mailed(waiting)).toEqual(['You are on the waiting list', 'Cancelled']);
    expect(await lastMail(waiting)).toContain('for which you were on the waiting list is cancelled');
    expect(await mailed(run)).toEqual([
      'You run a session',
      'You run a session',
      'Your session is cancelled',
    ]);
    for (const personId of [first, second, waiting]) {
      expect(JSON.stringify(await noticesOf(personId))).not.toContain('roof');
      expect(await lastMail(personId)).not.toContain('roof');
    }
    const before = peer.mails.length;
    await everythingAgain();
    await liveTo('2026-11-26T08:00:00Z', '2026-12-02T08:00:00Z');
    expect((await mailed(second)).filter((subject) => subject !== 'Cancelled')).toEqual([
      'Your seat is booked',
    ]);
    expect(peer.mails.slice(before).filter((mail) => mail.includes('Subject: Cancelled'))).toEqual([]);
  });

  it('NTF-40 who was noted as absent is told, and not when it is put right', async () => {
    const personId = await somebody();
    const when = hours('2026-12-04', 9, 10);
    const bookingId = await books(personId, await aSession(world, when));
    await liveTo(when.startsAt);
    const runs = await world.as('administrator');
    for (const attended of [false, false, true])
      await runs.mutate('recordAttendance', { bookingId, attended }, 'state');
    // Put right before anybody heard of it: nothing is told.
    await world.settle();
    expect(await mailed(personId)).not.toContain('You were noted as absent');
    await runs.mutate('recordAttendance', { bookingId, attended: false }, 'state');
    await world.settle();
    await runs.mutate('recordAttendance', { bookingId, attended: true }, 'state');
    await world.settle();
    expect((await mailed(personId)).filter((subject) => subject?.startsWith('You were noted'))).toHaveLength(
      1,
    );
    expect(await stepsOf(personId, 'seat')).toHaveLength(1);
  });

  it('NTF-41 NTF-42 waits for the end of quiet hours, unless it would come too late, and is not sent when it is not so', async () => {
    const [given, soon] = await people(2);
    const later = await aSession(world, hours('2026-12-07', 9, 10));
    const early = await aSession(world, { ...hours('2026-11-24', 5, 6) });
    await liveTo('2026-11-23T22:00:00Z');
    const bookingId = await books(given, later);
    await books(soon, early);
    expect(await mailed(soon)).toEqual(['Your seat is booked']);
    expect(await mailed(given)).toEqual([]);
    expect(await noticesOf(given)).toHaveLength(1);
    await does(given, 'cancelBooking', { bookingId });
    await liveTo('2026-11-24T06:59:59Z');
    expect(await mailed(given)).toEqual([]);
    await liveTo('2026-11-24T07:00:00Z');
    expect(await mailed(given)).toEqual(['You gave up your seat']);
    const delivery = await world.connection
      .collection('messageDeliveries')
      .findOne({ recipient: objectId(given), message: 'seat-booked', channel: 'mail' });
    expect([delivery?.['state'], delivery?.['reason']]).toEqual(['suppressed', 'no longer so']);
  });
});

describe('a swap', () => {
  it('NTF-44 is told to the other side, and once agreed to both; reminders follow the seat', async () => {
    const [one, other] = await people(2);
    const morning = await aSession(world, hours('2026-12-08', 9, 10));
    const evening = await aSession(world, hours('2026-12-09', 18, 19));
    const pair = { bookingId: await books(one, morning), otherBookingId: await books(other, evening) };
    const offer = async () => {
      const { id } = (await (await as(one)).mutate('offerSwap', pair, 'id')) as { id: string };
      await world.settle();
      return { swapId: id };
    };
    const refused = await offer();
    expect(await mailed(other)).toEqual(['Your seat is booked', 'Would you swap your seat']);
    expect(await lastMail(other)).toContain('they would have yours of 9 December 2026 at 18:00');
    expect(await lastMail(other)).toContain('you theirs of 8 December 2026 at 09:00');
    await does(other, 'withdrawSwap', refused);
    expect(await mailed(one)).toEqual(['Your seat is booked', 'Your swap was turned down']);
    await does(one, 'withdrawSwap', await offer());
    expect((await mailed(other)).slice(2)).toEqual(['Would you swap your seat', 'A swap was taken back']);
    await does(other, 'agreeSwap', await offer());
    expect((await mailed(one)).slice(2)).toEqual(['You have swapped seats']);
    expect((await mailed(other)).slice(4)).toEqual(['Would you swap your seat', 'You have swapped seats']);
    expect(await lastMail(one)).toContain('is now that of 9 December 2026 at 18:00');
    expect(await lastMail(other)).toContain('is now that of 8 December 2026 at 09:00');
    for (const personId of [one, other])
      expect(await lastMail(personId)).not.toContain(`Number${personId === one ? names : names - 1}`);
    expect(await stepsOf(one, 'seat')).toEqual([
      ['before-1', 'moved', '2026-12-07T08:00'],
      ['before-1', 'waiting', '2026-12-08T08:00'],
    ]);
    const before = peer.mails.length;
    await everythingAgain();
    expect(peer.mails).toHaveLength(before);
  });
});

describe('the reminders of a seat', () => {
  it('NTF-46 come before it by its kind, move with leave, and stop with the seat', async () => {
    const [comes, away, gives] = await people(3);
    const sessionId = await aSession(world, { ...hours('2026-12-10', 10, 11), ...CLASS, seats: 5 });
    for (const personId of [comes, away]) await books(personId, sessionId);
    const bookingId = await books(gives, sessionId);
    const planned = [
      ['before-7', 'waiting', '2026-12-03T08:00'],
      ['before-1', 'waiting', '2026-12-09T08:00'],
    ];
    for (const personId of [comes, away, gives]) expect(await stepsOf(personId, 'seat')).toEqual(planned);
    await world.get(RecordAbsence).execute(world.system(), {
      ...{ personId: away, clockStopped: true },
      ...{ from: calendarDateOf('2026-12-04'), to: calendarDateOf('2026-12-09') },
    });
    await world.settle();
    // Before the 10th lies the 3rd; 3, 2, 1 December, 30, 29, 28 and 27 November are seven.
    expect(await stepsOf(away, 'seat')).toEqual([
      ['before-7', 'waiting', '2026-11-27T08:00'],
      ['before-1', 'waiting', '2026-12-03T08:00'],
    ]);
    await liveTo('2026-12-03T07:59:59Z');
    expect(await mailed(comes)).toEqual(['Your seat is booked']);
    await liveTo('2026-12-03T08:00:00Z', '2026-12-03T08:00:01Z');
    expect(await mailed(comes)).toEqual(['Your seat is booked', 'Soon']);
    expect(await lastMail(comes)).toContain('a class of');
    expect(await lastMail(comes)).toContain('begins on 10 December 2026 at 10:00');
    await does(gives, 'cancelBooking', { bookingId });
    expect(await stepsOf(gives, 'seat')).toEqual([
      ['before-7', 'told', '2026-12-03T08:00'],
      ['before-1', 'not-asked', '2026-12-09T08:00'],
    ]);
    await (await world.as('trainer')).mutate('cancelSession', { sessionId, reason: 'No staff.' }, 'state');
    await liveTo('2026-12-09T08:00:00Z');
    expect(await mailed(comes)).toEqual(['Your seat is booked', 'Soon', 'Cancelled']);
    expect((await stepsOf(comes, 'seat')).at(-1)?.[1]).toBe('not-asked');
  });

  it('NTF-23 NTF-48 a seat in an assessment is a place like any other, told once, and ends the steps up the line', async () => {
    const [manager, personId] = await people(2);
    await under(personId, manager);
    const enrol = { courseCode: COURSE, personIds: [personId], dueOn: '2026-12-01' };
    await (await world.as('trainer')).mutate('enrolPeople', enrol, 'enrolled');
    await liveTo('2026-12-02T08:00:00Z');
    const day = '2026-12-22';
    const window = { opensAt: `${day}T10:00:00.000Z`, closesAt: `${day}T12:00:00.000Z` };
    const sittingId = await aSitting(world, window);
    const more = { kind: 'ASSESSMENT', onlineAddress: 'https://meet.example/2', sittingId, seats: 1 };
    const trainerIds = [await world.personId('invigilator')];
    const sessionId = await aSession(world, { ...hours(day, 10, 11), ...more, trainerIds });
    await world.settle();
    const before = await mailed(personId);
    const bookingId = await books(personId, sessionId);
    expect(await announced('assessment.place.booked.v1', personId)).toBe(1);
    expect((await mailed(personId)).slice(before.length)).toEqual(['Your seat is booked']);
    expect((await stepsOf(personId, 'enrolment')).slice(-2).map(([step, state]) => [step, state])).toEqual([
      ['line-1', 'booked'],
      ['line-2', 'booked'],
    ]);
    expect(await stepsOf(personId, 'sitting')).toEqual([]);
    expect((await stepsOf(personId, 'seat')).map(([, , at]) => at)).toEqual([
      ...['2026-12-15T08:00', '2026-12-21T08:00'],
    ]);
    await liveTo('2026-12-05T09:00:00Z', '2026-12-12T09:00:00Z');
    expect(await mailed(manager)).toEqual([]);
    await does(personId, 'cancelBooking', { bookingId });
    expect(await announced('assessment.place.given-up.v1', personId)).toBe(1);
    await liveTo('2026-12-15T08:00:00Z');
    expect((await mailed(personId)).slice(before.length)).toEqual([
      'Your seat is booked',
      'You gave up your seat',
    ]);
  });
});

describe('a booking that waits for approval', () => {
  const terms = async (approval: string) => {
    const trainer = await world.as('trainer');
    await trainer.mutate('setBookingTerms', { approval, offerHours: 24 }, 'approval');
  };
  beforeEach(() => terms('LINE_MANAGER'));

  it('NTF-43 is told to the line manager, with the name in the mail alone; then its end to who asked', async () => {
    const [manager, yes, no] = await people(3);
    for (const personId of [yes, no]) await under(personId, manager);
    const sessionId = await aSession(world, { ...hours('2026-12-11', 9, 10), seats: 5 });
    await world.settle();
    const approved = await books(yes, sessionId);
    expect(await mailed(yes)).toEqual(['Your request waits for approval']);
    expect(await mailed(manager)).toEqual(['A booking waits for you']);
    expect(await lastMail(manager)).toContain(`Olive Number${names - 1}`);
    expect(JSON.stringify(await noticesOf(manager))).not.toContain('Olive');
    const refused = await books(no, sessionId);
    await does(manager, 'decideBooking', { bookingId: approved, approve: true });
    await does(manager, 'decideBooking', { bookingId: refused, approve: false, reason: 'Too few on duty.' });
    expect(await mailed(yes)).toEqual(['Your request waits for approval', 'Your seat is approved']);
    expect(await mailed(no)).toEqual(['Your request waits for approval', 'Your request was refused']);
    expect(await lastMail(no)).not.toContain('Too few');
    await liveTo('2026-11-25T09:00:00Z', '2026-11-28T09:00:00Z');
    expect(await mailed(manager)).toEqual(['A booking waits for you', 'A booking waits for you']);
    expect((await stepsOf(yes, 'approval')).map(([, state]) => state)).toEqual(['done', 'done']);
  });

  it('NTF-47 goes up the line when nobody decides, until it lapses', async () => {
    const [chief, manager, personId] = await people(3);
    await under(manager, chief);
    await under(personId, manager);
    const when = hours('2026-12-01', 16, 17);
    await books(personId, await aSession(world, when));
    expect(await stepsOf(personId, 'approval')).toEqual([
      ['line-1', 'waiting', '2026-11-25T08:00'],
      ['line-2', 'waiting', '2026-11-28T08:00'],
    ]);
    await liveTo('2026-11-25T08:00:00Z', '2026-11-25T09:00:00Z', '2026-11-25T09:30:00Z');
    expect(await mailed(manager)).toEqual(['A booking waits for you', 'One matter overdue in your line']);
    expect(await lastMail(manager)).toContain('a booking for 1 December 2026 waits for approval');
    expect(await mailed(chief)).toEqual([]);
    await liveTo('2026-11-28T08:00:00Z', '2026-11-28T09:00:00Z');
    expect(await mailed(chief)).toEqual(['One matter overdue in your line']);
    expect(await mailed(manager)).toHaveLength(2);
    await liveTo(when.startsAt);
    expect(await mailed(personId)).toEqual(['Your request waits for approval', 'Nobody decided in time']);
    const open = { personId: objectId(personId), type: 'approval', open: true };
    expect(await world.connection.collection('reminderSteps').countDocuments(open)).toBe(0);
  });

  it('NTF-43 is told to the training leads where no line is held', async () => {
    const personId = await somebody();
    const trainer = await world.personId('trainer');
    const before = (await mailed(trainer)).length;
    await books(personId, await aSession(world, hours('2026-12-14', 9, 10)));
    expect((await mailed(trainer)).slice(before)).toEqual(['A booking waits for you']);
    await terms('NONE');
  });
});
