import { GrantRole, type UnitId } from '@app/identity';
import type { PersonId } from '@app/platform/context/request-context.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { withCourse } from '../../support/with-course.js';

const COUNTS = 'enrolled alreadyEnrolled';

describe('enrolling people', () => {
  let world: World;
  let trainer: Caller;
  let officerId: string;
  const unit = (key: string, force: 'harbourshire' | 'glan-arian' = 'harbourshire') =>
    world.forces[force].units[key];
  const input = (more: Record<string, unknown> = {}) => ({
    courseCode: 'OLH-101',
    personIds: [officerId],
    ...more,
  });

  beforeAll(async () => {
    world = await aWorld();
    await withCourse(world);
    trainer = await world.as('trainer');
    officerId = await world.personId('officer');
  });
  afterAll(() => world.end());

  it('PRG-03 enrols people by name, once, and sets a due date', async () => {
    expect(await trainer.mutate('enrolPeople', input(), COUNTS)).toMatchObject({
      enrolled: 1,
      alreadyEnrolled: 0,
    });
    const due = input({ dueOn: '2026-12-24' });
    expect(await trainer.mutate('enrolPeople', due, COUNTS)).toMatchObject({
      enrolled: 0,
      alreadyEnrolled: 1,
    });
    const officer = await world.as('officer');
    const mine = await officer.query('{ myEnrolments { edges { node { origin dueOn cycle } } } }');
    expect(mine.edges).toEqual([{ node: { origin: 'LEAD', dueOn: '2026-12-24', cycle: 1 } }]);
  });

  it('PRG-03 enrols whoever is posted to a unit or below it today', async () => {
    const inOther = await world.join('harbourshire', {
      givenName: 'Uma',
      familyName: 'Vale',
      unit: 'other-team',
    });
    const wanted = input({ personIds: [], unitIds: [unit('other-team')] });
    expect(await trainer.mutate('enrolPeople', wanted, COUNTS)).toMatchObject({
      enrolled: 1,
      alreadyEnrolled: 0,
    });
    const whole = input({ personIds: [], unitIds: [unit('command')] });
    const all = await trainer.mutate('enrolPeople', whole, COUNTS);
    const before = Number(all.enrolled) + 2;
    expect(all.alreadyEnrolled).toBe(2);
    expect(await trainer.mutate('enrolPeople', whole, COUNTS)).toMatchObject({
      enrolled: 0,
      alreadyEnrolled: before,
    });
    const list = await trainer.query(
      'query List($u: ID) { enrolments(unitId: $u) { edges { node { personId } } } }',
      {
        u: unit('other-team'),
      },
    );
    expect(list.edges).toEqual([{ node: { personId: inOther } }]);
  });

  it('PRG-03 knows nobody and no unit of another force, nor any that does not exist', async () => {
    const stranger = await world.personId('otherOfficer');
    expect(await trainer.codeOf('enrolPeople', input({ personIds: [officerId, stranger] }))).toBe(
      'NOT_FOUND',
    );
    expect(await trainer.codeOf('enrolPeople', input({ personIds: [newId()] }))).toBe('NOT_FOUND');
    const elsewhere = input({ unitIds: [unit('team', 'glan-arian')] });
    expect(await trainer.codeOf('enrolPeople', elsewhere)).toBe('NOT_FOUND');
    expect(await trainer.codeOf('enrolPeople', input({ courseCode: 'XXX-000' }))).toBe('NOT_FOUND');
    const list = await trainer.send('query List($u: ID) { enrolments(unitId: $u) { totalCount } }', {
      u: unit('team', 'glan-arian'),
    });
    expect(list.errors[0]?.extensions['code']).toBe('NOT_FOUND');
    const theirs = await (await world.as('otherTrainer')).query('{ enrolments { totalCount } }');
    expect(theirs.totalCount).toBe(0);
  });

  it('PRG-03 reaches as far as a unit’s training lead does', async () => {
    const personId = await world.join('harbourshire', { givenName: 'Lee', familyName: 'Moss' });
    const grant = { personId, bundle: 'training-lead', unitId: unit('other-team') ?? null };
    await world.get(GrantRole).execute(world.system(), grant);
    const lee = await world.signedIn(personId, world.forces.harbourshire.id);
    expect(await lee.codeOf('enrolPeople', input())).toBe('NOT_FOUND');
    expect(await lee.codeOf('enrolPeople', input({ personIds: [], unitIds: [unit('team')] }))).toBe(
      'NOT_FOUND',
    );
    const own = input({ personIds: [], unitIds: [unit('other-team')] });
    expect(await lee.mutate('enrolPeople', own, COUNTS)).toMatchObject({ enrolled: 0, alreadyEnrolled: 1 });
    expect((await lee.query('{ enrolments { totalCount } }')).totalCount).toBe(1);
  });

  it('forbids it to whoever is no training lead', async () => {
    for (const key of ['officer', 'supervisor', 'capability', 'author'] as const)
      expect(await (await world.as(key)).codeOf('enrolPeople', input())).toBe('FORBIDDEN');
    expect(await world.stranger().codeOf('enrolPeople', input())).toBe('UNAUTHENTICATED');
    const list = await (await world.as('officer')).send('{ enrolments { totalCount } }');
    expect(list.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('refuses malformed input', async () => {
    expect(await trainer.codeOf('enrolPeople', input({ personIds: ['x'] }))).toBe('BAD_USER_INPUT');
    expect(await trainer.codeOf('enrolPeople', input({ dueOn: '24.12.2026' }))).toBe('BAD_USER_INPUT');
    expect(await trainer.codeOf('enrolPeople', {})).toBe('BAD_USER_INPUT');
  });

  it('PRG-01 PRG-03 PRG-04 refuses an outline, nobody, and a due date that has passed', async () => {
    expect(await trainer.refusalOf('enrolPeople', input({ courseCode: 'OLH-102' }))).toBe(
      'COURSE_IS_OUTLINE',
    );
    expect(await trainer.refusalOf('enrolPeople', input({ personIds: [] }))).toBe('NOBODY_NAMED');
    expect(await trainer.refusalOf('enrolPeople', input({ dueOn: '2026-11-22' }))).toBe('DUE_DATE_PAST');
    const today = input({ dueOn: '2026-11-23' });
    expect(await trainer.mutate('enrolPeople', today, COUNTS)).toMatchObject({ alreadyEnrolled: 1 });
  });

  it('PRG-03 refuses more than 20,000 people at once, and says how many were named', async () => {
    // Volume that no test can bring about person by person: copies of one posting, each of somebody else.
    const postings = world.connection.collection('postings');
    const pattern = await postings.findOne({ unitId: objectId(unit('other-team') as UnitId) });
    const { _id, ...posting } = pattern ?? { _id: null };
    const copies = Array.from({ length: 20_001 }, () => ({
      ...posting,
      personId: objectId(newId<PersonId>()),
    }));
    const { insertedIds } = await postings.insertMany(copies);
    const result = await trainer.mutate(
      'enrolPeople',
      input({ personIds: [], unitIds: [unit('other-team')] }),
    );
    expect(result).toMatchObject({ __typename: 'Refused', code: 'TOO_MANY_PEOPLE' });
    await postings.deleteMany({ _id: { $in: Object.values(insertedIds) } });
    expect(_id).not.toBeNull();
  });
});
