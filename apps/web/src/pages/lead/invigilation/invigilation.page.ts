import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  type IncidentKind,
  InvigilationPageDocument,
  MyInvigilationsDocument,
  RecordIncidentDocument,
  RotateStartCodeDocument,
  SuspendAttemptDocument,
} from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

/** What an invigilator has before them: their sittings, and in each the start code, who sits, and the incident log. */
@Controller('invigilation')
export class InvigilationPage {
  @Get()
  async list(@Visitor() visit: Visit): Promise<void> {
    const { myInvigilations } = await visit.ask(MyInvigilationsDocument, {});
    visit.render('lead/invigilation/invigilations', { sittings: myInvigilations });
  }

  @Get(':id')
  async show(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    await render(visit, id, { typed: {}, errors: [] });
  }

  @Post(':id/code')
  async rotate(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    const done = await visit.change(RotateStartCodeDocument, { sittingId: id });
    if (done.__typename === 'Refused') await render(visit, id, { typed: {}, errors: errorsOf(done) });
    else visit.redirect(`/invigilation/${id}`);
  }

  @Post(':id/recall')
  async recall(@Visitor() visit: Visit, @Param('id') id: string, @Body() fields: Fields): Promise<void> {
    const attemptId = new Form(fields).text('attemptId');
    const done = await visit.change(SuspendAttemptDocument, { attemptId });
    if (done.__typename === 'Refused') await render(visit, id, { typed: {}, errors: errorsOf(done) });
    else visit.redirect(`/invigilation/${id}`);
  }

  @Post(':id/incidents')
  async record(@Visitor() visit: Visit, @Param('id') id: string, @Body() fields: Fields): Promise<void> {
    const words = visit.words.invigilation;
    const form = new Form(fields);
    const kind = form.oneOf('kind', Object.keys(words.kinds) as IncidentKind[], words.kindMissing);
    const note = form.text('note', words.noteMissing);
    const attemptId = form.text('attemptId');
    if (kind === undefined || form.errors.length > 0) {
      await render(visit, id, { typed: fields, errors: form.errors });
      return;
    }
    const about = attemptId === '' ? {} : { attemptId };
    const done = await visit.change(RecordIncidentDocument, { sittingId: id, kind, note, ...about });
    if (done.__typename === 'Refused') await render(visit, id, { typed: fields, errors: errorsOf(done) });
    else visit.redirect(`/invigilation/${id}`, words.saved);
  }
}

async function render(
  visit: Visit,
  id: string,
  shown: { typed: Fields; errors: readonly FieldError[] },
): Promise<void> {
  const { invigilation } = await visit.ask(InvigilationPageDocument, { sittingId: id });
  const words = visit.words.invigilation;
  const started = invigilation.candidates.filter(({ attemptId }) => attemptId !== null);
  const about = [
    { value: '', text: words.wholeSitting },
    ...started.map(({ attemptId, person }) => ({
      value: attemptId,
      text: `${person.givenName} ${person.familyName}`,
    })),
  ];
  const model = { invigilation, about, ...shown };
  visit.render('lead/invigilation/invigilation', model, shown.errors.length > 0 ? 422 : 200);
}
