import { Controller, Get, Param, Post } from '@nestjs/common';
import {
  AttemptPageDocument,
  EndRestDocument,
  type RefusalFragment,
  ResumeAttemptDocument,
  StartRestDocument,
  SuspendAttemptDocument,
  WithdrawRecallDocument,
} from '../../../gql/graphql.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

/** Where a candidate is while the clock of their attempt stands: on a rest break, or called to a job. */
@Controller('attempts/:id/pause')
export class PausePage {
  @Get()
  async show(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    await render(visit, id, []);
  }

  @Post('rest')
  async rest(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    await answer(visit, id, await visit.change(StartRestDocument, { attemptId: id }));
  }

  @Post('end-rest')
  async endRest(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    await answer(visit, id, await visit.change(EndRestDocument, { attemptId: id }));
  }

  @Post('recall')
  async recall(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    await answer(visit, id, await visit.change(SuspendAttemptDocument, { attemptId: id }));
  }

  @Post('withdraw')
  async withdraw(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    await answer(visit, id, await visit.change(WithdrawRecallDocument, { attemptId: id }));
  }

  /** Goes on after a confirmed recall, in this browser. */
  @Post('go-on')
  async goOn(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    const resumed = await visit.change(ResumeAttemptDocument, { attemptId: id });
    if (resumed.__typename === 'Attempt' && resumed.writer !== null)
      visit.session.writing = { attemptId: id, writer: resumed.writer };
    await answer(visit, id, resumed);
  }
}

async function answer(
  visit: Visit,
  id: string,
  given: { __typename?: string } | RefusalFragment,
): Promise<void> {
  if ('message' in given) await render(visit, id, errorsOf(given));
  else visit.redirect(`/attempts/${id}/pause`);
}

async function render(visit: Visit, id: string, errors: FieldError[]): Promise<void> {
  const { attempt } = await visit.ask(AttemptPageDocument, { id });
  const stands = attempt.state === 'SUSPENDED' || attempt.clock.restingUntil !== null;
  if (!stands && errors.length === 0) {
    visit.redirect(`/attempts/${id}`);
    return;
  }
  visit.render('officer/attempt/pause', { attempt, errors }, errors.length > 0 ? 422 : 200);
}
