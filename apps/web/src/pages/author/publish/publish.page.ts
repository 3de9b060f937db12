import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { DraftCourseDocument, ImpactDocument, PublishCourseDocument } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

const CHANGES = ['MINOR', 'MAJOR', 'LEGAL'] as const;

/** Publishing: first how many people it touches, then what kind of change it is. */
@Controller('authoring/:code/publish')
export class PublishPage {
  @Get()
  async show(@Visitor() visit: Visit, @Param('code') code: string): Promise<void> {
    await showImpact(visit, code, { errors: [], typed: {} });
  }

  @Post()
  async publish(@Visitor() visit: Visit, @Param('code') code: string, @Body() fields: Fields): Promise<void> {
    const { publish } = visit.words;
    const form = new Form(fields);
    const change = form.oneOf('change', CHANGES, publish.changeMissing);
    const cutOff = form.date('cutOff', publish.cutOffWrong);
    const note = form.text('note', publish.noteMissing);
    const revision = form.wholeNumber('revision', visit.words.faults.mend.malformed);
    if (change === undefined || form.errors.length > 0) {
      await showImpact(visit, code, { errors: form.errors, typed: fields });
      return;
    }
    const input = { courseCode: code, change, note, revision, ...(cutOff === undefined ? {} : { cutOff }) };
    const published = await visit.change(PublishCourseDocument, input);
    if (published.__typename === 'Refused') {
      await showImpact(visit, code, { errors: errorsOf(published), typed: fields });
      return;
    }
    visit.redirect(`/authoring/${encodeURIComponent(code)}`, publish.done(published.number));
  }
}

interface Shown {
  readonly errors: readonly FieldError[];
  readonly typed: Fields;
}

async function showImpact(visit: Visit, code: string, { errors, typed }: Shown): Promise<void> {
  const { publishImpact } = await visit.ask(ImpactDocument, { code });
  const { course } = await visit.ask(DraftCourseDocument, { code });
  const model = { course, impact: publishImpact, changes: CHANGES, typed, errors };
  visit.render('author/publish/publish', model, errors.length > 0 ? 422 : 200);
}
