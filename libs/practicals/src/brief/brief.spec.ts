import { englishOnly } from '@app/platform/context/words.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ground } from '../../../assessment/src/testing/ground.js';
import { WRITTEN } from '../../../assessment/src/testing/marking-ground.js';
import { PracticalsModule } from '../practicals.module.js';
import type { BriefContent, BriefPart, BriefTask, Criterion } from './brief.js';
import { BriefReader } from './brief.reader.js';
import { checkBrief } from './check-brief.js';
import { PublishBrief } from './publish-brief.js';

const line = { criterion: englishOnly('Names the device'), points: 1.5 };
const task = (key: string, more: Partial<BriefTask> = {}): BriefTask => ({
  ...{ key, prompt: englishOnly('Write it down.'), rubric: [line], shared: false },
  ...more,
});
const seen = (key: string, critical = false): Criterion => ({ key, text: englishOnly('Seen.'), critical });
const part = (key: string, candidate: boolean): BriefPart => ({
  ...{ key, title: englishOnly(key), text: englishOnly('You answer the door.'), candidate },
});

const work: BriefContent = {
  ...{ courseCode: WRITTEN.courseCode, componentKey: WRITTEN.componentKey, form: 'work' },
  ...{ title: englishOnly('Plan'), instructions: englishOnly('One page.'), notes: null },
  ...{ tasks: [task('plan')], criteria: [], parts: [], sharedPercent: null },
  ...{
    passPercent: 60,
    maxAttempts: 2,
    coolDownHours: 24,
    validityMonths: null,
    skillId: 'OLH-01',
    level: 2,
  },
};
const observed: BriefContent = {
  ...work,
  ...{ form: 'observation', tasks: [], criteria: [seen('gloves', true), seen('label')] },
};
const group: BriefContent = {
  ...work,
  ...{ form: 'group-case', tasks: [task('profile', { shared: true }), task('own')], sharedPercent: 50 },
};
const codes = (brief: BriefContent) => checkBrief(brief).map(({ code }) => code);

describe('a brief', () => {
  it('is sound for each form', () => {
    const talk: BriefContent = { ...work, form: 'conversation', tasks: [] };
    const play = { ...observed, parts: [part('officer', true), part('caller', false)] };
    for (const brief of [work, observed, group, talk, play]) expect(codes(brief)).toEqual([]);
  });

  it.each([
    ['no task', { ...work, tasks: [] }, 'BRIEF_TASKS'],
    ['a key twice', { ...work, tasks: [task('a'), task('a')] }, 'BRIEF_TASKS'],
    ['a task without words', { ...work, tasks: [task('a', { prompt: englishOnly(' ') })] }, 'BRIEF_TASKS'],
    ['nothing to see', { ...observed, criteria: [] }, 'BRIEF_CRITERIA'],
    ['criteria on a work', { ...work, criteria: [seen('x')] }, 'BRIEF_FORM'],
    ['tasks in a conversation', { ...work, form: 'conversation' as const }, 'BRIEF_FORM'],
  ])('PRA-50 refuses %s', (_, brief, code) => expect(codes(brief)).toEqual([code]));

  it('PRA-51 refuses points off the half step, and rubrics on some tasks only', () => {
    const off = task('a', { rubric: [{ ...line, points: 0.25 }] });
    expect(codes({ ...work, tasks: [off] })).toEqual(['BRIEF_RUBRIC']);
    expect(codes({ ...work, tasks: [task('a'), task('b', { rubric: [] })] })).toEqual(['BRIEF_RUBRIC']);
    expect(codes({ ...work, tasks: [task('a', { rubric: [] })] })).toEqual([]);
  });

  it('PRA-52 refuses parts of which none, or two, are the candidate’s', () => {
    expect(codes({ ...observed, parts: [part('a', false)] })).toEqual(['BRIEF_PARTS']);
    expect(codes({ ...observed, parts: [part('a', true), part('b', true)] })).toEqual(['BRIEF_PARTS']);
  });

  it('PRA-53 refuses a group case with nothing shared, nothing own or no share, and a share elsewhere', () => {
    for (const tasks of [[task('a')], [task('a', { shared: true })]])
      expect(codes({ ...group, tasks })).toEqual(['BRIEF_SHARES']);
    expect(codes({ ...group, sharedPercent: 100 })).toEqual(['BRIEF_SHARES']);
    expect(codes({ ...work, sharedPercent: 50 })).toEqual(['BRIEF_SHARES']);
  });

  it('PRA-54 refuses figures out of range, each by its name', () => {
    const wrong = { passPercent: 101, maxAttempts: 0, coolDownHours: -1, validityMonths: 0, level: 5 };
    const refusals = checkBrief({ ...work, ...wrong });
    expect(refusals.map(({ code, field }) => [code, field])).toEqual(
      Object.keys(wrong).map((field) => ['BRIEF_NUMBERS', field]),
    );
  });
});

describe('briefs', () => {
  let ground: Ground;
  const publish = (read: number | null, more: Partial<BriefContent> = {}) =>
    ground.world.get(PublishBrief).execute(ground.system, { ...work, ...more, read });

  beforeAll(async () => {
    ground = await Ground.of({ imports: [PracticalsModule] });
  });
  afterAll(() => ground.world.close());

  it('PRA-55 are kept in versions: the same again is the same, a stale change changes nothing', async () => {
    const first = await publish(0);
    expect(await publish(0)).toEqual(first);
    const second = await publish(1, { passPercent: 70 });
    await expect(publish(1, { passPercent: 80 })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(publish(2, { level: 9 })).rejects.toMatchObject({ code: 'BRIEF_NUMBERS' });

    const reader = ground.world.get(BriefReader);
    expect(await reader.current(work.courseCode, work.componentKey)).toEqual(second);
    expect(await reader.byId(first.id)).toMatchObject({ number: 1, passPercent: 60 });
    await publish(null, { componentKey: 'other' });
    const all = await reader.ofCourse(work.courseCode);
    expect(all.map(({ componentKey, number }) => [componentKey, number])).toEqual(
      [
        ['other', 1],
        [work.componentKey, 2],
      ].sort(),
    );
  });

  it('are of courses that there are', async () => {
    await expect(publish(null, { courseCode: 'XXX-999' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are found by an index', async () => {
    const plan = await ground.world.connection
      .collection('briefs')
      .find({ courseCode: 'A', componentKey: 'b' })
      .sort({ number: -1 })
      .limit(1)
      .explain();
    expect(JSON.stringify(plan['queryPlanner'].winningPlan)).toContain('IXSCAN');
    expect(JSON.stringify(plan['queryPlanner'].winningPlan)).not.toContain('SORT"');
  });
});
