import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { MarkNoticeReadDocument, MyNoticesDocument } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

/** What Lantern has told me. */
@Controller('notices')
export class NoticesPage {
  @Get()
  async list(@Visitor() visit: Visit, @Query() query: Fields): Promise<void> {
    await showNotices(visit, new Form(query).text('after'), []);
  }

  @Post(':id')
  async markRead(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    const done = await visit.change(MarkNoticeReadDocument, { noticeId: id });
    if (done.__typename === 'Refused') await showNotices(visit, '', errorsOf(done));
    else visit.redirect('/notices');
  }
}

async function showNotices(visit: Visit, after: string, errors: FieldError[]): Promise<void> {
  const { myNotices } = await visit.ask(MyNoticesDocument, { after: after === '' ? null : after });
  const model = {
    notices: myNotices.edges.map(({ node }) => node),
    pageInfo: myNotices.pageInfo,
    more: '/notices',
    errors,
  };
  visit.render('officer/record/notices', model, errors.length > 0 ? 422 : 200);
}
