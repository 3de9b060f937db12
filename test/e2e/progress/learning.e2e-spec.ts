import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { withCourse } from '../../support/with-course.js';

const FIELDS = 'id versionId versionNumber cycle origin state percent resumeAt dueOn startedAt completedAt';
const PAGE =
  '{ myCourse(code: "OLH-101") { course { code title { en cyState } } enrolment { id percent state resumeAt } modules { id done total activities { id completed answeredChecks } } } }';

describe('learning', () => {
  let world: World;
  let officer: Caller;
  let enrolmentId: string;

  beforeAll(async () => {
    world = await aWorld();
    await withCourse(world);
    officer = await world.as('officer');
    enrolmentId = (await officer.mutate('enrol', { courseCode: 'OLH-101' }, 'id')).id as string;
  });
  afterAll(() => world.end());

  const place = (activityId: string, more: Record<string, unknown> = {}) => ({
    enrolmentId,
    activityId,
    ...more,
  });
  const answer = (choices: string[], blockId = 'one') => place('check', { blockId, choices });

  it('PRG-02 enrols on the published version, and again gives the same enrolment', async () => {
    const again = await officer.mutate('enrol', { courseCode: 'OLH-101' }, FIELDS);
    expect(again).toMatchObject({
      id: enrolmentId,
      ...{ versionNumber: 1, cycle: 1, origin: 'SELF', state: 'NOT_STARTED', percent: 0, dueOn: null },
    });
    const mine = await officer.query(
      '{ myEnrolments { totalCount edges { node { courseCode courseTitle { en } } } } }',
    );
    expect(mine.totalCount).toBe(1);
  });

  it('PRG-01 refuses an outline, and finds no course that does not exist', async () => {
    expect(await officer.refusalOf('enrol', { courseCode: 'OLH-102' })).toBe('COURSE_IS_OUTLINE');
    expect(await officer.codeOf('enrol', { courseCode: 'XXX-000' })).toBe('NOT_FOUND');
    expect(await officer.codeOf('enrol', {})).toBe('BAD_USER_INPUT');
    expect(await world.stranger().codeOf('enrol', { courseCode: 'OLH-101' })).toBe('UNAUTHENTICATED');
  });

  it('PRG-07 completes nothing that was not opened', async () => {
    expect(await officer.refusalOf('completeActivity', place('read'))).toBe('ACTIVITY_NOT_OPENED');
  });

  it('PRG-05 comes back to where it stopped, and a repeat changes nothing', async () => {
    const first = await officer.mutate('openActivity', place('read'), FIELDS);
    expect(first).toMatchObject({ resumeAt: 'read', state: 'IN_PROGRESS' });
    expect(await officer.mutate('openActivity', place('read'), FIELDS)).toEqual(first);
  });

  it.each([
    ['PRG-06', [], 'CHOICE_MISSING'],
    ['PRG-06', ['z'], 'CHOICE_UNKNOWN'],
    ['PRG-06', ['a', 'b'], 'ONE_CHOICE_ONLY'],
  ])('%s refuses the choices %j', async (_rule, choices, code) => {
    expect(await officer.refusalOf('answerCheck', answer(choices))).toBe(code);
  });

  it('PRG-06 PRG-07 gives key and reasons with the answer, and completes when all checks are answered', async () => {
    const fields = 'correct key reasons { optionId why { en } } activityCompleted';
    const wrong = await officer.mutate('answerCheck', answer(['b']), fields);
    expect(wrong).toMatchObject({ correct: false, key: ['a'], activityCompleted: false });
    expect(wrong.reasons[1]).toEqual({ optionId: 'b', why: { en: 'Why b' } });
    expect(await officer.mutate('answerCheck', answer(['b']), fields)).toEqual(wrong);
    expect(await officer.refusalOf('completeActivity', place('check'))).toBe('CHECKS_UNANSWERED');
    const right = await officer.mutate('answerCheck', answer(['b', 'a'], 'two'), fields);
    expect(right).toMatchObject({ correct: true, key: ['a', 'b'], activityCompleted: true });
    const page = await officer.query(PAGE);
    expect(page.enrolment).toMatchObject({ id: enrolmentId, percent: 50, resumeAt: 'check' });
    expect(page.modules).toEqual([
      { id: 'M1', done: 0, total: 1, activities: [{ id: 'read', completed: false, answeredChecks: [] }] },
      {
        id: 'M2',
        done: 1,
        total: 1,
        activities: [{ id: 'check', completed: true, answeredChecks: ['one', 'two'] }],
      },
    ]);
  });

  it.each([
    ['openActivity', {}],
    ['answerCheck', { blockId: 'one', choices: ['a'] }],
    ['completeActivity', {}],
  ])('PRG-05 %s: nothing malformed, missing or somebody else’s', async (name, more) => {
    const input = place('check', more);
    expect(await officer.codeOf(name, { ...input, enrolmentId: 'x' })).toBe('BAD_USER_INPUT');
    expect(await officer.codeOf(name, { activityId: 'check' })).toBe('BAD_USER_INPUT');
    expect(await officer.codeOf(name, { ...input, enrolmentId: newId() })).toBe('NOT_FOUND');
    expect(await officer.codeOf(name, { ...input, activityId: 'nowhere' })).toBe('NOT_FOUND');
    for (const other of ['colleague', 'supervisor', 'trainer', 'otherOfficer', 'otherTrainer'] as const)
      expect(await (await world.as(other)).codeOf(name, input)).toBe('NOT_FOUND');
    expect(await world.stranger().codeOf(name, input)).toBe('UNAUTHENTICATED');
  });

  it('PRG-09 completes the course with its last activity, and a repeat completes nothing more', async () => {
    const done = await officer.mutate('completeActivity', place('read'), FIELDS);
    expect(done).toMatchObject({ percent: 100, state: 'COMPLETED', completedAt: '2026-11-23T09:00:00.000Z' });
    expect(await officer.mutate('completeActivity', place('read'), FIELDS)).toEqual(done);
    const told = { type: 'progress.course.completed.v1', 'data.enrolmentId': enrolmentId };
    expect(await world.connection.collection('journal').countDocuments(told)).toBe(1);
  });

  it('shows the course page to whoever is not enrolled, without progress', async () => {
    const page = await (await world.as('colleague')).query(PAGE);
    expect(page).toMatchObject({
      enrolment: null,
      modules: [
        { done: 0, total: 1 },
        { done: 0, total: 1 },
      ],
    });
    const missing = await officer.send('{ myCourse(code: "XXX-000") { course { code } } }');
    expect(missing.errors[0]?.extensions['code']).toBe('NOT_FOUND');
  });

  it('shows the page of the version that is pinned, whatever was published since', async () => {
    const page = await officer.query(
      '{ myCourse(code: "OLH-101") { openSittings { id } attempts { id } components { key passed } award { id } enrolment { versionNumber } } }',
    );
    expect(page).toMatchObject({
      openSittings: [],
      attempts: [],
      award: null,
      enrolment: { versionNumber: 1 },
    });
  });
});
