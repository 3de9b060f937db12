import { GrantRole } from '@app/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { withCourse } from '../../support/with-course.js';

const DRAFT =
  '{ course(code: "OLH-101") { draft { revision state changedBlocks } published { id number note } } }';

describe('authoring a course', () => {
  let world: World;
  let author: Caller;
  let reviewer: Caller;
  let publisher: Caller;

  const courseNow = async () => (await author.query(DRAFT)) as { draft: { revision: number } };
  const revision = async () => (await courseNow()).draft.revision;
  const correction = async (more: Record<string, unknown> = {}) => ({
    ...{ courseCode: 'OLH-101', activityId: 'read', blockId: 'text', language: 'EN' },
    markdown: 'What to know **now**.',
    revision: await revision(),
    ...more,
  });
  const upon = async (more: Record<string, unknown> = {}) => ({
    courseCode: 'OLH-101',
    revision: await revision(),
    ...more,
  });
  const publication = async (more: Record<string, unknown> = {}) =>
    upon({ change: 'LEGAL', note: 'Corrected', ...more });
  const toApproved = async (markdown: string) => {
    await author.mutate('correctLesson', await correction({ markdown }));
    await author.mutate('sendDraftForReview', await upon());
    await reviewer.mutate('approveDraft', await upon());
  };

  beforeAll(async () => {
    world = await aWorld();
    await withCourse(world);
    author = await world.as('author');
    reviewer = await world.as('reviewer');
    publisher = await world.as('publisher');
  });
  afterAll(() => world.end());

  it('corrects, previews, reviews, approves and publishes', async () => {
    const corrected = await author.mutate(
      'correctLesson',
      await correction(),
      'revision state changedBlocks',
    );
    expect(corrected).toMatchObject({ state: 'DRAFT', changedBlocks: ['read/text'] });
    const preview =
      '{ draftActivity(courseCode: "OLH-101", activityId: "read") { blocks { id html { en cy cyState } } } }';
    const [block] = (await author.query(preview)).blocks;
    expect(block.html).toEqual({
      en: '<p>What to know <strong>now</strong>.</p>',
      cy: null,
      cyState: 'STALE',
    });
    expect(await author.mutate('sendDraftForReview', await upon(), 'state')).toMatchObject({
      state: 'IN_REVIEW',
    });
    expect(await reviewer.mutate('approveDraft', await upon(), 'state')).toMatchObject({ state: 'APPROVED' });
    const input = await publication();
    const published = await publisher.mutate('publishCourse', input, 'id number note');
    expect(published).toMatchObject({ number: 2, note: 'Corrected' });
    expect(await publisher.mutate('publishCourse', input, 'id')).toMatchObject({ id: published.id });
    expect(await courseNow()).toMatchObject({
      draft: { state: 'DRAFT', changedBlocks: [] },
      published: { id: published.id, number: 2 },
    });
  });

  it('CAT-04 takes the same correction once, and tells who was slower', async () => {
    const input = await correction({ markdown: 'Twice sent.' });
    const first = await author.mutate('correctLesson', input, 'revision');
    expect(await author.mutate('correctLesson', input, 'revision')).toEqual(first);
    expect(await author.codeOf('correctLesson', { ...input, markdown: 'Slower.' })).toBe('CONFLICT');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['CAT-05', { markdown: ' ' }, 'BLOCK_TEXT_EMPTY'],
    ['CAT-05', { markdown: 'x'.repeat(20_001) }, 'BLOCK_TEXT_TOO_LONG'],
    ['CAT-05', { blockId: 'law' }, 'BLOCK_HAS_NO_TEXT'],
  ])('%s refuses a correction: %j', async (_rule, more, code) => {
    expect(await author.refusalOf('correctLesson', await correction(more))).toBe(code);
  });

  it.each([{ courseCode: 'XXX-000' }, { activityId: 'nowhere' }, { blockId: 'nowhere' }])(
    'finds nothing to correct at %j',
    async (more) => {
      expect(await author.codeOf('correctLesson', await correction(more))).toBe('NOT_FOUND');
    },
  );

  it('refuses malformed input to each mutation', async () => {
    expect(await author.codeOf('correctLesson', await correction({ language: 'FR' }))).toBe('BAD_USER_INPUT');
    expect(await author.codeOf('correctLesson', await correction({ revision: 'x' }))).toBe('BAD_USER_INPUT');
    expect(await author.codeOf('sendDraftForReview', {})).toBe('BAD_USER_INPUT');
    expect(await reviewer.codeOf('approveDraft', { courseCode: 'OLH-101' })).toBe('BAD_USER_INPUT');
    const odd = await publication({ cutOff: '2026-02-30' });
    expect(await publisher.codeOf('publishCourse', odd)).toBe('BAD_USER_INPUT');
  });

  it('finds no course that does not exist, for each mutation', async () => {
    const nowhere = { courseCode: 'XXX-000', revision: 1 };
    expect(await author.codeOf('sendDraftForReview', nowhere)).toBe('NOT_FOUND');
    expect(await reviewer.codeOf('approveDraft', nowhere)).toBe('NOT_FOUND');
    expect(await publisher.codeOf('publishCourse', { ...nowhere, change: 'LEGAL', note: 'x' })).toBe(
      'NOT_FOUND',
    );
  });

  it('forbids each step to whoever has not the bundle, in any force', async () => {
    const inputs: [string, Record<string, unknown>, Caller][] = [
      ['correctLesson', await correction(), reviewer],
      ['sendDraftForReview', await upon(), publisher],
      ['approveDraft', await upon(), author],
      ['publishCourse', await publication(), reviewer],
    ];
    for (const [name, input, wrongBundle] of inputs) {
      for (const caller of [wrongBundle, await world.as('officer'), await world.as('otherTrainer')])
        expect([name, await caller.codeOf(name, input)]).toEqual([name, 'FORBIDDEN']);
      expect(await world.stranger().codeOf(name, input)).toBe('UNAUTHENTICATED');
    }
  });

  it('shows no draft to an officer', async () => {
    const officer = await world.as('officer');
    expect((await officer.query(DRAFT)).draft).toBeNull();
    const preview = await officer.send('{ draftActivity(courseCode: "OLH-101", activityId: "read") { id } }');
    expect(preview.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('CAT-03 CAT-07 refuses each step out of its turn, and a repeat gives the same answer', async () => {
    await toApproved('In turn.');
    await publisher.mutate('publishCourse', await publication());
    expect(await author.refusalOf('sendDraftForReview', await upon())).toBe('DRAFT_UNCHANGED');
    expect(await publisher.refusalOf('publishCourse', await publication())).toBe('DRAFT_UNCHANGED');
    await author.mutate('correctLesson', await correction({ markdown: 'Out of turn.' }));
    expect(await publisher.refusalOf('publishCourse', await publication())).toBe('DRAFT_NOT_APPROVED');
    expect(await reviewer.refusalOf('approveDraft', await upon())).toBe('DRAFT_NOT_IN_REVIEW');
    const sent = await upon();
    const first = await author.mutate('sendDraftForReview', sent, 'revision');
    expect(await author.mutate('sendDraftForReview', sent, 'revision')).toEqual(first);
    expect(await author.refusalOf('sendDraftForReview', await upon())).toBe('DRAFT_ALREADY_SENT');
    const seen = await upon();
    const approved = await reviewer.mutate('approveDraft', seen, 'revision');
    expect(await reviewer.mutate('approveDraft', seen, 'revision')).toEqual(approved);
  });

  it('CAT-06 lets nobody approve their own work', async () => {
    const personId = author.personId;
    const college = world.system('college');
    await author.mutate('correctLesson', await correction({ markdown: 'My own.' }));
    await author.mutate('sendDraftForReview', await upon());
    await world.get(GrantRole).execute(college, { personId, bundle: 'reviewer' });
    expect(await author.refusalOf('approveDraft', await upon())).toBe('DRAFT_SELF_APPROVED');
    await reviewer.mutate('approveDraft', await upon());
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['CAT-12', { change: 'MAJOR' }, 'CUT_OFF_MISSING'],
    ['CAT-12', { change: 'MAJOR', cutOff: '2026-11-23' }, 'CUT_OFF_PAST'],
    ['CAT-12', { change: 'LEGAL', cutOff: '2026-12-23' }, 'CUT_OFF_NOT_WANTED'],
    ['CAT-13', { note: ' ' }, 'NOTE_MISSING'],
  ])('%s refuses to publish: %j', async (_rule, more, code) => {
    await toApproved(`Approved for ${code}.`);
    expect(await publisher.refusalOf('publishCourse', await publication(more))).toBe(code);
  });

  it('CAT-11 holds a minor change while checked Welsh is out of step', async () => {
    const inWelsh = await correction({ language: 'CY', markdown: 'Yr hyn i’w wybod.' });
    const translator = await world.join('college', { givenName: 'Mair', familyName: 'Lewis' });
    await world
      .get(GrantRole)
      .execute(world.system('college'), { personId: translator, bundle: 'translator' });
    const mair = await world.signedIn(translator, world.forces.college.id);
    await mair.mutate('correctLesson', inWelsh);
    await mair.mutate('sendDraftForReview', await upon());
    await reviewer.mutate('approveDraft', await upon());
    expect(
      await publisher.mutate('publishCourse', await publication({ change: 'MINOR' }), 'note'),
    ).toMatchObject({
      note: 'Corrected',
    });
    await toApproved('English again.');
    expect(await publisher.refusalOf('publishCourse', await publication({ change: 'MINOR' }))).toBe(
      'WELSH_OUT_OF_STEP',
    );
  });
});
