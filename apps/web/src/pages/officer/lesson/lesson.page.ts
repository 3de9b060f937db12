import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  AnswerCheckDocument,
  CompleteActivityDocument,
  LessonDocument,
  LessonPlaceDocument,
  OpenActivityDocument,
} from '../../../gql/graphql.js';
import { Fault } from '../../../pipeline/fault.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';
import { answeredCheck, consentQuery, lessonBlocks, type ShownCheck } from './lesson-blocks.js';
import { type Place, placeOf } from './lesson-place.js';

interface Shown {
  readonly code: string;
  readonly activityId: string;
  /** Blocks with a content warning that the reader has asked to see. */
  readonly show: readonly string[];
}

/** A lesson: its blocks, its quick checks, and the way on. */
@Controller('courses/:code/activities/:activityId')
export class LessonPage {
  @Get()
  async show(
    @Visitor() visit: Visit,
    @Param() { code, activityId }: { code: string; activityId: string },
    @Query() query: Fields,
  ): Promise<void> {
    const place = await placeIn(visit, code, activityId);
    const opened = await visit.change(OpenActivityDocument, { enrolmentId: place.enrolmentId, activityId });
    const errors = opened.__typename === 'Refused' ? errorsOf(opened) : [];
    await render(visit, { code, activityId, show: new Form(query).several('show') }, { place, errors });
  }

  /** One quick check is answered: the page comes again with the reasons beside the options. */
  @Post()
  async answer(
    @Visitor() visit: Visit,
    @Param() { code, activityId }: { code: string; activityId: string },
    @Body() fields: Fields,
  ): Promise<void> {
    const form = new Form(fields);
    const blockId = form.text('block');
    const choices = form.several('choices');
    const shown = { code, activityId, show: showOf(visit) };
    const place = await placeIn(visit, code, activityId);
    if (choices.length === 0) {
      const errors = [{ field: `check-${blockId}`, text: visit.words.lesson.answerMissing }];
      await render(visit, shown, { place, errors });
      return;
    }
    const input = { enrolmentId: place.enrolmentId, activityId, blockId, choices };
    const answered = await visit.change(AnswerCheckDocument, input);
    if (answered.__typename === 'Refused') {
      await render(visit, shown, { place, errors: errorsOf(answered) });
      return;
    }
    await render(visit, shown, {
      place: await placeIn(visit, code, activityId),
      answered: answeredCheck(blockId, choices, answered),
    });
  }

  /** The reader says that they have finished. */
  @Post('complete')
  async complete(
    @Visitor() visit: Visit,
    @Param() { code, activityId }: { code: string; activityId: string },
  ): Promise<void> {
    const place = await placeIn(visit, code, activityId);
    const done = await visit.change(CompleteActivityDocument, { enrolmentId: place.enrolmentId, activityId });
    if (done.__typename === 'Refused') {
      await render(visit, { code, activityId, show: showOf(visit) }, { place, errors: errorsOf(done) });
      return;
    }
    visit.redirect(place.next === null ? place.course : place.next.href, visit.words.lesson.completed);
  }
}

/** The blocks that the address of the page asks for; a form keeps them in its own address. */
function showOf(visit: Visit): string[] {
  return new URL(visit.path, 'http://lantern.invalid').searchParams.getAll('show');
}

async function placeIn(visit: Visit, code: string, activityId: string): Promise<Place> {
  const { myCourse } = await visit.ask(LessonPlaceDocument, { code });
  const place = placeOf(myCourse, activityId);
  if (place === undefined) throw new Fault('NOT_FOUND', 'no enrolment, or no such activity in it');
  return place;
}

interface Facts {
  readonly place: Place;
  readonly errors?: readonly FieldError[];
  readonly answered?: ShownCheck;
}

async function render(visit: Visit, shown: Shown, { place, errors = [], answered }: Facts): Promise<void> {
  const { activity } = await visit.ask(LessonDocument, {
    versionId: place.versionId,
    activityId: shown.activityId,
  });
  const query = consentQuery(shown.show);
  const model = {
    activity,
    place,
    blocks: lessonBlocks(activity, {
      show: shown.show,
      answered,
      answeredChecks: place.answeredChecks,
      language: visit.language,
    }),
    self: `${place.self}${query === '' ? '' : `?${query}`}`,
    base: place.self,
    query,
    errors,
  };
  visit.render('officer/lesson/lesson', model, errors.length > 0 ? 422 : 200);
}
