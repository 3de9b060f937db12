import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  BookPlaceDocument,
  GiveUpPlaceDocument,
  SittingPageDocument,
  StartAttemptDocument,
} from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

/** One sitting as a candidate sees it: book a place, give it up, start. */
@Controller('sittings/:id')
export class SittingPage {
  @Get()
  async show(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    await showSitting(visit, id, []);
  }

  @Post('book')
  async book(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    const booked = await visit.change(BookPlaceDocument, { sittingId: id });
    if (booked.__typename === 'Refused') await showSitting(visit, id, errorsOf(booked));
    else visit.redirect(`/sittings/${id}`, visit.words.sitting.bookedNow);
  }

  @Post('give-up')
  async giveUp(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    const givenUp = await visit.change(GiveUpPlaceDocument, { sittingId: id });
    if (givenUp.__typename === 'Refused') await showSitting(visit, id, errorsOf(givenUp));
    else visit.redirect(`/sittings/${id}`, visit.words.sitting.givenUp);
  }

  /** Starts the attempt; the clock runs from here. */
  @Post('start')
  async start(@Visitor() visit: Visit, @Param('id') id: string, @Body() fields: Fields): Promise<void> {
    const startCode = new Form(fields).text('startCode');
    const input = { sittingId: id, ...(startCode === '' ? {} : { startCode }) };
    const started = await visit.change(StartAttemptDocument, input);
    if (started.__typename === 'Refused') {
      await showSitting(visit, id, errorsOf(started));
      return;
    }
    if (started.writer !== null) visit.session.writing = { attemptId: started.id, writer: started.writer };
    visit.redirect(`/attempts/${started.id}/questions/1`);
  }
}

async function showSitting(visit: Visit, id: string, errors: FieldError[]): Promise<void> {
  const { sitting } = await visit.ask(SittingPageDocument, { id });
  visit.render('officer/sitting/sitting', { sitting, errors }, errors.length > 0 ? 422 : 200);
}
