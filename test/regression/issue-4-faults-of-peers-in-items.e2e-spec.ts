import { readFileSync } from 'node:fs';
import { type AttemptId, ReplayPaper, SetBlueprint } from '@app/assessment';
import { GrantRole } from '@app/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { PAPER_ITEMS } from '../../libs/assessment/src/testing/ground.js';
import {
  anAssessmentWorld,
  answerInput,
  COURSE,
  type StartedAttempt,
  started,
} from '../e2e/assessment/assessment-world.js';
import { aWorld, type World } from '../support/a-world.js';
import { withCourse } from '../support/with-course.js';

const KEY = 'OLH-101-Q01';
const options = (...ids: string[]) => ids.map((id) => ({ id, text: { en: `Option ${id}` } }));
const text = (en: string) => ({
  ...{ skillId: 'OLH-01', level: 2, points: 1, stem: { en } },
  content: { type: 'MULTIPLE', options: options('a', 'b', 'c'), key: ['a', 'b'], scoring: 'ALL_OR_NOTHING' },
});
/** What would give an answer away. */
const GIVEAWAY = /^(?:key|keys|correct|explanation|explanations|accepted|tolerance|answer|solution|rubric)$/i;

/** Faults that were read in peers (BEHAVIOURS part 3), as they would show in items, their versions and their answers. */
describe('faults of peers that touch items', () => {
  let world: World;
  let attempt: StartedAttempt;

  beforeAll(async () => {
    world = await anAssessmentWorld();
    await world.get(SetBlueprint).execute(world.system(), {
      ...{ courseCode: COURSE, componentKey: 'paper', count: PAPER_ITEMS, quotas: [], fixed: [KEY] },
      scope: [{ skillId: 'OLH-01', maxLevel: 2 }],
    });
    ({ attempt } = await started(world, 'officer', { seats: 91 }));
  }, 60_000);
  afterAll(() => world.end());
  beforeEach(() => world.at('2026-11-23T10:01:00Z'));

  it('LearnHouse: version 21 deletes version 1', async () => {
    const item = await world.connection.collection('items').findOne({ key: KEY });
    const versions = async () =>
      (
        await world.connection
          .collection('itemVersions')
          .find({ itemId: item?._id })
          .sort({ number: 1 })
          .toArray()
      ).map((each) => ({ number: each['number'] as number, kept: JSON.stringify(each) }));
    const [first, ...others] = await versions();
    expect(others).toEqual([]);
    const drawn = { attemptId: attempt.id as AttemptId };
    const before = await world.get(ReplayPaper).execute(world.system(), drawn);
    for (let version = 1; version <= 21; version++) {
      const [author, reviewer] = [await world.as('author'), await world.as('reviewer')];
      const revised = { key: KEY, version, text: text(`What is asked for the ${version + 1}. time?`) };
      expect(await author.mutate('reviseItem', revised, 'version')).toMatchObject({ version: version + 1 });
      await reviewer.mutate('approveItem', { key: KEY, version: version + 1 }, 'version');
    }
    const kept = await versions();
    expect(kept.map(({ number }) => number)).toEqual(Array.from({ length: 22 }, (_, place) => place + 1));
    expect(kept[0]).toEqual(first);
    // The paper that was drawn with the first version is still that paper.
    expect(await world.get(ReplayPaper).execute(world.system(), drawn)).toEqual(before);
    expect(before).toMatchObject({ identical: true, items: PAPER_ITEMS });
    const own = await (await world.as('officer')).query(
      'query Q($id: ID!) { attempt(id: $id) { paper { id stem { en } } } }',
      { id: attempt.id },
    );
    const asked = (own.paper as { id: string; stem: { en: string } }[]).find(
      ({ id }) => id === String(item?._id),
    );
    expect(asked?.stem.en).toBe(`What is asked in ${KEY}?`);
  });

  it('CTFd: the answer endpoint is open to whoever works in the lab', async () => {
    const officer = await world.as('officer');
    await officer.mutate('saveAnswer', answerInput(attempt, 0), 'sequence');
    // Whatever can be asked of a running attempt, down to the last field, but for its result, names no answer.
    expect(
      fieldsBelow('Attempt', ['result']).filter((field) => GIVEAWAY.test(field.split('.')[1] ?? '')),
    ).toEqual([
      // What the candidate saved.
      'SavedAnswer.answer',
    ]);
    const look = await officer.query(
      'query Q($id: ID!) { attempt(id: $id) { result { score items { correct } } } }',
      {
        id: attempt.id,
      },
    );
    expect(look).toEqual({ result: null });
    const questions: [string, string][] = [
      ['item', `{ item(key: "${KEY}") { key } }`],
      ['items', `{ items(courseCode: "${COURSE}") { totalCount } }`],
      ['itemExposures', `{ itemExposures(courseCode: "${COURSE}") { totalCount } }`],
      ['stimuli', `{ stimuli(courseCode: "${COURSE}") { id } }`],
      [
        'samplePaper',
        `{ samplePaper(courseCode: "${COURSE}", componentKey: "paper", seed: "1") { difficulty } }`,
      ],
    ];
    // Nor does anybody else in the force read them, whose screen a candidate might look at.
    for (const key of ['officer', 'colleague', 'supervisor', 'trainer', 'invigilator'] as const) {
      const caller = await world.as(key);
      for (const [name, query] of questions) {
        const { data, errors } = await caller.send(query);
        expect([name, data, errors[0]?.extensions['code']]).toEqual([name, null, 'FORBIDDEN']);
      }
    }
    const stranger = await world.stranger().send(questions[0]?.[1] ?? '');
    expect(stranger.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});

/** The same, as it would show in the two languages of one text. */
describe('faults of peers that touch translations', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
    await withCourse(world);
  }, 60_000);
  afterAll(() => world.end());

  it('Oppia: accepting a translation of replaced text', async () => {
    const id = await world.join('college', { givenName: 'Mair', familyName: 'Lewis' });
    await world.get(GrantRole).execute(world.system('college'), { personId: id, bundle: 'translator' });
    const [author, mair] = [await world.as('author'), await world.signedIn(id, world.forces.college.id)];
    const draft = `{ course(code: "${COURSE}") { draft { revision } } }`;
    const { revision } = (await author.query(draft)).draft as { revision: number };
    const block = { courseCode: COURSE, activityId: 'read', blockId: 'text', revision };
    // Mair reads the English, the author replaces it, and Mair sends her Welsh of what is no longer there.
    await author.mutate('correctLesson', { ...block, language: 'EN', markdown: 'Quite another thing.' });
    const welsh = { ...block, language: 'CY', markdown: 'Yr hen beth.' };
    expect(await mair.codeOf('correctLesson', welsh)).toBe('CONFLICT');
    const preview = `{ draftActivity(courseCode: "${COURSE}", activityId: "read") { blocks { id html { en cy cyState } } } }`;
    const { blocks } = (await author.query(preview)) as { blocks: { id: string; html: object }[] };
    expect(blocks.find((each) => each.id === 'text')?.html).toEqual({
      ...{ en: '<p>Quite another thing.</p>', cy: null, cyState: 'STALE' },
    });
    // The same with a question: Welsh of its version before is refused, and nothing becomes a version.
    const at = { key: 'OLH-101-Q1', version: 1 };
    const made = { key: at.key, courseCode: COURSE, use: 'PAPER', text: text('Which of these?') };
    await author.mutate('createItem', made, 'key');
    await author.mutate('reviseItem', { ...at, text: text('Which of these, then?') }, 'version');
    const both = { ...text('Which of these?'), stem: { en: 'Which of these?', cy: 'Pa rai o’r rhain?' } };
    expect(await author.refusalOf('reviseItem', { ...at, text: both })).toBe('ITEM_CHANGED_SINCE');
    const kept = await world.connection.collection('itemVersions').find().sort({ number: 1 }).toArray();
    expect(kept.map((version) => version['text'].stem.en).at(-1)).toBe('Which of these, then?');
    expect(JSON.stringify(kept)).not.toContain('Pa rai');
  });
});

/** Every field that may be asked for below a type, as `Type.field`, but for those left out of it. */
function fieldsBelow(name: string, leftOut: readonly string[]): string[] {
  const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));
  const seen = new Set<string>();
  const found: string[] = [];
  const walk = (typeName: string): void => {
    const type = schema.getType(typeName);
    if (!isObjectType(type) || seen.has(typeName)) return;
    seen.add(typeName);
    for (const field of Object.values(type.getFields())) {
      if (typeName === name && leftOut.includes(field.name)) continue;
      found.push(`${typeName}.${field.name}`);
      walk(getNamedType(field.type).name);
    }
  };
  walk(name);
  return found;
}
