import { Controller, Get, Query } from '@nestjs/common';
import { CatalogueDocument } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import type { Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

/** The courses, for those who write, review and publish them. */
@Controller('authoring')
export class AuthoringPage {
  @Get()
  async show(@Visitor() visit: Visit, @Query() query: Fields): Promise<void> {
    const after = new Form(query).text('after');
    const { courses } = await visit.ask(CatalogueDocument, {
      search: null,
      after: after === '' ? null : after,
    });
    visit.render('author/draft/authoring', {
      courses: courses.edges.map(({ node }) => node),
      pageInfo: courses.pageInfo,
      more: '/authoring',
    });
  }
}
