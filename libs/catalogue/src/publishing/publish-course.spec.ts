import { LoadFramework } from '@app/framework';
import { type CalendarDate, calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CatalogueModule } from '../catalogue.module.js';
import { CourseReader } from '../course/course.reader.js';
import { type CourseContent } from '../course/course-content.js';
import { CorrectLesson, type CorrectLessonInput } from '../lesson/correct-lesson.js';
import { aCourse, aFramework, aLawBlock, aLesson, aModule, aText, inBoth } from '../testing/a-course.js';
import { ApproveDraft } from './approve-draft.js';
import { ImportCourse } from './import-course.js';
import { PublishCourse, type PublishCourseInput } from './publish-course.js';
import { SendDraftForReview } from './send-draft-for-review.js';

describe('publishing a course', () => {
  let world: DomainWorld;
  const college = newId<ForceId>();
  let author: RequestContext;
  let reviewer: RequestContext;
  let publisher: RequestContext;
  let translator: RequestContext;
  let last = 100;

  /** Imports a course of its own for a test and returns its code. */
  const imported = async (content: CourseContent = aCourse()): Promise<string> => {
    const code = `OLH-${++last}`;
    await world.get(ImportCourse).execute(world.system(), { code, content, note: 'Pack 1.0.0' });
    return code;
  };
  const draftOf = async (code: string) => {
    const draft = await world.get(CourseReader).draft(code);
    if (draft === null) throw new Error(`No course ${code}`);
    return draft;
  };
  const correct = async (code: string, more: Partial<CorrectLessonInput> = {}, ctx = author) => {
    const { revision } = await draftOf(code);
    const input = {
      courseCode: code,
      activityId: 'read',
      blockId: 'text',
      language: 'en',
      revision,
    } as const;
    return world.get(CorrectLesson).execute(ctx, { ...input, markdown: 'What to know **now**.', ...more });
  };
  const send = async (code: string) =>
    world
      .get(SendDraftForReview)
      .execute(author, { courseCode: code, revision: (await draftOf(code)).revision });
  const approve = async (code: string, ctx = reviewer) =>
    world.get(ApproveDraft).execute(ctx, { courseCode: code, revision: (await draftOf(code)).revision });
  const publish = async (code: string, more: Partial<PublishCourseInput> = {}) => {
    const { revision } = await draftOf(code);
    const input = { courseCode: code, change: 'legal', note: 'Corrected', cutOff: null, revision } as const;
    return world.get(PublishCourse).execute(publisher, { ...input, ...more });
  };
  const approved = async (content?: CourseContent) => {
    const code = await imported(content);
    await correct(code);
    await send(code);
    await approve(code);
    return code;
  };

  beforeAll(async () => {
    world = await DomainWorld.of([CatalogueModule]);
    await world.get(LoadFramework).execute(world.system(), aFramework());
    author = world.as(newId<PersonId>(), college, ['author']);
    reviewer = world.as(newId<PersonId>(), college, ['reviewer']);
    publisher = world.as(newId<PersonId>(), college, ['publisher']);
    translator = world.as(newId<PersonId>(), college, ['translator']);
  });
  afterAll(() => world.close());

  it('CAT-02 makes the next version, moves the pointer and logs the step', async () => {
    const code = await approved();
    const before = await world.get(CourseReader).published(code);
    const version = await publish(code);
    expect(version).toMatchObject({ number: 2, change: 'legal', note: 'Corrected' });
    expect((await world.get(CourseReader).published(code))?.id).toBe(version.id);
    const old = await world.get(CourseReader).version(before?.id ?? version.id);
    expect(JSON.stringify(old)).toContain('"What to know."');
    const log = await world.connection
      .collection('publishLog')
      .find({ toVersionId: { $exists: true } })
      .toArray();
    const step = log.find(({ toVersionId }) => String(toVersionId) === version.id);
    expect(String(step?.['fromVersionId'])).toBe(before?.id);
    const row = await world.connection.collection('journal').findOne({ 'data.versionId': version.id });
    expect(row?.['data']).toMatchObject({ code, change: 'legal', previousVersionId: before?.id, number: 2 });
  });

  it('CAT-02 refuses any change of a published version, in the schema itself', async () => {
    const model = world.connection.model<{ note: string }>('CourseVersion');
    await expect(model.updateOne({}, { note: 'x' })).rejects.toThrow('CAT-02');
    await expect(model.updateMany({}, { note: 'x' })).rejects.toThrow('CAT-02');
    await expect(model.findOneAndUpdate({}, { note: 'x' })).rejects.toThrow('CAT-02');
    await expect(model.deleteMany({})).rejects.toThrow('CAT-02');
    await expect(model.bulkWrite([{ deleteOne: { filter: {} } }])).rejects.toThrow('CAT-02');
    const document = await model.findOne().orFail();
    document.note = 'x';
    await expect(document.save()).rejects.toThrow('CAT-02');
  });

  it('CAT-03 refuses to publish what is not approved, and to approve what is not in review', async () => {
    const code = await imported();
    await correct(code);
    await expect(publish(code)).rejects.toMatchObject({ code: 'DRAFT_NOT_APPROVED' });
    await expect(approve(code)).rejects.toMatchObject({ code: 'DRAFT_NOT_IN_REVIEW' });
    await send(code);
    await expect(send(code)).rejects.toMatchObject({ code: 'DRAFT_ALREADY_SENT' });
    await expect(publish(code)).rejects.toMatchObject({ code: 'DRAFT_NOT_APPROVED' });
  });

  it('CAT-03 takes an approved draft back to a draft when it is corrected', async () => {
    const code = await approved();
    await correct(code, { markdown: 'Once more.' });
    expect(await draftOf(code)).toMatchObject({ state: 'draft', approvedBy: null });
    await expect(publish(code)).rejects.toMatchObject({ code: 'DRAFT_NOT_APPROVED' });
  });

  it('CAT-04 gives the same answer to the same request, and CONFLICT to one upon an older revision', async () => {
    const code = await imported();
    const revision = (await draftOf(code)).revision;
    const first = await correct(code, { revision });
    expect(await correct(code, { revision })).toEqual(first);
    const other = correct(code, { revision, markdown: 'Something else.' });
    await expect(other).rejects.toMatchObject({ code: 'CONFLICT' });
    await send(code);
    await approve(code);
    const upon = (await draftOf(code)).revision;
    const version = await publish(code, { revision: upon });
    expect(await publish(code, { revision: upon })).toEqual(version);
    const told = { type: 'catalogue.course.published.v1', 'data.code': code };
    expect(await world.connection.collection('journal').countDocuments(told)).toBe(2);
  });

  it('CAT-05 edits the draft only, and leaves its Welsh stale', async () => {
    const code = await imported();
    const { draft } = await correct(code);
    expect(draft.changedBlocks).toEqual(['read/text']);
    const block = draft.content.modules[0]?.activities[0]?.blocks[0];
    expect(block?.markdown).toEqual({
      en: 'What to know **now**.',
      cy: 'What to know. (cy)',
      cyState: 'stale',
    });
    const published = await world.get(CourseReader).published(code);
    expect(published?.modules[0]?.activities[0]?.blocks[0]?.markdown?.en).toBe('What to know.');
  });

  it('CAT-05 refuses an empty text, one too long, and a block without text', async () => {
    const code = await imported();
    await expect(correct(code, { markdown: ' \n ' })).rejects.toMatchObject({ code: 'BLOCK_TEXT_EMPTY' });
    const long = correct(code, { markdown: 'x'.repeat(20_001) });
    await expect(long).rejects.toMatchObject({ code: 'BLOCK_TEXT_TOO_LONG' });
    const law = correct(code, { blockId: 'law' });
    await expect(law).rejects.toMatchObject({ code: 'BLOCK_HAS_NO_TEXT' });
    await expect(correct(code, { blockId: 'nowhere' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('CAT-06 lets nobody approve what they changed', async () => {
    const code = await imported();
    await correct(code);
    await correct(code, { markdown: 'By the reviewer.' }, reviewer);
    await send(code);
    await expect(approve(code, reviewer)).rejects.toMatchObject({ code: 'DRAFT_SELF_APPROVED' });
    await expect(approve(code, author)).rejects.toMatchObject({ code: 'DRAFT_SELF_APPROVED' });
    expect((await approve(code, publisher)).draft.state).toBe('approved');
  });

  it('CAT-07 refuses a draft that changes nothing', async () => {
    const code = await imported();
    await expect(send(code)).rejects.toMatchObject({ code: 'DRAFT_UNCHANGED' });
    await correct(code);
    await correct(code, { markdown: 'What to know.' });
    await correct(code, { markdown: 'What to know. (cy)', language: 'cy' }, translator);
    await expect(send(code)).rejects.toMatchObject({ code: 'DRAFT_UNCHANGED' });
    await expect(publish(code)).rejects.toMatchObject({ code: 'DRAFT_UNCHANGED' });
  });

  it('CAT-01 refuses law that the register does not hold, and a skill that the framework does not', async () => {
    const blocks = [aLawBlock('law', 'no-such-act')];
    const law = aCourse({ modules: [aModule('M1', [aLesson('read', { blocks })])] });
    await expect(imported(law)).rejects.toMatchObject({ code: 'LAW_UNKNOWN' });
    const skill = aCourse({ skillsTaught: [{ skillId: 'OLH-99', level: 1 }] });
    await expect(imported(skill)).rejects.toMatchObject({ code: 'SKILL_TAUGHT_UNKNOWN' });
  });

  it('CAT-09 FRM-04 refuses law that has become uncertain since the draft was approved', async () => {
    const code = await approved();
    const register = aFramework();
    const law = register.law.map((entry) => ({ ...entry, confidence: 'uncertain' as const }));
    await world.get(LoadFramework).execute(world.system(), { ...register, law });
    await expect(publish(code)).rejects.toMatchObject({ code: 'LAW_UNCERTAIN' });
    await world.get(LoadFramework).execute(world.system(), register);
    expect((await publish(code)).number).toBe(2);
  });

  it('CAT-10 refuses a lesson with nothing in it', async () => {
    const empty = aCourse({ modules: [aModule('M1', [aLesson('read', { blocks: [] })])] });
    await expect(imported(empty)).rejects.toMatchObject({ code: 'LESSON_EMPTY' });
    const blank = aCourse({
      modules: [aModule('M1', [aLesson('read', { blocks: [aText('t', englishOnly(' '))] })])],
    });
    await expect(imported(blank)).rejects.toMatchObject({ code: 'LESSON_EMPTY' });
  });

  it('CAT-11 holds a minor change until checked Welsh is in step, and never a legal one', async () => {
    const held = await approved();
    await expect(publish(held, { change: 'minor' })).rejects.toMatchObject({ code: 'WELSH_OUT_OF_STEP' });
    const version = await publish(held, { change: 'legal' });
    const owed = { type: 'catalogue.translation.owed.v1', 'data.versionId': version.id };
    const row = await world.connection.collection('journal').findOne(owed);
    expect(row?.['data']).toMatchObject({ blocks: ['read/text'], since: '2026-11-23' });

    const inStep = await imported();
    await correct(inStep);
    await correct(inStep, { markdown: 'Yr hyn i’w wybod.', language: 'cy' }, translator);
    await send(inStep);
    await approve(inStep);
    expect((await publish(inStep, { change: 'minor' })).number).toBe(2);
  });

  it('CAT-11 is not held by Welsh that was only a draft', async () => {
    const blocks = [aText('text', inBoth('What to know.', 'draft'))];
    const code = await approved(aCourse({ modules: [aModule('M1', [aLesson('read', { blocks })])] }));
    expect((await publish(code, { change: 'minor' })).number).toBe(2);
  });

  it.each<[string, PublishCourseInput['change'], CalendarDate | null, string]>([
    ['CAT-12 wants a cut-off for a major change', 'major', null, 'CUT_OFF_MISSING'],
    ['CAT-12 wants it in the future', 'major', calendarDateOf('2026-11-23'), 'CUT_OFF_PAST'],
    ['CAT-12 wants none for a legal change', 'legal', calendarDateOf('2026-12-23'), 'CUT_OFF_NOT_WANTED'],
  ])('%s', async (_name, change, cutOff, refused) => {
    const code = await approved();
    await expect(publish(code, { change, cutOff })).rejects.toMatchObject({ code: refused });
  });

  it('CAT-13 wants a note', async () => {
    const code = await approved();
    await expect(publish(code, { note: '  ' })).rejects.toMatchObject({ code: 'NOTE_MISSING' });
  });

  it('CAT-14 makes nothing of the same content, a new version of other content, and keeps corrections', async () => {
    const two = (first: string, second: string) =>
      aCourse({
        modules: [
          aModule('M1', [
            aLesson('read', {
              blocks: [aText('text', englishOnly(first)), aText('other', englishOnly(second))],
            }),
          ]),
        ],
      });
    const code = await approved(two('One.', 'Two.'));
    await publish(code);
    const load = (content: CourseContent) =>
      world.get(ImportCourse).execute(world.system(), { code, content, note: 'Pack 1.1.0' });
    expect((await load(two('One.', 'Two.'))).isNewVersion).toBe(false);
    const { version, isNewVersion } = await load(two('One.', 'Two, mended.'));
    expect([isNewVersion, version.number]).toEqual([true, 3]);
    const texts = version.modules[0]?.activities[0]?.blocks.map(({ markdown }) => markdown?.en);
    expect(texts).toEqual(['What to know **now**.', 'Two, mended.']);
    await correct(code, { markdown: 'Unpublished.' });
    await expect(load(two('One!', 'Two!'))).rejects.toMatchObject({ code: 'DRAFT_IN_HAND' });
  });

  it('finds no course that does not exist', async () => {
    const missing = { courseCode: 'XXX-000', revision: 1 };
    await expect(world.get(SendDraftForReview).execute(author, missing)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('reads a course by its index', async () => {
    const plan = await world.connection
      .collection('courses')
      .find({ code: 'OLH-101' })
      .explain('queryPlanner');
    expect(JSON.stringify(plan['queryPlanner'].winningPlan)).toContain('code_1');
  });
});
