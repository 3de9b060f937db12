import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { everyNode } from '../../../api/names.js';
import {
  AdjustmentDeskDocument,
  type AdjustmentFieldsInput,
  type AdjustmentLineFragment,
  GrantAdjustmentDocument,
  ReadAdjustmentReasonDocument,
  RefuseAdjustmentDocument,
} from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';
import { summaryOf } from '../../officer/adjustments/summary.js';

interface Shown {
  readonly errors: readonly FieldError[];
  /** Reasons that were read just now, of one request. Never kept: leaving the page forgets them. */
  readonly read?: { readonly id: string; readonly reasons: readonly { text: string; at: string }[] };
}

/** An adjustments officer's desk: requests that wait, their reasons one at a time, granting and refusing. */
@Controller('desk/adjustments')
export class AdjustmentDeskPage {
  @Get()
  async show(@Visitor() visit: Visit): Promise<void> {
    await render(visit, { errors: [] });
  }

  /** Shows the reason of one request; that it was read is on record. */
  @Post(':id/reason')
  async reason(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    const read = await visit.change(ReadAdjustmentReasonDocument, { adjustmentId: id });
    if (read.__typename === 'Refused') await render(visit, { errors: errorsOf(read) });
    else await render(visit, { errors: [], read: { id, reasons: read.reasons } });
  }

  @Post(':id')
  async decide(@Visitor() visit: Visit, @Param('id') id: string, @Body() fields: Fields): Promise<void> {
    const words = visit.words.adjustmentDesk;
    const form = new Form(fields);
    const reason = form.text(`why-${id}`, words.whyMissing);
    const isGrant = form.text('decision') === 'grant';
    const request = (await requests(visit)).find((one) => one.id === id);
    if (form.errors.length > 0 || request === undefined) {
      await render(visit, { errors: form.errors });
      return;
    }
    const done = isGrant
      ? await visit.change(GrantAdjustmentDocument, { requestId: id, fields: asAsked(request), reason })
      : await visit.change(RefuseAdjustmentDocument, { adjustmentId: id, reason });
    if (done.__typename === 'Refused') await render(visit, { errors: errorsOf(done) });
    else visit.redirect('/desk/adjustments', isGrant ? words.granted : words.refused);
  }
}

function asAsked({ fields }: AdjustmentLineFragment): AdjustmentFieldsInput {
  return { ...fields };
}

function requests(visit: Visit): Promise<AdjustmentLineFragment[]> {
  return everyNode(async (after) => (await visit.ask(AdjustmentDeskDocument, { after })).adjustments);
}

async function render(visit: Visit, { errors, read }: Shown): Promise<void> {
  const waiting = (await requests(visit)).map((one) => ({
    ...one,
    summary: summaryOf(one.fields, visit.words),
    reasons: read?.id === one.id ? read.reasons : [],
  }));
  visit.render('lead/adjustments/adjustment-desk', { waiting, errors }, errors.length > 0 ? 422 : 200);
}
