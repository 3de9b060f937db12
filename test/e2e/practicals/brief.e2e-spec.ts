import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { World } from '../../support/a-world.js';
import { someone } from '../assessment/marking-world.js';
import { anAuthor, aWorksWorld, PLAN } from './works-world.js';

const say = (en: string) => ({ en });
const rubric = [{ criterion: say('Says what it costs'), points: 2.5 }];
const task = (key: string, more: object = {}) => ({ key, prompt: say('Write it.'), rubric, ...more });
const PLAY = {
  ...{ courseCode: PLAN.courseCode, componentKey: 'play', read: 0, form: 'OBSERVATION' },
  ...{ title: say('Advice'), instructions: { en: 'You advise a caller.', cy: 'Rydych yn cynghori.' } },
  notes: say('Stop it when somebody is hurt.'),
  criteria: [
    { key: 'listen', text: say('Lets the caller finish') },
    { key: 'safe', text: say('Asks whether the caller is safe'), critical: true },
  ],
  parts: [
    { key: 'officer', title: say('Officer'), text: say('You answer the phone.'), candidate: true },
    { key: 'caller', title: say('Caller'), text: say('You have paid a stranger.') },
  ],
  ...{ passPercent: 75, maxAttempts: 2, coolDownHours: 24, skillId: 'OLH-01', level: 2 },
};
const WHOLE =
  'id number form notes { en } tasks { key isGraded rubric { criterion text { en } points } } criteria { key critical } parts { key candidate text { en cy cyState } } validityMonths passPercent skillId level';

describe('briefs', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorksWorld();
  }, 60_000);
  afterAll(() => world.end());

  const whole = async (componentKey: string) =>
    (await world.as('author')).query(
      `query Q($c: ID!, $k: ID!) { wholeBrief(courseCode: $c, componentKey: $k) { ${WHOLE} } }`,
      { c: PLAN.courseCode, k: componentKey },
    );

  it('publishBrief gives a component its brief; the same again is the same version', async () => {
    const publisher = await world.as('publisher');
    const first = await publisher.mutate('publishBrief', PLAY, WHOLE);
    expect(first).toMatchObject({
      ...{ number: 1, form: 'OBSERVATION', passPercent: 75, validityMonths: null, tasks: [] },
      criteria: [
        { key: 'listen', critical: false },
        { key: 'safe', critical: true },
      ],
    });
    expect(await publisher.mutate('publishBrief', { ...PLAY, read: 1 }, 'id')).toMatchObject({
      id: first.id,
    });
    expect(await whole('play')).toEqual({ ...first, __typename: undefined });
  });

  it('PRA-55 a change on an older version is a conflict; the next version leaves what was begun alone', async () => {
    const publisher = await world.as('publisher');
    const author = await (await anAuthor(world)).call();
    const started = await author.mutate('startWork', PLAN, 'id passPercent brief { number }');
    const next = {
      ...{ ...PLAN, form: 'WORK', title: say('Plan'), instructions: say('Write one page.') },
      ...{ tasks: [task('plan')], passPercent: 70, maxAttempts: 2, coolDownHours: 24 },
      ...{ skillId: 'OLH-01', level: 2 },
    };
    expect(await publisher.codeOf('publishBrief', { ...next, read: 0 })).toBe('CONFLICT');
    const done = await publisher.mutate('publishBrief', { ...next, read: 1 }, WHOLE);
    expect(done).toMatchObject({
      number: 2,
      tasks: [{ key: 'plan', isGraded: true, rubric: [{ criterion: 1, points: 2.5 }] }],
    });
    expect(await author.mutate('startWork', PLAN, 'id passPercent brief { number }')).toEqual(started);
    expect(started).toMatchObject({ passPercent: 60, brief: { number: 1 } });
  });

  it('a candidate sees nothing that is for assessors', async () => {
    const officer = await world.as('officer');
    const fields =
      'title { en } instructions { en cy cyState } tasks { key isGraded } criteria { key } parts { key text { en } } passPercent';
    const ask = (key: string) =>
      officer.query(`query Q($k: ID!) { brief(courseCode: "OLH-101", componentKey: $k) { ${fields} } }`, {
        k: key,
      });
    expect(await ask('play')).toEqual({
      ...{ title: say('Advice'), tasks: [], passPercent: 75 },
      instructions: { en: 'You advise a caller.', cy: 'Rydych yn cynghori.', cyState: 'DRAFT' },
      criteria: [{ key: 'listen' }, { key: 'safe' }],
      parts: [{ key: 'officer', text: say('You answer the phone.') }],
    });
    for (const secret of ['notes { en }', 'tasks { rubric { points } }', 'skillId']) {
      const reply = await officer.send(
        `query { brief(courseCode: "OLH-101", componentKey: "play") { ${secret} } }`,
      );
      expect(reply.data).toBeNull();
    }
    for (const query of [
      '{ wholeBrief(courseCode: "OLH-101", componentKey: "play") { id } }',
      '{ wholeBriefs(courseCode: "OLH-101") { id } }',
    ])
      expect((await officer.send(query)).errors[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(
      (await officer.send('{ brief(courseCode: "OLH-101", componentKey: "poem") { id } }')).errors[0]
        ?.extensions['code'],
    ).toBe('NOT_FOUND');
  });

  it('assessors see the whole of every brief of a course, the newest of each', async () => {
    const assessor = await (await someone(world, ['assessor'])).call();
    const all = await assessor.query('{ wholeBriefs(courseCode: "OLH-101") { componentKey number } }');
    expect(all).toEqual([
      { componentKey: 'note', number: 1 },
      { componentKey: 'plan', number: 2 },
      { componentKey: 'play', number: 1 },
    ]);
    expect((await whole('play')).parts).toHaveLength(2);
  });

  it.each([
    ['BRIEF_CRITERIA', { criteria: [], parts: [] }],
    ['BRIEF_TASKS', { form: 'WORK', criteria: [], parts: [], tasks: [] }],
    ['BRIEF_FORM', { tasks: [task('plan')] }],
    [
      'BRIEF_RUBRIC',
      { form: 'WORK', criteria: [], parts: [], tasks: [task('a'), task('b', { rubric: [] })] },
    ],
    ['BRIEF_PARTS', { parts: [{ ...PLAY.parts[1] }] }],
    ['BRIEF_SHARES', { sharedPercent: 50 }],
    ['BRIEF_NUMBERS', { passPercent: 101 }],
    ['BRIEF_NUMBERS', { maxAttempts: 0 }],
  ])('publishBrief refuses %s', async (code, more) => {
    const publisher = await world.as('publisher');
    expect(await publisher.refusalOf('publishBrief', { ...PLAY, read: 1, ...more })).toBe(code);
    expect(await whole('play')).toMatchObject({ number: 1 });
  });

  it('publishBrief is the publisher’s, for courses that there are', async () => {
    const publisher = await world.as('publisher');
    expect(await publisher.codeOf('publishBrief', { ...PLAY, courseCode: 'XXX-999' })).toBe('NOT_FOUND');
    expect(await publisher.codeOf('publishBrief', { ...PLAY, form: 'POEM' })).toBe('BAD_USER_INPUT');
    for (const key of ['officer', 'trainer', 'author', 'otherTrainer'] as const)
      expect(await (await world.as(key)).codeOf('publishBrief', PLAY)).toBe('FORBIDDEN');
    expect(await world.stranger().codeOf('publishBrief', PLAY)).toBe('UNAUTHENTICATED');
  });
});
