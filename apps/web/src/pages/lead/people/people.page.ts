import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { roleNames, unitTree } from '../../../api/names.js';
import { InvitePersonDocument, PeopleDocument } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

/** The force's people, searched by name, staff number or unit. */
@Controller('desk/people')
export class PeoplePage {
  @Get()
  async show(@Visitor() visit: Visit, @Query() query: Fields): Promise<void> {
    await showPeople(visit, query, []);
  }

  /** Sends (again) the invitation by which a person makes their account. */
  @Post(':id/invite')
  async invite(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    const invited = await visit.change(InvitePersonDocument, { personId: id });
    if (invited.__typename === 'Refused') await showPeople(visit, {}, errorsOf(invited));
    else visit.redirect('/desk/people', visit.words.people.invited);
  }
}

async function showPeople(visit: Visit, query: Fields, errors: readonly FieldError[]): Promise<void> {
  const form = new Form(query);
  const [search, unitId, after] = [form.text('search'), form.text('unitId'), form.text('after')];
  const { people } = await visit.ask(PeopleDocument, {
    search: search === '' ? null : search,
    unitId: unitId === '' ? null : unitId,
    after: after === '' ? null : after,
  });
  const model = {
    search,
    unitId,
    people: people.edges.map(({ node }) => node),
    total: people.totalCount,
    pageInfo: people.pageInfo,
    more: `/desk/people?search=${encodeURIComponent(search)}&unitId=${encodeURIComponent(unitId)}`,
    units: await unitTree(visit),
    roles: await roleNames(visit),
    errors,
  };
  visit.render('lead/people/people', model, errors.length > 0 ? 422 : 200);
}
