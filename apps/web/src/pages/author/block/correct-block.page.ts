import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CorrectLessonDocument, DraftLessonDocument } from '../../../gql/graphql.js';
import { Fault } from '../../../pipeline/fault.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';
import { asLanguage, type Language } from '../../../words/words.js';

interface Address {
  readonly code: string;
  readonly activityId: string;
  readonly blockId: string;
}

/** One part of a lesson, corrected in Markdown, in one language at a time. */
@Controller('authoring/:code/activities/:activityId/blocks/:blockId')
export class CorrectBlockPage {
  @Get()
  async show(@Visitor() visit: Visit, @Param() at: Address, @Query('text') text: unknown): Promise<void> {
    await showBlock(visit, at, { language: asLanguage(text) ?? 'en', errors: [] });
  }

  @Post()
  async save(@Visitor() visit: Visit, @Param() at: Address, @Body() fields: Fields): Promise<void> {
    const form = new Form(fields);
    const language = asLanguage(fields.language) ?? 'en';
    const markdown = form.raw('markdown').replaceAll('\r\n', '\n');
    if (markdown.trim() === '') form.fault('markdown', visit.words.block.markdownMissing);
    const revision = form.wholeNumber('revision', visit.words.faults.mend.malformed);
    if (form.errors.length > 0) {
      await showBlock(visit, at, { language, errors: form.errors, typed: fields });
      return;
    }
    const input = {
      courseCode: at.code,
      activityId: at.activityId,
      blockId: at.blockId,
      markdown,
      language: language === 'cy' ? ('CY' as const) : ('EN' as const),
      revision,
    };
    const saved = await visit.change(CorrectLessonDocument, input);
    if (saved.__typename === 'Refused')
      await showBlock(visit, at, { language, errors: errorsOf(saved), typed: fields });
    else
      visit.redirect(
        `/authoring/${encodeURIComponent(at.code)}/activities/${encodeURIComponent(at.activityId)}`,
        visit.words.block.saved,
      );
  }
}

interface Shown {
  readonly language: Language;
  readonly errors: readonly FieldError[];
  /** What the form held, when it comes back to the author; its revision stays that of the page they saw. */
  readonly typed?: Fields;
}

async function showBlock(visit: Visit, at: Address, { language, errors, typed }: Shown): Promise<void> {
  const { course, draftActivity } = await visit.ask(DraftLessonDocument, {
    code: at.code,
    activityId: at.activityId,
  });
  const block = draftActivity.blocks.find(({ id }) => id === at.blockId);
  if (block?.markdown == null || course.draft === null)
    throw new Fault('NOT_FOUND', 'no such part to correct');
  const model = {
    course,
    activity: draftActivity,
    block,
    text: language,
    markdown: typed?.markdown ?? block.markdown[language] ?? '',
    revision: typed?.revision ?? course.draft.revision,
    errors,
  };
  visit.render('author/block/correct-block', model, errors.length > 0 ? 422 : 200);
}
