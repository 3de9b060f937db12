import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  ApproveDraftDocument,
  DraftCourseDocument,
  SendDraftForReviewDocument,
} from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

/** A course's draft: its lessons, what differs, and the way through review to publishing. */
@Controller('authoring/:code')
export class DraftPage {
  @Get()
  async show(@Visitor() visit: Visit, @Param('code') code: string): Promise<void> {
    await showDraft(visit, code, []);
  }

  @Post('review')
  async send(@Visitor() visit: Visit, @Param('code') code: string, @Body() fields: Fields): Promise<void> {
    const sent = await visit.change(SendDraftForReviewDocument, {
      courseCode: code,
      revision: revisionOf(fields),
    });
    if (sent.__typename === 'Refused') await showDraft(visit, code, errorsOf(sent));
    else visit.redirect(`/authoring/${encodeURIComponent(code)}`, visit.words.authoring.sent);
  }

  @Post('approve')
  async approve(@Visitor() visit: Visit, @Param('code') code: string, @Body() fields: Fields): Promise<void> {
    const approved = await visit.change(ApproveDraftDocument, {
      courseCode: code,
      revision: revisionOf(fields),
    });
    if (approved.__typename === 'Refused') await showDraft(visit, code, errorsOf(approved));
    else visit.redirect(`/authoring/${encodeURIComponent(code)}`, visit.words.authoring.approved);
  }
}

/** The revision that the page showed: the API refuses when someone has changed the draft since. */
function revisionOf(fields: Fields): number {
  return new Form(fields).wholeNumber('revision', '');
}

async function showDraft(visit: Visit, code: string, errors: FieldError[]): Promise<void> {
  const { course } = await visit.ask(DraftCourseDocument, { code });
  const areas = visit.session.person?.areas ?? [];
  const model = {
    course,
    mayApprove: areas.includes('reviewer'),
    mayPublish: areas.includes('publisher'),
    errors,
  };
  visit.render('author/draft/draft', model, errors.length > 0 ? 422 : 200);
}
