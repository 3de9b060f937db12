import { Controller, Get, Query } from '@nestjs/common';
import { skillNames } from '../../../api/names.js';
import { MyStandingDocument } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import type { Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

/** The skills in which I am in date, today or on another day, each with its reasons. */
@Controller('standing')
export class StandingPage {
  @Get()
  async show(@Visitor() visit: Visit, @Query() query: Fields): Promise<void> {
    const form = new Form(query);
    const asAt = form.date('asAt', visit.words.standing.asAtWrong) ?? null;
    const { myStanding } = await visit.ask(MyStandingDocument, { asAt });
    const model = {
      standings: myStanding.filter(({ level }) => level > 0),
      skills: await skillNames(visit),
      asAt: asAt ?? myStanding[0]?.asAt,
      typed: query,
      errors: form.errors,
    };
    visit.render('officer/record/standing', model, form.errors.length > 0 ? 422 : 200);
  }
}
