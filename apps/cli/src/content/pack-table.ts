import { isEligible } from './check-courses.js';
import { picturesOf } from './check-pictures.js';
import { outcomesOf } from './outcomes.js';
import type { Brief, Course, Pack, Words } from './pack-schema.js';
import { proseOf, readingAge } from './reading-age.js';

/** One column: its heading, and what it says of a course. */
type Column = readonly [heading: string, cell: (course: Course) => string];

const columns: readonly Column[] = [
  ['course', ({ code }) => code],
  ['status', ({ status }) => status],
  ['lessons', ({ lessons }) => String(lessons.length)],
  ['words', (course) => String(wordsOf(course))],
  [
    'words/min',
    (course) => (wordsOf(course) === 0 ? '-' : (wordsOf(course) / course.durationMinutes).toFixed(1)),
  ],
  [
    'age',
    ({ lessons }) => readingAge(lessons.map((lesson) => proseOf(lesson)).join('\n\n'))?.toFixed(0) ?? '-',
  ],
  ['practice', ({ items }) => String(items.filter(({ use }) => use === 'practice').length)],
  ['paper', paperOf],
  ['items by level', ({ items }) => counted(items.map(({ level }) => `L${level}`).sort()) || '-'],
  ['outcomes: all, taught, tested twice', outcomesInNumbers],
  ['pictures', (course) => String(picturesOf(course).length)],
  ['briefs', ({ briefs }) => String(briefs.length)],
  ['Welsh', (course) => counted(textsOf(course).map((text) => text.cyState))],
  [
    'facts by mark',
    (course) => counted([...course.lessons, ...course.items].map(({ facts }) => facts).sort()) || '-',
  ],
  ['items by type', ({ items }) => counted(items.map(({ type }) => type).sort()) || '-'],
];

/**
 * A plain-text table of the courses: what is there to read, to practise and to sit, how easily it reads (age in years), which
 * outcomes are taught and tested, how much of it is in Welsh, and how sure we are of it.
 */
export function packTable(pack: Pack): string {
  const rows = [
    columns.map(([heading]) => heading),
    ...pack.courses.map((course) => columns.map(([, cell]) => cell(course))),
  ];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function wordsOf({ lessons }: Course): number {
  return lessons.reduce((sum, lesson) => sum + lesson.wordCount, 0);
}

function outcomesInNumbers(course: Course): string {
  const outcomes = outcomesOf(course);
  const taught = outcomes.filter(({ taughtBy }) => taughtBy.length > 0);
  const tested = outcomes.filter(({ testedBy }) => testedBy.length > 1);
  return `${outcomes.length}, ${taught.length}, ${tested.length}`;
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
  if (block.kind === 'picture') return [block.about.alt];
  return block.markdown ? [block.markdown] : [];
}

function counted(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => `${value} ${count}`).join(', ');
}
