import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { everyNode, unitTree } from '../../../api/names.js';
import {
  CourseChoicesDocument,
  CreateSittingDocument,
  type CreateSittingInput,
} from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';
import type { Messages } from '../../../words/words.js';

const MODES = ['ONLINE', 'ROOM'] as const;

/** Makes a sitting: course, window, seats, how, for whom. */
@Controller('desk/sittings/new')
export class MakeSittingPage {
  @Get()
  async show(@Visitor() visit: Visit, @Query() query: Fields): Promise<void> {
    await showForm(visit, query, []);
  }

  @Post()
  async make(@Visitor() visit: Visit, @Body() fields: Fields): Promise<void> {
    const form = new Form(fields);
    const input = readSitting(form, visit.words.desk);
    if (input === undefined) {
      await showForm(visit, fields, form.errors);
      return;
    }
    const made = await visit.change(CreateSittingDocument, input);
    if (made.__typename === 'Refused') await showForm(visit, fields, errorsOf(made));
    else visit.redirect(`/desk/sittings/${made.id}`, visit.words.desk.made);
  }
}

function readSitting(form: Form, desk: Messages['desk']): CreateSittingInput | undefined {
  const courseCode = form.text('courseCode', desk.courseMissing);
  const opensAt = form.instant('opensAt', { day: desk.openDay, time: desk.openTime });
  const closesAt = form.instant('closesAt', { day: desk.closeDay, time: desk.closeTime });
  const seats = form.wholeNumber('seats', desk.seatsMissing, 1);
  const mode = form.oneOf('mode', MODES, desk.modeMissing);
  const unitIds = form.several('unitIds');
  if (opensAt === undefined || closesAt === undefined || mode === undefined || form.errors.length > 0)
    return undefined;
  return { courseCode, opensAt, closesAt, seats, mode, ...(unitIds.length > 0 ? { unitIds } : {}) };
}

async function showForm(visit: Visit, typed: Fields, errors: readonly FieldError[]): Promise<void> {
  const courses = await everyNode(
    async (after) => (await visit.ask(CourseChoicesDocument, { after })).courses,
  );
  const model = { courses, units: await unitTree(visit), typed, errors };
  visit.render('lead/sittings/make-sitting', model, errors.length > 0 ? 422 : 200);
}
