import { CourseReader } from '@app/catalogue';
import { AssignCertification, CollectOutcome } from '@app/certification';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type SmtpPeer, smtpPeer, subjectsTo } from '../e2e/notifications/smtp-peer.js';
import { aWorld, BEGINNING, type World } from '../support/a-world.js';
import { withCourse } from '../support/with-course.js';

const CODE = 'OLH-101';

/** Faults that were read in peers (BEHAVIOURS part 3) and would show as time goes by. */
describe('faults of peers that touch reminders and expiry', () => {
  let world: World;
  let peer: SmtpPeer;
  beforeAll(async () => {
    peer = await smtpPeer();
    world = await aWorld({ SMTP_URL: peer.url });
    await withCourse(world);
  }, 60_000);
  beforeEach(() => world.at(BEGINNING));
  afterAll(async () => {
    await world.end();
    await peer.end();
  });

  /** Somebody certified on the world's first day for twelve months: in date up to 23 November 2027. */
  async function certified(familyName: string): Promise<PersonId> {
    const personId = await world.join('harbourshire', { givenName: 'Olive', familyName });
    await passed(personId, '2026-11-23');
    return personId;
  }
  async function passed(personId: PersonId, on: string): Promise<void> {
    const version = await world.get(CourseReader).published(CODE);
    if (version === null) throw new Error('No course');
    await world.get(CollectOutcome).execute(world.system(), {
      ...{ personId, courseCode: CODE, versionId: version.id, on: calendarDateOf(on) },
      ...{ percent: 80, passed: true },
      ...{ componentKey: version.components[0]?.key ?? 'completion', sourceId: newId() },
    });
    await world.settle();
  }
  const renewals = async (personId: PersonId) => {
    const person = await world.connection.collection('people').findOne({ _id: objectId(personId) });
    return subjectsTo(peer, String(person?.['email'])).filter((subject) =>
      /renew|runs out|run out/.test(subject),
    );
  };

  it('ClassroomIO: the compliant get no notice before renewal, a missed day loses it, and “email” sends none', async () => {
    const personId = await certified('Marl');
    await world.get(AssignCertification).execute(world.system(), { personId, code: CODE, dueOn: null });
    await world.settle();
    // Nothing runs for eleven months: not on the day of the window, nor 28 days before the end, on 26 October.
    world.at('2027-10-28T10:00:00Z');
    await world.settle();
    const soon = 'Online harms law for officers runs out on 23 November 2027';
    expect(await renewals(personId)).toEqual([soon]);
    for (const day of ['2027-10-28T12:00:00Z', '2027-10-29T10:00:00Z', '2027-11-02T10:00:00Z']) {
      world.at(day);
      await world.settle();
    }
    expect(await renewals(personId)).toEqual([soon]);
    // Again nothing runs on the day itself: seven days before the end are 16 November.
    world.at('2027-11-18T10:00:00Z');
    await world.settle();
    expect(await renewals(personId)).toEqual([soon, soon]);
    const said = await world.connection
      .collection('messageDeliveries')
      .find({ recipient: objectId(personId), channel: 'mail', message: /renew/ })
      .toArray();
    expect(said.map(({ state }) => state)).toEqual(['accepted', 'accepted']);
  });

  it('ClassroomIO: the cycle that follows begins in the past, and is overdue at once', async () => {
    const personId = await certified('Lisle');
    await world.get(AssignCertification).execute(world.system(), { personId, code: CODE, dueOn: null });
    await world.settle();
    // Renewed on the very last day: the next twelve months begin there, and nothing was or is overdue.
    world.at('2027-11-23T20:00:00Z');
    await world.settle();
    await passed(personId, '2027-11-23');
    for (const day of ['2027-11-24T09:00:00Z', '2027-11-25T10:00:00Z', '2027-12-20T10:00:00Z']) {
      world.at(day);
      await world.settle();
      const caller = await world.signedIn(personId, world.forces.harbourshire.id);
      expect(await caller.query('{ myCertifications { state windowOpens lastValidDay } }')).toEqual([
        { state: 'certified', windowOpens: '2028-09-23', lastValidDay: '2028-11-23' },
      ]);
    }
    const person = await world.connection.collection('people').findOne({ _id: objectId(personId) });
    const subjects = subjectsTo(peer, String(person?.['email']));
    expect(subjects.filter((subject) => /has run out|overdue/.test(subject))).toEqual([]);
    const late = { personId: objectId(personId), step: /^(?:overdue|line)/, state: 'told' };
    expect(await world.connection.collection('reminderSteps').countDocuments(late)).toBe(0);
  });

  it('CaSS: an expiry that passes does not show before something is written', async () => {
    const personId = await certified('Kemp');
    const forceId = world.forces.harbourshire.id;
    const look = async () => {
      const caller = await world.signedIn(personId, forceId);
      const [held] = (await caller.query('{ myCertifications { state lastValidDay } }')) as object[];
      const [standing] = (await caller.query('{ myStanding { level lastValidDay } }')) as object[];
      return { held, standing };
    };
    const rows = () => world.connection.collection('journal').countDocuments();
    world.at('2027-11-23T23:59:59Z');
    expect(await look()).toEqual({
      held: { state: 'window-open', lastValidDay: '2027-11-23' },
      standing: { level: 2, lastValidDay: '2027-11-23' },
    });
    const before = await rows();
    // A second later it has passed, and no job has run since the award.
    world.at('2027-11-24T00:00:00Z');
    expect(await look()).toEqual({
      held: { state: 'expired', lastValidDay: '2027-11-23' },
      standing: { level: 0, lastValidDay: null },
    });
    expect(await rows()).toBe(before);
  });
});
