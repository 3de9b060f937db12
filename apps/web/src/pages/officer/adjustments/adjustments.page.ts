import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  type AdjustmentFieldsInput,
  AskAdjustmentDocument,
  MyAdjustmentsDocument,
  WithdrawAdjustmentDocument,
} from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';
import { summaryOf } from './summary.js';

/** A person's own adjustments: what they have, what they asked for, and asking. */
@Controller('adjustments')
export class AdjustmentsPage {
  @Get()
  async show(@Visitor() visit: Visit): Promise<void> {
    await render(visit, {}, []);
  }

  @Post()
  async ask(@Visitor() visit: Visit, @Body() fields: Fields): Promise<void> {
    const form = new Form(fields);
    const asked = readFields(form, visit);
    const reason = form.text('reason', visit.words.adjustments.reasonMissing);
    if (form.errors.length > 0) {
      await render(visit, fields, form.errors);
      return;
    }
    const done = await visit.change(AskAdjustmentDocument, { fields: asked, reason });
    if (done.__typename === 'Refused') await render(visit, fields, errorsOf(done));
    else visit.redirect('/adjustments', visit.words.adjustments.sent);
  }

  @Post(':id/withdraw')
  async withdraw(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    const done = await visit.change(WithdrawAdjustmentDocument, { adjustmentId: id });
    if (done.__typename === 'Refused') await render(visit, {}, errorsOf(done));
    else visit.redirect('/adjustments', visit.words.adjustments.withdrawn);
  }
}

function readFields(form: Form, visit: Visit): AdjustmentFieldsInput {
  const words = visit.words.adjustments;
  const percent = numberOf(form, 'multiplier', { most: 300, wrong: words.multiplierWrong });
  const rest = numberOf(form, 'restMinutes', { most: 120, wrong: words.restWrong });
  const chosen = new Set(form.several('others'));
  const helpers = [chosen.has('reader') ? 'READER' : '', chosen.has('scribe') ? 'SCRIBE' : ''].filter(
    Boolean,
  );
  return {
    ...(percent === null ? {} : { multiplier: 1 + percent / 100 }),
    ...(rest === null ? {} : { restMinutes: rest }),
    ...(form.text('textSize') === '' ? {} : { textSize: form.text('textSize') }),
    ...(form.text('pageColours') === '' ? {} : { pageColours: form.text('pageColours') }),
    ...(helpers.length === 0 ? {} : { readerOrScribe: helpers.join('_AND_') }),
    ...(chosen.has('screenReader') ? { screenReader: true } : {}),
    ...(chosen.has('separateRoom') ? { separateRoom: true } : {}),
  };
}

/** A whole number, null when the field is empty. */
function numberOf(form: Form, name: string, { most, wrong }: { most: number; wrong: string }): number | null {
  if (form.text(name) === '') return null;
  const value = form.wholeNumber(name, wrong);
  if (value > most) form.fault(name, wrong);
  return value;
}

async function render(visit: Visit, typed: Fields, errors: readonly FieldError[]): Promise<void> {
  const { myAdjustments } = await visit.ask(MyAdjustmentsDocument, {});
  const own = myAdjustments.map((one) => ({ ...one, summary: summaryOf(one.fields, visit.words) }));
  const others = new Form(typed).several('others');
  visit.render(
    'officer/adjustments/adjustments',
    { own, typed, others, errors },
    errors.length > 0 ? 422 : 200,
  );
}
