import { Controller, Get } from '@nestjs/common';
import { HomeDocument } from '../../../gql/graphql.js';
import type { Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

/** What an officer has before them: courses due, awards that run out, assessments booked. */
@Controller()
export class HomePage {
  @Get()
  async show(@Visitor() visit: Visit): Promise<void> {
    const home = await visit.ask(HomeDocument, {});
    const enrolments = home.myEnrolments.edges.map(({ node }) => node);
    visit.render('officer/home/home', {
      enrolments: enrolments.filter(({ state }) => state !== 'COMPLETED').toSorted(byDueDate),
      awards: home.myAwards.edges
        .map(({ node }) => node)
        .toSorted((a, b) => (a.lastValidDay < b.lastValidDay ? -1 : 1)),
      sittings: home.mySittings.edges
        .map(({ node }) => node)
        .filter(({ state }) => state === 'OPEN' || state === 'SCHEDULED'),
    });
  }
}

function byDueDate(a: { dueOn: string | null }, b: { dueOn: string | null }): number {
  return (a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1;
}
