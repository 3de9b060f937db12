import { isEligible } from './check-courses.js';
import type { Brief, Course, Pack, Words } from './pack-schema.js';

const headings = [
  'course',
  'status',
  'lessons',
  'words',
  'words/min',
  'items by type',
  'practice',
  'paper',
  'briefs',
  'Welsh',
];

/** A plain-text table of the courses: what is there to read, to practise and to sit, and how much of it is in Welsh. */
export function packTable(pack: Pack): string {
  const rows = [headings, ...pack.courses.map(rowOf)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function rowOf(course: Course): string[] {
  const words = course.lessons.reduce((sum, lesson) => sum + lesson.wordCount, 0);
  const paper = course.items.filter((item) => item.use === 'paper');
  return [
    course.code,
    course.status,
    String(course.lessons.length),
    String(words),
    words === 0 ? '-' : (words / course.durationMinutes).toFixed(1),
    counted(paper.map((item) => item.type)) || '-',
    String(course.items.length - paper.length),
    paperOf(course),
    String(course.briefs.length),
    counted(textsOf(course).map((text) => text.cyState)),
  ];
}

/** "10 of 23": items in one paper, of those that it may draw. */
function paperOf({ assessment, items }: Course): string {
  const { blueprint } = assessment;
  if (!blueprint) return 'none yet';
  const drawable = items.filter((item) => blueprint.quotas.some((quota) => isEligible(item, quota)));
  return `${blueprint.count} of ${drawable.length}`;
}

/** The texts of a course that an officer reads. */
function textsOf(course: Course): Words[] {
  const titles = [course.title, ...course.assessment.components.map((part) => part.title)];
  const modules = course.modules.flatMap((part) => [part.title, ...part.outcomes, ...practiceTitles(part)]);
  const blocks = course.lessons.flatMap((lesson) => [lesson.title, ...lesson.blocks.flatMap(textsOfBlock)]);
  const briefs = course.briefs.flatMap(textsOfBrief);
  return [...titles, ...modules, ...blocks, ...briefs, ...course.items.map((item) => item.stem)];
}

/** What its candidate reads of a brief. */
function textsOfBrief({ title, instructions, tasks, criteria, parts }: Brief): Words[] {
  const own = parts.filter(({ candidate }) => candidate);
  return [
    ...[title, instructions, ...tasks.map(({ prompt }) => prompt)],
    ...[...criteria, ...own].map(({ text }) => text),
  ];
}

function practiceTitles(part: Course['modules'][number]): Words[] {
  return part.activities.flatMap((activity) => ('practice' in activity ? [activity.title] : []));
}

function textsOfBlock(block: Course['lessons'][number]['blocks'][number]): Words[] {
  if (block.kind === 'check') return [block.check.stem];
  return block.markdown ? [block.markdown] : [];
}

function counted(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => `${value} ${count}`).join(', ');
}
