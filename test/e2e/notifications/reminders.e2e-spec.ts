import { CourseReader } from '@app/catalogue';
import { AssignCertification, CollectOutcome, ExemptFromCertification } from '@app/certification';
import { PostPerson, RecordAbsence, ReinstatePerson, SuspendPerson } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { WorkRunner } from '@app/platform/jobs/work-runner.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aWorld, BEGINNING, type World } from '../../support/a-world.js';
import { withCourse } from '../../support/with-course.js';
import { type SmtpPeer, smtpPeer, subjectsTo } from './smtp-peer.js';

const CODE = 'OLH-101';
const ESCALATIONS = `{ escalations(first: 100) { totalCount edges { node {
  personId courseCode title { en } dueOn level at recipientIds } } } }`;

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

let names = 0;
async function somebody(): Promise<PersonId> {
  names += 1;
  return world.join('harbourshire', { givenName: 'Olive', familyName: `Number${names}` });
}

const on = calendarDateOf;

/** Has somebody answer to a manager, perhaps with a deputy for some days. */
async function under(
  personId: PersonId,
  lineManagerId: PersonId,
  deputies: { personId: PersonId; from: string; to: string }[] = [],
) {
  const unitId = world.forces.harbourshire.units['other-team'];
  if (unitId === undefined) throw new Error('no unit');
  await world.get(PostPerson).execute(world.system(), {
    ...{ personId, unitId, lineManagerId, rankId: 'pc', roleId: 'response-officer', from: on('2026-02-01') },
    deputies: deputies.map((each) => ({ personId: each.personId, from: on(each.from), to: on(each.to) })),
  });
}

async function enrolled(personId: PersonId, dueOn: string | null): Promise<void> {
  const input = { courseCode: CODE, personIds: [personId], dueOn };
  await (await world.as('trainer')).mutate('enrolPeople', input, 'enrolled');
  await world.settle();
}

/** Lives to an instant and does what is due, hour for hour where that matters. */
async function liveTo(...instants: string[]): Promise<void> {
  for (const instant of instants) {
    world.at(instant);
    await world.settle();
  }
}

const addressOf = async (personId: PersonId) =>
  String((await world.connection.collection('people').findOne({ _id: objectId(personId) }))?.['email']);
const mailed = async (personId: PersonId) =>
  subjectsTo(peer, await addressOf(personId)).filter((subject) => !subject.startsWith('Your invitation'));
const stepsOf = async (personId: PersonId) =>
  (
    await world.connection
      .collection('reminderSteps')
      .find({ personId: objectId(personId) })
      .sort({ dueAt: 1, _id: 1 })
      .toArray()
  ).map((row) => [
    row['step'],
    row['why'] ?? row['state'],
    (row['dueAt'] as Date).toISOString().slice(0, 16),
  ]);
const stateOf = async (personId: PersonId) =>
  Object.fromEntries((await stepsOf(personId)).map(([step, state]) => [step, state])) as Record<
    string,
    string
  >;

describe('the reminders of a due date', () => {
  it('NTF-17 tell the person before and after it, once each, and record the time at which each was due', async () => {
    const personId = await somebody();
    await enrolled(personId, '2026-12-21');
    expect(await stepsOf(personId)).toEqual([
      ['before-14', 'waiting', '2026-12-07T08:00'],
      ['before-7', 'waiting', '2026-12-14T08:00'],
      ['before-1', 'waiting', '2026-12-20T08:00'],
      ['overdue', 'waiting', '2026-12-22T08:00'],
      ['line-1', 'waiting', '2026-12-25T08:00'],
      ['line-2', 'waiting', '2027-01-01T08:00'],
    ]);
    await liveTo('2026-12-07T07:59:59Z');
    expect(await mailed(personId)).toEqual([]);
    await liveTo('2026-12-07T08:00:00Z', '2026-12-07T08:00:01Z', '2026-12-14T11:00:00Z');
    const DUE = 'Online harms essentials is due on 21 December 2026';
    const title = (await world.get(CourseReader).published(CODE))?.title.en ?? '';
    const due = DUE.replace('Online harms essentials', title);
    expect(await mailed(personId)).toEqual([due, due]);
    expect((await stepsOf(personId)).slice(0, 2)).toEqual([
      ['before-14', 'told', '2026-12-07T08:00'],
      ['before-7', 'told', '2026-12-14T08:00'],
    ]);
    await liveTo('2026-12-20T08:00:00Z', '2026-12-22T08:00:00Z');
    expect((await mailed(personId)).slice(2)).toEqual([due, `${title} was due on 21 December 2026`]);
    const ids = peer.mails.map((mail) => /^Message-ID: <(.*)>/im.exec(mail)?.[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('NTF-19 are told once when two workers take the same step at the same moment', async () => {
    const personId = await somebody();
    await enrolled(personId, '2026-12-21');
    const step = await world.connection.collection('reminderSteps').findOne({ personId: objectId(personId) });
    const due = await world.connection
      .collection('dues')
      .findOne({ key: `reminder-step-${String(step?._id)}` });
    world.at('2026-12-07T08:00:00Z');
    const runner = world.get(WorkRunner);
    const runs = await Promise.all([1, 2, 3].map(() => runner.attemptDue(String(due?._id))));
    expect(runs.filter(Boolean)).toHaveLength(1);
    await world.settle();
    expect(await mailed(personId)).toHaveLength(1);
  });

  it('NTF-20 after an outage tell the latest step alone', async () => {
    const personId = await somebody();
    await enrolled(personId, '2026-12-21');
    await liveTo('2026-12-20T10:00:00Z');
    expect(await mailed(personId)).toHaveLength(1);
    expect(await stateOf(personId)).toMatchObject({
      ...{ 'before-14': 'later-step', 'before-7': 'later-step', 'before-1': 'told', overdue: 'waiting' },
    });
  });

  it('NTF-19 follow the due date: what waited is superseded, what was told stays', async () => {
    const personId = await somebody();
    await enrolled(personId, '2026-12-21');
    await liveTo('2026-12-07T08:00:00Z');
    await enrolled(personId, '2027-01-20');
    const steps = await stepsOf(personId);
    expect(steps.filter(([, state]) => state === 'moved')).toHaveLength(5);
    expect(steps.filter(([, state]) => state === 'waiting').map(([step, , at]) => [step, at])).toEqual([
      ['before-14', '2027-01-06T08:00'],
      ['before-7', '2027-01-13T08:00'],
      ['before-1', '2027-01-19T08:00'],
      ['overdue', '2027-01-21T08:00'],
      ['line-1', '2027-01-24T08:00'],
      ['line-2', '2027-01-31T08:00'],
    ]);
    await liveTo('2026-12-22T12:00:00Z');
    expect(await mailed(personId)).toHaveLength(1);
  });

  it('NTF-18 move with leave that is recorded later', async () => {
    const personId = await somebody();
    await enrolled(personId, '2026-12-21');
    await world.get(RecordAbsence).execute(world.system(), {
      ...{ personId, from: on('2026-12-22'), to: on('2027-01-04'), clockStopped: true },
    });
    await world.settle();
    expect((await stepsOf(personId)).slice(3)).toEqual([
      ['overdue', 'waiting', '2027-01-05T08:00'],
      ['line-1', 'waiting', '2027-01-08T08:00'],
      ['line-2', 'waiting', '2027-01-15T08:00'],
    ]);
  });

  it('NTF-19 are held back while somebody is suspended', async () => {
    const personId = await somebody();
    await enrolled(personId, '2026-12-21');
    await world.get(SuspendPerson).execute(world.system(), { personId, reason: 'under review' });
    await liveTo('2026-12-07T08:00:00Z');
    expect(await mailed(personId)).toEqual([]);
    expect(new Set(Object.values(await stateOf(personId)))).toEqual(new Set(['suspended']));
    await world.get(ReinstatePerson).execute(world.system(), { personId });
    await world.settle();
    expect(await stateOf(personId)).toMatchObject({ 'before-14': 'suspended', 'before-7': 'waiting' });
  });

  it('NTF-16 wait for the end of quiet hours with the mail, not with the notice', async () => {
    const personId = await somebody();
    const caller = await world.signedIn(personId, world.forces.harbourshire.id);
    const quiet = { mailOff: [], quietFrom: '07:30', quietTo: '12:00' };
    await caller.mutate('setNotificationPreferences', quiet, 'quietTo');
    await enrolled(personId, '2026-12-21');
    await liveTo('2026-12-07T08:00:00Z');
    expect(await mailed(personId)).toEqual([]);
    const reader = await world.signedIn(personId, world.forces.harbourshire.id);
    expect((await reader.query('{ myNotices { totalCount } }')).totalCount).toBe(1);
    await liveTo('2026-12-07T11:59:59Z');
    expect(await mailed(personId)).toEqual([]);
    await liveTo('2026-12-07T12:00:00Z');
    expect(await mailed(personId)).toHaveLength(1);
  });
});

describe('up the line', () => {
  it('NTF-21 NTF-22 NTF-26 tells the manager, then theirs, in one digest a day, and lists what is open', async () => {
    const [chief, manager, first, second] = [
      await somebody(),
      await somebody(),
      await somebody(),
      await somebody(),
    ];
    await under(manager, chief);
    for (const personId of [first, second]) {
      await under(personId, manager);
      await enrolled(personId, '2026-12-21');
    }
    await liveTo('2026-12-22T08:00:00Z', '2026-12-25T08:00:00Z');
    expect(await mailed(manager)).toEqual([]);
    await liveTo('2026-12-25T09:00:00Z', '2026-12-25T09:30:00Z', '2026-12-26T09:00:00Z');
    expect(await mailed(manager)).toEqual(['2 matters overdue in your line']);
    const address = await addressOf(manager);
    const digest =
      peer.mails.find((mail) => mail.includes(`To: ${address}`) && mail.includes('overdue')) ?? '';
    const people = await world.connection
      .collection('people')
      .find({ _id: { $in: [first, second].map(objectId) } })
      .toArray();
    for (const person of people) expect(digest).toContain(`Olive ${String(person['familyName'])}`);
    const notices = await (await world.signedIn(manager, world.forces.harbourshire.id)).query(
      '{ myNotices { edges { node { subject { en } body { en cy } } } } }',
    );
    expect(JSON.stringify(notices)).toContain('2 matters overdue');
    expect(JSON.stringify(notices)).not.toContain('Olive');

    const list = await (await world.as('trainer')).query(ESCALATIONS);
    const mine = list.edges.map(({ node }: { node: { personId: string } }) => node);
    expect(mine.filter(({ personId }: { personId: string }) => personId === first)).toMatchObject([
      {
        ...{ courseCode: CODE, dueOn: '2026-12-21', level: 1, recipientIds: [manager] },
        at: '2026-12-25T08:00:00.000Z',
      },
    ]);
    await liveTo('2027-01-01T08:00:00Z', '2027-01-01T09:00:00Z');
    expect(await mailed(chief)).toEqual(['2 matters overdue in your line']);
    expect(await mailed(manager)).toHaveLength(1);
  });

  it('NTF-21 tells a deputy in their days, passes over the suspended, and nobody where the line ends', async () => {
    const [chief, manager, deputy] = [await somebody(), await somebody(), await somebody()];
    const [held, other, alone] = [await somebody(), await somebody(), await somebody()];
    await under(manager, chief);
    await under(held, manager, [{ personId: deputy, from: '2026-12-20', to: '2026-12-26' }]);
    await under(other, manager, [{ personId: deputy, from: '2026-12-01', to: '2026-12-24' }]);
    for (const personId of [held, other, alone]) await enrolled(personId, '2026-12-21');
    await liveTo('2026-12-22T08:00:00Z');
    await world.get(SuspendPerson).execute(world.system(), { personId: manager, reason: 'under review' });
    await liveTo('2026-12-25T08:00:00Z', '2026-12-25T09:00:00Z');
    // The deputy stands in for one; for the other, whose deputy's days are over, the suspended manager is passed over.
    expect(await mailed(deputy)).toEqual(['One matter overdue in your line']);
    expect(await mailed(chief)).toEqual(['One matter overdue in your line']);
    expect(await mailed(manager)).toEqual([]);
    const list = await (await world.as('trainer')).query(ESCALATIONS);
    const of = (personId: string) =>
      list.edges.filter(({ node }: { node: { personId: string } }) => node.personId === personId);
    expect(of(alone)).toMatchObject([{ node: { level: 1, recipientIds: [] } }]);
  });

  it('NTF-22 says nothing of what was done before the digest', async () => {
    const [manager, personId] = [await somebody(), await somebody()];
    await under(personId, manager);
    await enrolled(personId, '2026-12-21');
    await liveTo('2026-12-22T08:00:00Z', '2026-12-25T08:00:00Z');
    await enrolled(personId, '2027-02-01');
    await liveTo('2026-12-25T09:00:00Z');
    expect(await mailed(manager)).toEqual([]);
  });

  it('NTF-23 ends with the first progress after the due date', async () => {
    const [manager, personId] = [await somebody(), await somebody()];
    await under(personId, manager);
    await enrolled(personId, '2026-12-21');
    await liveTo('2026-12-22T08:00:00Z');
    const caller = await world.signedIn(personId, world.forces.harbourshire.id);
    const version = await world.get(CourseReader).published(CODE);
    const activity = version?.modules.flatMap(({ activities }) => activities)[0];
    const enrolment = await world.connection
      .collection('enrolments')
      .findOne({ personId: objectId(personId) });
    const input = { enrolmentId: String(enrolment?._id), activityId: activity?.id ?? '' };
    await caller.mutate('openActivity', input);
    await caller.mutate('completeActivity', input);
    await world.settle();
    const completed = await world.connection
      .collection('journal')
      .countDocuments({ type: 'progress.activity.completed.v1', 'data.personId': personId });
    expect(completed).toBeGreaterThan(0);
    expect(await stateOf(personId)).toMatchObject({
      overdue: 'told',
      'line-1': 'progress',
      'line-2': 'progress',
    });
    await liveTo('2026-12-26T09:00:00Z');
    expect(await mailed(manager)).toEqual([]);
  });

  it('NTF-26 lists only the people in one’s reach, to leads and supervisors', async () => {
    for (const key of ['officer', 'operator'] as const) {
      const { errors } = await (await world.as(key)).send(ESCALATIONS);
      expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    expect((await (await world.as('otherTrainer')).query(ESCALATIONS)).totalCount).toBe(0);
  });
});

describe('the rows of steps', () => {
  it('are read through indexes: by thing, by digest, and the open ones that went up', async () => {
    const scope = { forceId: objectId(world.forces.harbourshire.id), personId: objectId(newId<PersonId>()) };
    const { forceId, personId } = scope;
    for (const [filter, sort] of [
      [{ ...scope, type: 'enrolment', thing: 'x' }, {}],
      [{ forceId, recipients: personId, digestDay: '2026-12-25', state: 'told', open: true }, {}],
      [{ forceId, open: true, state: 'told', level: { $in: [1, 2] } }, {}],
    ] as const) {
      const plan = await world.connection
        .collection('reminderSteps')
        .find(filter)
        .sort(sort)
        .explain('queryPlanner');
      const text = JSON.stringify(
        (plan as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan,
      );
      expect(text).toContain('IXSCAN');
      expect(text).not.toContain('COLLSCAN');
    }
  });
});

describe('the reminders of a certification', () => {
  async function awarded(personId: PersonId): Promise<void> {
    const version = await world.get(CourseReader).published(CODE);
    if (version === null) throw new Error('No course');
    await world.get(CollectOutcome).execute(world.system(), {
      ...{
        personId,
        courseCode: CODE,
        versionId: version.id,
        on: on('2026-11-23'),
        percent: null,
        passed: true,
      },
      ...{ componentKey: version.components[0]?.key ?? 'completion', sourceId: newId() },
    });
    await world.settle();
  }

  it('NTF-17 tell of the window and of the end, to those who are asked to hold it up the line as well', async () => {
    const personId = await somebody();
    await awarded(personId);
    await world.get(AssignCertification).execute(world.system(), { personId, code: CODE, dueOn: null });
    await world.settle();
    // Held from 23 November 2026 for twelve months, renewable for the last two; eight is seven UTC up to 30 October 2027.
    expect(await stepsOf(personId)).toEqual([
      ['opened', 'waiting', '2027-09-23T07:00'],
      ['before-28', 'waiting', '2027-10-26T07:00'],
      ['before-7', 'waiting', '2027-11-16T08:00'],
      ['overdue', 'waiting', '2027-11-24T08:00'],
      ['line-1', 'waiting', '2027-11-27T08:00'],
      ['line-2', 'waiting', '2027-12-04T08:00'],
    ]);
    await liveTo('2027-09-23T07:00:00Z');
    const subjects = await mailed(personId);
    expect(subjects.filter((subject) => subject.startsWith('You may renew'))).toHaveLength(1);
  });

  it('NTF-19 leave out the exempt and the suspended, though their window opens all the same', async () => {
    const [exempt, suspended] = [await somebody(), await somebody()];
    for (const personId of [exempt, suspended]) await awarded(personId);
    await world.get(ExemptFromCertification).execute(world.system(), {
      ...{ personId: exempt, code: CODE, from: on('2027-09-01'), to: on('2027-10-31'), reason: 'seconded' },
    });
    await world.get(SuspendPerson).execute(world.system(), { personId: suspended, reason: 'under review' });
    await liveTo('2027-09-23T07:00:00Z');
    const opened = await world.connection.collection('journal').countDocuments({
      type: 'certification.window.opened.v1',
      'data.personId': { $in: [exempt, suspended] },
    });
    expect(opened).toBe(2);
    for (const personId of [exempt, suspended])
      expect((await mailed(personId)).filter((subject) => subject.includes('renew'))).toEqual([]);
    expect(await stateOf(exempt)).toMatchObject({ opened: 'exempt', 'before-7': 'waiting' });
  });
});
