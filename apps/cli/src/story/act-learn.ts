import { COURSE_CODE, type NewOfficer } from './company.js';
import * as documents from './documents.js';
import type { Transcript } from './transcript.js';

interface Outline {
  title: { en: string };
  published: {
    id: string;
    number: number;
    modules: { title: { en: string }; activities: { id: string; kind: string; title: { en: string } }[] }[];
  };
}

interface Lesson {
  blocks: { id: string; kind: string; check: { type: string; options: { id: string }[] } | null }[];
}

/** The officer enrols and works through the first module. */
export async function beginCourse(officer: NewOfficer, told: Transcript): Promise<void> {
  told.step(`${officer.name} takes a course`);
  const course = await officer.client.do<Outline>(documents.COURSE, { code: COURSE_CODE });
  const enrolment = await officer.client.do<{ id: string }>(documents.ENROL, {
    input: { courseCode: COURSE_CODE },
  });
  const again = await officer.client.do<{ id: string }>(documents.ENROL, {
    input: { courseCode: COURSE_CODE },
  });
  told.say(`${COURSE_CODE} ${course.title.en}, version ${course.published.number}`);
  told.check('enrolling twice gives the one enrolment', again.id === enrolment.id);
  await workThrough(
    officer,
    { course, enrolmentId: enrolment.id, modules: course.published.modules.slice(0, 1) },
    told,
  );
}

/** The officer goes on where they stopped, on the version they have now, to the end. */
export async function finishCourse(officer: NewOfficer, told: Transcript): Promise<void> {
  told.step(`${officer.name} goes on and finishes the lessons`);
  const course = await officer.client.do<Outline>(documents.COURSE, { code: COURSE_CODE });
  const mine = await officer.client.do<{ enrolment: { id: string } }>(documents.MY_COURSE, {
    code: COURSE_CODE,
  });
  await workThrough(
    officer,
    { course, enrolmentId: mine.enrolment.id, modules: course.published.modules.slice(1) },
    told,
  );
  const done = await officer.client.do<{ enrolment: { percent: number } }>(documents.MY_COURSE, {
    code: COURSE_CODE,
  });
  told.check('progress is 100 percent', done.enrolment.percent === 100, `${done.enrolment.percent}`);
}

interface Stretch {
  readonly course: Outline;
  readonly enrolmentId: string;
  readonly modules: Outline['published']['modules'];
}

/** Works through modules activity by activity, getting some quick checks wrong as people do. */
async function workThrough(
  officer: NewOfficer,
  { course, enrolmentId, modules }: Stretch,
  told: Transcript,
): Promise<void> {
  for (const module of modules) {
    for (const activity of module.activities)
      await work(officer, course.published.id, enrolmentId, activity.id);
    told.say(`${module.title.en}: ${module.activities.map(({ title }) => title.en).join('; ')}`);
  }
}

async function work(
  officer: NewOfficer,
  versionId: string,
  enrolmentId: string,
  activityId: string,
): Promise<void> {
  await officer.client.do(documents.OPEN, { input: { enrolmentId, activityId } });
  const lesson = await officer.client.do<Lesson>(documents.ACTIVITY, { versionId, activityId });
  for (const block of lesson.blocks) {
    if (block.check === null) continue;
    const first = block.check.options[0]?.id ?? '';
    const answered = await check(officer, { enrolmentId, activityId, blockId: block.id, choices: [first] });
    if (!answered.correct)
      await check(officer, { enrolmentId, activityId, blockId: block.id, choices: answered.key });
  }
  await officer.client.do(documents.COMPLETE, { input: { enrolmentId, activityId } });
}

async function check(
  officer: NewOfficer,
  input: Record<string, unknown>,
): Promise<{ correct: boolean; key: string[] }> {
  return officer.client.do(documents.CHECK, { input });
}
