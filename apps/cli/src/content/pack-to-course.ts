import type {
  Activity,
  Block,
  CheckOption,
  CourseContent,
  CourseModule,
  Picture,
  QuickCheck,
} from '@app/catalogue';
import { englishOnly, type Words } from '@app/platform/context/words.js';
import type { FileId } from '@app/platform/files/file.js';
import { drawingSize } from './drawing.js';
import type * as pack from './pack-schema.js';

/** The files that the drawings of a course became, by the drawing's name. */
export type DrawnFiles = ReadonlyMap<string, FileId>;

/** A course as the catalogue wants it: modules with their lessons and practice quizzes in place. */
export function courseOf(course: pack.Course, drawn: DrawnFiles): CourseContent {
  const { title, summary, status, durationMinutes, validityMonths, classification, prerequisites } = course;
  const { passPercent, attempts, coolDownHours, limitMinutes, components } = course.assessment;
  return {
    ...{ title, summary, status, durationMinutes, validityMonths, classification, prerequisites },
    warnings: course.warnings,
    audienceRoles: course.audience,
    skillsTaught: course.skills.map(({ skill, level }) => ({ skillId: skill, level })),
    components: components.map(({ key, kind, hurdle, weight, graded, validityMonths, ...component }) => ({
      ...{ key, kind, title: component.title, hurdle, graded },
      weight: weight ?? null,
      ...(validityMonths === undefined ? {} : { validityMonths }),
    })),
    assessment: { passPercent, maxAttempts: attempts, coolDownHours, limitMinutes },
    modules: course.modules.map((module) => moduleOf({ course, drawn }, module)),
  };
}

/** What the parts of a course are made from. */
interface Making {
  readonly course: pack.Course;
  readonly drawn: DrawnFiles;
}

function moduleOf(making: Making, module: pack.CourseModule): CourseModule {
  const { id, title, minutes, outcomes, activities } = module;
  return {
    id,
    title,
    minutes,
    outcomes,
    activities: activities.map((activity) => activityOf(making, activity)),
  };
}

function activityOf(making: Making, activity: pack.CourseActivity): Activity {
  return 'lesson' in activity ? lessonOf(making, activity.lesson) : practiceOf(making.course, activity);
}

/** A lesson with checks is complete when they are answered; one without, when it has been read. */
function lessonOf({ course, drawn }: Making, lessonId: string): Activity {
  const lesson = course.lessons.find(({ id }) => id === lessonId);
  if (lesson === undefined)
    throw new Error(`Course ${course.code} names lesson ${lessonId}, which has no file`);
  const { id, title, minutes } = lesson;
  const blocks = lesson.blocks.map((block) => blockOf(block, { course, drawn }));
  const hasChecks = blocks.some(({ check }) => check !== null);
  return { id, kind: 'lesson', title, minutes, rule: { kind: hasChecks ? 'checks' : 'read' }, blocks };
}

type Practice = Extract<pack.CourseActivity, { practice: string }>;

/** A practice quiz is complete at the share of right answers that its course asks for; it may be tried again and again. */
function practiceOf(course: pack.Course, { practice, title, minutes, items }: Practice): Activity {
  const blocks = items.map((itemId) => {
    const item = course.items.find(({ id }) => id === itemId);
    if (item === undefined) throw new Error(`Practice ${practice} names item ${itemId}, which is in no file`);
    return practiceBlockOf(item);
  });
  const rule = { kind: 'score', percent: course.assessment.passPercent } as const;
  return { id: practice, kind: 'practice_quiz', title, minutes, rule, blocks };
}

const PLAIN = { tone: null, heading: null, markdown: null, lawId: null, check: null } as const;

function blockOf(block: pack.Block, making: Making): Block {
  const { id, warnings } = block;
  switch (block.kind) {
    case 'text':
    case 'example':
      return { ...PLAIN, id, kind: block.kind, heading: block.heading, markdown: block.markdown, warnings };
    case 'callout': {
      const { kind, tone, heading, markdown } = block;
      return { ...PLAIN, id, kind, tone, heading, markdown, warnings };
    }
    case 'law':
      return { ...PLAIN, id, kind: 'law', lawId: block.lawId, markdown: block.markdown, warnings };
    case 'check':
      return { ...PLAIN, id, kind: 'check', check: block.check, warnings };
    case 'picture':
      return {
        ...PLAIN,
        ...{ id, kind: 'picture', heading: block.heading, warnings },
        picture: pictureOf(block, making),
      };
  }
}

function pictureOf(
  { file, about }: Extract<pack.Block, { kind: 'picture' }>,
  { course, drawn }: Making,
): Picture {
  const size = drawingSize(course.drawings.find(({ name }) => name === file)?.svg ?? '');
  const fileId = drawn.get(file);
  if (size === null || fileId === undefined)
    throw new Error(`Course ${course.code} shows ${file}, which is no drawing of it`);
  return { fileId, mediaType: 'image/svg+xml', ...size, alt: about.alt, caption: about.caption };
}

/** What can be chosen becomes a check; anything else is shown as a worked question with its answer. */
function practiceBlockOf(item: pack.Item): Block {
  const id = item.id.toLowerCase();
  const check = checkOf(item);
  if (check !== null) return { ...PLAIN, id, kind: 'check', check, warnings: [] };
  return { ...PLAIN, id, kind: 'example', heading: WORKED, markdown: workedOf(item), warnings: [] };
}

const WORKED: Words = {
  en: 'A question worked through',
  cy: 'Cwestiwn wedi’i weithio drwyddo',
  cyState: 'draft',
};
const TRUE: Words = { en: 'True', cy: 'Gwir', cyState: 'draft' };
const FALSE: Words = { en: 'False', cy: 'Anwir', cyState: 'draft' };

function checkOf(item: pack.Item): QuickCheck | null {
  const { stem, explanation } = item;
  if (item.type === 'true-false') {
    const options: CheckOption[] = [
      { id: 'true', text: TRUE, why: item.why.true },
      { id: 'false', text: FALSE, why: item.why.false },
    ];
    return { type: 'true-false', stem, options, key: [String(item.key)], explanation };
  }
  if (item.type !== 'single' && item.type !== 'multiple') return null;
  const options = item.options.map(({ id, text, why }) => ({ id, text, why: why ?? explanation }));
  return { type: item.type, stem, options, key: item.key, explanation };
}

function workedOf(item: pack.Item): Words {
  const answer = answerOf(item);
  const en = [item.stem.en, ...(answer === null ? [] : [`**Answer:** ${answer}`]), item.explanation.en];
  return englishOnly(en.join('\n\n'));
}

function answerOf(item: pack.Item): string | null {
  if (item.type === 'short-text') return item.accepted.join(' / ');
  if (item.type === 'numeric')
    return item.unit === null ? String(item.answer) : `${item.answer} ${item.unit}`;
  if (item.type !== 'order') return null;
  return item.key.map((id) => item.options.find((option) => option.id === id)?.text.en ?? id).join(' → ');
}
