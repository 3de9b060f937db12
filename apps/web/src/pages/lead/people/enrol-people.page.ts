import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { everyNode, unitTree } from '../../../api/names.js';
import { CourseChoicesDocument, EnrolPeopleDocument, PersonNameDocument } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

/** Puts units and people on a course, with a day by which it is due. */
@Controller('desk/people/enrol')
export class EnrolPeoplePage {
  @Get()
  async show(@Visitor() visit: Visit, @Query() query: Fields): Promise<void> {
    await showForm(visit, query, []);
  }

  @Post()
  async enrol(@Visitor() visit: Visit, @Body() fields: Fields): Promise<void> {
    const form = new Form(fields);
    const courseCode = form.text('courseCode', visit.words.desk.courseMissing);
    const unitIds = form.several('unitIds');
    const personIds = form.several('personIds');
    if (unitIds.length + personIds.length === 0) form.fault('unitIds', visit.words.people.unitsMissing);
    const dueOn = form.date('dueOn', visit.words.people.dueWrong);
    if (form.errors.length > 0) {
      await showForm(visit, fields, form.errors);
      return;
    }
    const input = { courseCode, unitIds, personIds, ...(dueOn === undefined ? {} : { dueOn }) };
    const done = await visit.change(EnrolPeopleDocument, input);
    if (done.__typename === 'Refused') await showForm(visit, fields, errorsOf(done));
    else visit.redirect('/desk/people', visit.words.people.enrolled(done.enrolled, done.alreadyEnrolled));
  }
}

async function showForm(visit: Visit, typed: Fields, errors: readonly FieldError[]): Promise<void> {
  const courses = await everyNode(
    async (after) => (await visit.ask(CourseChoicesDocument, { after })).courses,
  );
  const persons = [];
  for (const id of new Form(typed).several('personIds').slice(0, 50)) {
    persons.push((await visit.ask(PersonNameDocument, { id })).person);
  }
  const model = { courses, persons, units: await unitTree(visit), typed, errors };
  visit.render('lead/people/enrol-people', model, errors.length > 0 ? 422 : 200);
}
