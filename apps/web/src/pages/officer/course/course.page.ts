import { Controller, Get, Param, Post } from '@nestjs/common';
import { skillNames } from '../../../api/names.js';
import { CoursePageDocument, type CoursePageQuery, EnrolDocument } from '../../../gql/graphql.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';
import { warningsInWords } from '../../../words/warnings.js';

type MyCourse = CoursePageQuery['myCourse'];

/** One course as its learner sees it: where they are, what comes next, assessments, award. */
@Controller('courses/:code')
export class CoursePage {
  @Get()
  async show(@Visitor() visit: Visit, @Param('code') code: string): Promise<void> {
    await showCourse(visit, code, []);
  }

  /** Starts the course: the person enrols themselves. */
  @Post('enrol')
  async enrol(@Visitor() visit: Visit, @Param('code') code: string): Promise<void> {
    const enrolled = await visit.change(EnrolDocument, { courseCode: code });
    if (enrolled.__typename === 'Refused') await showCourse(visit, code, errorsOf(enrolled));
    else visit.redirect(`/courses/${encodeURIComponent(code)}`);
  }
}

async function showCourse(visit: Visit, code: string, errors: FieldError[]): Promise<void> {
  const { myCourse } = await visit.ask(CoursePageDocument, { code });
  const status = errors.length > 0 ? 422 : 200;
  const model = {
    ...myCourse,
    warnings: warningsInWords(visit.language, myCourse.course.warnings),
    skills: await skillNames(visit),
    next: nextStep(myCourse),
    errors,
  };
  visit.render('officer/course/course', model, status);
}

/** The activity to go on with: where the learner stopped, else the first that is open. Null when nothing is left to read. */
function nextStep({
  modules,
  enrolment,
}: MyCourse): MyCourse['modules'][number]['activities'][number] | null {
  const readable = modules
    .flatMap(({ activities }) => activities)
    .filter(({ kind }) => kind === 'LESSON' || kind === 'PRACTICE_QUIZ');
  const stopped = readable.find(({ id, completed }) => id === enrolment?.resumeAt && !completed);
  return stopped ?? readable.find(({ completed }) => !completed) ?? null;
}
