import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  CancelSittingDocument,
  ReleaseResultsDocument,
  SittingPlacesDocument,
} from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

/** One sitting as the training lead sees it: who has a place, how far they are, release and cancellation. */
@Controller('desk/sittings/:id')
export class PlacesPage {
  @Get()
  async show(@Visitor() visit: Visit, @Param('id') id: string, @Query() query: Fields): Promise<void> {
    await showPlaces(visit, id, { after: new Form(query).text('after'), errors: [] });
  }

  @Post('release')
  async release(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    const released = await visit.change(ReleaseResultsDocument, { sittingId: id });
    if (released.__typename === 'Refused') await showPlaces(visit, id, { errors: errorsOf(released) });
    else visit.redirect(`/desk/sittings/${id}`, visit.words.desk.released);
  }

  @Post('cancel')
  async cancel(@Visitor() visit: Visit, @Param('id') id: string, @Body() fields: Fields): Promise<void> {
    const form = new Form(fields);
    const reason = form.text('reason', visit.words.desk.reasonMissing);
    if (form.errors.length > 0) {
      await showPlaces(visit, id, { errors: form.errors, typed: fields });
      return;
    }
    const cancelled = await visit.change(CancelSittingDocument, { sittingId: id, reason });
    if (cancelled.__typename === 'Refused')
      await showPlaces(visit, id, { errors: errorsOf(cancelled), typed: fields });
    else visit.redirect(`/desk/sittings/${id}`, visit.words.desk.cancelled);
  }
}

interface Shown {
  readonly errors: readonly FieldError[];
  readonly after?: string;
  readonly typed?: Fields;
}

async function showPlaces(
  visit: Visit,
  id: string,
  { errors, after = '', typed = {} }: Shown,
): Promise<void> {
  const { sitting, places } = await visit.ask(SittingPlacesDocument, {
    id,
    after: after === '' ? null : after,
  });
  const model = {
    sitting,
    places: places.edges.map(({ node }) => node),
    pageInfo: places.pageInfo,
    more: `/desk/sittings/${id}`,
    typed,
    errors,
  };
  visit.render('lead/sittings/places', model, errors.length > 0 ? 422 : 200);
}
