import type { PublishedVersion } from '@app/catalogue';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import { aCheck, aCourse, aLesson, aModule } from '../../../catalogue/src/testing/a-course.js';
import type { Enrolment } from './enrolment.js';
import { dueBy, started } from './enrolment-start.js';
import { answered, completed, hindrance, isRight, moduleProgress, opened, settled } from './learning.js';
import { movedTo } from './version-move.js';

const now = new Date('2026-11-23T09:00:00Z');

function aVersion(more: Parameters<typeof aCourse>[0] = {}, number = 1): PublishedVersion {
  return {
    ...aCourse(more),
    ...{ id: newId(), courseId: newId(), code: 'OLH-101', number, publishedAt: now },
    ...{ change: 'minor', note: '', cutOff: null, digest: '' },
  };
}

function on(version: PublishedVersion): Enrolment {
  const whose = { forceId: newId<ForceId>(), personId: newId<PersonId>() };
  return started(version, { ...whose, origin: 'self', cycle: 1, dueOn: null, now });
}

const answer = (blockId: string, ...choices: string[]) => ({ activityId: 'check', blockId, choices, now });
const at = (activityId: string) => ({ activityId, now });

describe('an activity', () => {
  const version = aVersion();

  it('PRG-05 is the place to come back to once it is opened', () => {
    expect(opened(on(version), version, at('read'))).toMatchObject({
      resumeAt: 'read',
      state: 'in_progress',
    });
    expect(() => opened(on(version), version, at('nowhere'))).toThrow('no such record');
  });

  it('PRG-07 to read is complete when it was opened and the person says so', () => {
    expect(() => completed(on(version), version, at('read'))).toThrow('ACTIVITY_NOT_OPENED');
    const read = completed(opened(on(version), version, at('read')), version, at('read'));
    expect(read.activities).toEqual([{ id: 'read', openedAt: now, completedAt: now }]);
    expect(completed(read, version, at('read'))).toBe(read);
  });

  it('PRG-07 with checks is complete when all of them are answered, rightly or not', () => {
    const one = answered(on(version), version, answer('one', 'b'));
    expect(() => completed(one, version, at('check'))).toThrow('CHECKS_UNANSWERED');
    const both = answered(one, version, answer('two', 'c'));
    expect(completed(both, version, at('check')).activities[0]?.completedAt).toEqual(now);
  });

  it('PRG-07 with a score needs enough right answers, and takes better ones', () => {
    const rule = { kind: 'score', percent: 60 } as const;
    const blocks = [aCheck('one'), aCheck('two')];
    const scored = aVersion({ modules: [aModule('M1', [aLesson('check', { rule, blocks })])] });
    const half = answered(answered(on(scored), scored, answer('one', 'a')), scored, answer('two', 'b'));
    expect(() => completed(half, scored, at('check'))).toThrow('SCORE_TOO_LOW');
    const full = answered(half, scored, answer('two', 'a'));
    expect(full.checks.find(({ blockId }) => blockId === 'two')).toMatchObject({ tries: 2, correct: true });
    expect(completed(full, scored, at('check')).activities[0]?.completedAt).toEqual(now);
  });

  it('PRG-08 that is an assessment is completed by nobody’s click', () => {
    const paper = aVersion({ modules: [aModule('M1', [aLesson('paper', { kind: 'assessment' })])] });
    const begun = opened(on(paper), paper, at('paper'));
    expect(() => completed(begun, paper, at('paper'))).toThrow('ACTIVITY_ASSESSED');
    const activity = paper.modules[0]?.activities[0];
    expect(activity && hindrance(begun, activity)?.text.rule).toBe('PRG-08');
  });
});

describe('an answer', () => {
  const version = aVersion();

  it.each([
    ['PRG-06 is right when it is all and only the key', ['a', 'b'], ['b', 'a'], true],
    ['PRG-06 is wrong when something is missing', ['a', 'b'], ['a'], false],
    ['PRG-06 is wrong when something is too much', ['a'], ['a', 'b'], false],
    ['PRG-06 counts a choice given twice once', ['a', 'b'], ['a', 'a'], false],
  ])('%s', (_name, key, choices, expected) => {
    expect(isRight(key, choices)).toBe(expected);
  });

  it('PRG-06 chooses something, among the options, and one only where one is asked', () => {
    expect(() => answered(on(version), version, answer('one'))).toThrow('CHOICE_MISSING');
    expect(() => answered(on(version), version, answer('one', 'z'))).toThrow('CHOICE_UNKNOWN');
    expect(() => answered(on(version), version, answer('one', 'a', 'b'))).toThrow('ONE_CHOICE_ONLY');
    expect(() => answered(on(version), version, answer('nowhere', 'a'))).toThrow('no such record');
  });

  it('PRG-06 given again changes nothing', () => {
    const once = answered(on(version), version, answer('two', 'a', 'b'));
    expect(answered(once, version, answer('two', 'b', 'a'))).toBe(once);
  });
});

describe('a course', () => {
  it('PRG-09 is complete when every activity but its assessment is, and stays so', () => {
    const modules = [
      aModule('M1', [aLesson('a'), aLesson('b')]),
      aModule('M2', [aLesson('c'), aLesson('paper', { kind: 'assessment' })]),
    ];
    const version = aVersion({ modules });
    const done = (enrolment: Enrolment, id: string) =>
      settled(completed(opened(enrolment, version, at(id)), version, at(id)), version, now);
    const two = done(done(on(version), 'a'), 'b');
    expect([two.percent, two.state]).toEqual([66, 'in_progress']);
    expect(moduleProgress(two, version)).toEqual([
      { moduleId: 'M1', done: 2, total: 2 },
      { moduleId: 'M2', done: 0, total: 1 },
    ]);
    const all = done(two, 'c');
    expect([all.percent, all.state, all.completedAt]).toEqual([100, 'completed', now]);
    expect(settled({ ...all, activities: [] }, version, now).state).toBe('completed');
    expect(opened(all, version, at('a')).state).toBe('completed');
  });

  it('PRG-01 that is an outline takes nobody', () => {
    expect(() => on(aVersion({ status: 'outline' }))).toThrow('COURSE_IS_OUTLINE');
  });

  it('PRG-04 keeps the due date of whoever has completed it', () => {
    const enrolment = on(aVersion());
    const day = '2026-12-24' as NonNullable<Enrolment['dueOn']>;
    expect(dueBy(enrolment, day).dueOn).toBe(day);
    expect(dueBy({ ...enrolment, state: 'completed' }, day).dueOn).toBeNull();
    expect(dueBy(enrolment, null)).toBe(enrolment);
  });
});

describe('moving to another version', () => {
  const lesson = (id: string, ...blocks: ReturnType<typeof aCheck>[]) =>
    aLesson(id, { rule: { kind: 'checks' }, blocks });
  const from = aVersion({
    modules: [
      aModule('M1', [
        lesson('l1', aCheck('x'), aCheck('y')),
        lesson('l2', aCheck('x')),
        lesson('l3', aCheck('x')),
      ]),
    ],
  });
  const changed = [
    aModule('M1', [
      lesson('l1', aCheck('x'), aCheck('y', ['b'])),
      lesson('l2', aCheck('x')),
      lesson('l3', aCheck('x')),
    ]),
  ];
  const to = aVersion({ modules: changed }, 2);
  const learned = ['l1', 'l2'].reduce((enrolment, activityId) => {
    const give = (blockId: string) => ({ activityId, blockId, choices: ['a'], now });
    const first = answered(enrolment, from, give('x'));
    const all = activityId === 'l1' ? answered(first, from, give('y')) : first;
    return settled(completed(all, from, at(activityId)), from, now);
  }, on(from));

  it('PRG-11 keeps all progress after a minor change', () => {
    const moved = movedTo(learned, { from, to, move: 'minor', now });
    expect(moved).toMatchObject({ versionId: to.id, versionNumber: 2, percent: 66, takenBack: [] });
    expect(moved.checks).toEqual(learned.checks);
  });

  it('PRG-12 takes back, after a legal change, the changed check and its activity and nothing else', () => {
    const moved = movedTo(learned, { from, to, move: 'legal', now });
    expect(moved.percent).toBe(33);
    expect(moved.activities.map(({ id, completedAt }) => [id, completedAt !== null])).toEqual([
      ['l1', false],
      ['l2', true],
    ]);
    expect(moved.checks.map(({ activityId, blockId }) => `${activityId}/${blockId}`)).toEqual([
      'l1/x',
      'l2/x',
    ]);
    expect(moved.takenBack.map(({ activityId, blockId }) => [activityId, blockId])).toEqual([
      ['l1', null],
      ['l1', 'y'],
    ]);
  });

  it('PRG-11 completes whoever had everything that is left', () => {
    const smaller = aVersion({ modules: [aModule('M1', [lesson('l2', aCheck('x'))])] }, 2);
    const moved = movedTo({ ...learned, resumeAt: 'l1' }, { from, to: smaller, move: 'minor', now });
    expect([moved.state, moved.percent, moved.resumeAt]).toEqual(['completed', 100, null]);
  });
});
