import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AttemptPageDocument, SubmitAttemptDocument } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';
import { clockOf } from './running.js';

/** The look back before handing in: which questions have an answer, and the box to tick. */
@Controller('attempts/:id/review')
export class ReviewPage {
  @Get()
  async show(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    await render(visit, id, []);
  }

  /** Hands in. A second arrival finds the attempt handed in already and leads to the same result. */
  @Post()
  async submit(@Visitor() visit: Visit, @Param('id') id: string, @Body() fields: Fields): Promise<void> {
    const form = new Form(fields);
    form.text('sure', visit.words.review.sureMissing);
    if (form.errors.length > 0) {
      await render(visit, id, form.errors);
      return;
    }
    const done = await visit.change(SubmitAttemptDocument, { attemptId: id });
    if (done.__typename === 'Refused') {
      await render(visit, id, errorsOf(done));
      return;
    }
    delete visit.session.writing;
    visit.redirect(`/attempts/${id}/result`);
  }
}

async function render(visit: Visit, id: string, errors: FieldError[]): Promise<void> {
  const { attempt } = await visit.ask(AttemptPageDocument, { id });
  if (attempt.state !== 'OPEN') {
    visit.redirect(`/attempts/${id}/result`);
    return;
  }
  const questions = attempt.paper.map((item) => ({
    ...item,
    saved: attempt.answers.find(({ itemId }) => itemId === item.id),
  }));
  const open = questions.filter(({ saved }) => saved === undefined).length;
  visit.render(
    'officer/attempt/review',
    { attempt, questions, open, clock: clockOf(attempt), errors },
    errors.length > 0 ? 422 : 200,
  );
}
