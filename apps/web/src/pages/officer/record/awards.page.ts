import { Controller, Get, Param, Query } from '@nestjs/common';
import { skillNames } from '../../../api/names.js';
import { AwardPageDocument, MyAwardsDocument } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import type { Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

/** My awards, and each as a certificate that can be printed. */
@Controller('awards')
export class AwardsPage {
  @Get()
  async list(@Visitor() visit: Visit, @Query() query: Fields): Promise<void> {
    const after = new Form(query).text('after');
    const { myAwards } = await visit.ask(MyAwardsDocument, { after: after === '' ? null : after });
    visit.render('officer/record/awards', {
      awards: myAwards.edges.map(({ node }) => node),
      pageInfo: myAwards.pageInfo,
      more: '/awards',
    });
  }

  @Get(':id')
  async show(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    const { award, me } = await visit.ask(AwardPageDocument, { id });
    visit.render('officer/record/award', { award, me, skills: await skillNames(visit) });
  }
}
