import { Controller, Get, Param, Query } from '@nestjs/common';
import { DraftLessonDocument } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import type { Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';
import { consentQuery, lessonBlocks } from '../../officer/lesson/lesson-blocks.js';

/** The parts of a lesson in the draft, and the draft as a learner would read it. */
@Controller('authoring/:code/activities/:activityId')
export class PartsPage {
  @Get()
  async list(
    @Visitor() visit: Visit,
    @Param() { code, activityId }: { code: string; activityId: string },
  ): Promise<void> {
    const { course, draftActivity } = await visit.ask(DraftLessonDocument, { code, activityId });
    visit.render('author/block/parts', { course, activity: draftActivity });
  }

  @Get('preview')
  async preview(
    @Visitor() visit: Visit,
    @Param() { code, activityId }: { code: string; activityId: string },
    @Query() query: Fields,
  ): Promise<void> {
    const { course, draftActivity } = await visit.ask(DraftLessonDocument, { code, activityId });
    const show = new Form(query).several('show');
    visit.render('author/block/preview', {
      course,
      activity: draftActivity,
      blocks: lessonBlocks(draftActivity, { show, answeredChecks: [], language: visit.language }),
      base: visit.path.split('?')[0],
      query: consentQuery(show),
    });
  }
}
