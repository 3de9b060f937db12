import { Controller, Get, Query } from '@nestjs/common';
import { CatalogueDocument } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import type { Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

/** Every course there is, ten at a time, with a search. */
@Controller('courses')
export class CataloguePage {
  @Get()
  async show(@Visitor() visit: Visit, @Query() query: Fields): Promise<void> {
    const form = new Form(query);
    const search = form.text('search');
    const after = form.text('after');
    const { courses } = await visit.ask(CatalogueDocument, {
      search: search === '' ? null : search,
      after: after === '' ? null : after,
    });
    visit.render('officer/catalogue/catalogue', {
      search,
      courses: courses.edges.map(({ node }) => node),
      total: courses.totalCount,
      pageInfo: courses.pageInfo,
      more: `/courses?search=${encodeURIComponent(search)}`,
    });
  }
}
