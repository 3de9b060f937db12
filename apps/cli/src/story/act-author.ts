import { type Cast, signIn } from './cast.js';
import type { Client } from './client.js';
import { COURSE_CODE, type NewOfficer, patiently } from './company.js';
import * as documents from './documents.js';
import { type Transcript, timeOfDay } from './transcript.js';

interface Draft {
  revision: number;
  state: string;
  changedBlocks: string[];
}

/** The two College people of this act. */
interface College {
  readonly author: Client;
  readonly reviewer: Client;
}

/** An author corrects a lesson and previews it, a colleague approves, it is published, and the learner has it. */
export async function correctAndPublish(cast: Cast, learner: NewOfficer, told: Transcript): Promise<void> {
  const { client: author, person } = await signIn(cast, 'college.author');
  const { client: reviewer, person: colleague } = await signIn(cast, 'college.reviewer');
  told.step(`${person.name} of the College corrects a lesson, ${colleague.name} approves, it is published`);
  const kept = await learner.client.do<{ enrolment: { percent: number } }>(documents.MY_COURSE, {
    code: COURSE_CODE,
  });
  const { course, draft } = await correct(author, told);
  const approved = await review({ author, reviewer }, draft, told);
  const impact = await author.do<{ enrolments: number; inProgress: number }>(documents.IMPACT, {
    courseCode: COURSE_CODE,
  });
  told.say(`publishing touches ${impact.enrolments} enrolments, ${impact.inProgress} of them under way`);
  const version = await author.do<{ number: number }>(documents.PUBLISH, {
    input: {
      courseCode: COURSE_CODE,
      change: 'MINOR',
      note: 'Walkthrough correction',
      revision: approved.revision,
    },
  });
  told.say(`published as version ${version.number}`);
  told.check('the version is the next one', version.number === course.published.number + 1);
  await tellMoved(learner, { versionNumber: version.number, before: kept.enrolment.percent }, told);
}

async function correct(
  author: Client,
  told: Transcript,
): Promise<{ course: Correctable['course']; draft: Draft }> {
  const { course, lesson, block } = await somethingToCorrect(author);
  const stamp = `Checked in the walkthrough at ${timeOfDay(new Date())}.`;
  const markdown = `${block.markdown.en.replace(/\n*Checked in the walkthrough at [\d:]+\./g, '')}\n\n${stamp}`;
  const input = {
    courseCode: COURSE_CODE,
    activityId: lesson.id,
    blockId: block.id,
    markdown,
    language: 'EN',
  };
  const draft = await author.do<Draft>(documents.CORRECT, {
    input: { ...input, revision: course.draft.revision },
  });
  const preview = await author.do<{ blocks: { id: string; html: { en: string } | null }[] }>(
    documents.DRAFT_ACTIVITY,
    {
      courseCode: COURSE_CODE,
      activityId: lesson.id,
    },
  );
  const seen = preview.blocks.find(({ id }) => id === block.id)?.html?.en ?? '';
  told.check(`the preview of “${lesson.title.en}” shows the correction`, seen.includes(stamp));
  return { course, draft };
}

async function review({ author, reviewer }: College, draft: Draft, told: Transcript): Promise<Draft> {
  const sent = await author.do<Draft>(documents.SEND, {
    input: { courseCode: COURSE_CODE, revision: draft.revision },
  });
  const approval = { input: { courseCode: COURSE_CODE, revision: sent.revision } };
  const own = await author.do(documents.APPROVE, approval).then(
    () => 'allowed',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  told.check('nobody approves their own work', own !== 'allowed', own);
  return reviewer.do<Draft>(documents.APPROVE, approval);
}

async function tellMoved(
  learner: NewOfficer,
  expected: { versionNumber: number; before: number },
  told: Transcript,
): Promise<void> {
  const { versionNumber, before } = expected;
  const moved = await patiently(async () => {
    const mine = await learner.client.do<{ enrolment: { versionNumber: number; percent: number } }>(
      documents.MY_COURSE,
      {
        code: COURSE_CODE,
      },
    );
    return mine.enrolment.versionNumber === versionNumber ? mine.enrolment : undefined;
  });
  told.check(
    `${learner.name} is on version ${versionNumber} with progress kept`,
    moved.percent === before,
    `${moved.percent} percent`,
  );
}

interface Correctable {
  course: { draft: Draft; published: { number: number } };
  lesson: { id: string; title: { en: string } };
  block: { id: string; markdown: { en: string } };
}

async function somethingToCorrect(author: Client): Promise<Correctable> {
  const course = await author.do<Correctable['course']>(documents.DRAFT, { code: COURSE_CODE });
  const outline = await author.do<{
    published: { modules: { activities: { id: string; kind: string; title: { en: string } }[] }[] };
  }>(documents.COURSE, { code: COURSE_CODE });
  const lesson = outline.published.modules
    .flatMap(({ activities }) => activities)
    .find(({ kind }) => kind === 'LESSON');
  if (lesson === undefined) throw new Error(`${COURSE_CODE} has no lesson`);
  const activity = await author.do<{
    blocks: { id: string; kind: string; markdown: { en: string } | null }[];
  }>(documents.DRAFT_ACTIVITY, {
    courseCode: COURSE_CODE,
    activityId: lesson.id,
  });
  const block = activity.blocks.find(({ kind, markdown }) => kind === 'text' && markdown !== null);
  if (block === undefined || block.markdown === null) throw new Error(`${lesson.title.en} has no text`);
  return { course, lesson, block: { id: block.id, markdown: block.markdown } };
}
