import { Controller, Get, Query } from '@nestjs/common';
import { SittingsDocument } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import type { Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

/** The force's sittings. */
@Controller('desk/sittings')
export class SittingsPage {
  @Get()
  async show(@Visitor() visit: Visit, @Query() query: Fields): Promise<void> {
    const after = new Form(query).text('after');
    const { sittings } = await visit.ask(SittingsDocument, { after: after === '' ? null : after });
    visit.render('lead/sittings/sittings', {
      sittings: sittings.edges.map(({ node }) => node),
      pageInfo: sittings.pageInfo,
      more: '/desk/sittings',
    });
  }
}
