import { picturesOf } from './check-pictures.js';
import { outcomesOf } from './outcomes.js';
import { faultAt, type Rule } from './pack-index.js';
import type { Course, Item } from './pack-schema.js';
import { proseOf, readingAge } from './reading-age.js';

/**
 * What a complete course should have besides being sound. A pack that falls short may be loaded; `content:check` warns, naming
 * file and line.
 */

type Found = { path?: (string | number)[]; reason: string };

function ofEachCompleteCourse(find: (course: Course) => Found[]): Rule {
  return (index) =>
    index.pack.courses
      .filter(({ status }) => status === 'complete')
      .flatMap((course) => find(course).map((found) => faultAt(index, course.at, found)));
}

function ofEachItem(find: (item: Item) => Found[]): Rule {
  return (index) =>
    index.pack.courses
      .filter(({ status }) => status === 'complete')
      .flatMap((course) =>
        course.items
          .filter(({ stimulus }) => stimulus === undefined)
          .flatMap((item) => find(item).map((found) => faultAt(index, item.at, found))),
      );
}

/** Items that a course should have. A self-check has fewer. */
const fewestItems = new Map([['PRO-120', 10]]);
const FEWEST_ITEMS = 20;
const FEWEST_PICTURES = 2;
const FEWEST_TESTS = 2;
const FEWEST_SAMPLES = 2;
/** Reading ages above this are told. Lessons aim at 14. */
const OLDEST_READER = 16;

const hasItemsEnough = ofEachCompleteCourse(({ code, items }) => {
  const fewest = fewestItems.get(code) ?? FEWEST_ITEMS;
  return items.length >= fewest ? [] : [{ reason: `${code} has ${items.length} items: at least ${fewest}` }];
});

const hasPicturesEnough = ofEachCompleteCourse((course) => {
  const shown = picturesOf(course).length;
  return shown >= FEWEST_PICTURES
    ? []
    : [{ reason: `${course.code} shows ${shown} pictures: at least ${FEWEST_PICTURES}` }];
});

const outcomesAreTaughtAndTested = ofEachCompleteCourse((course) =>
  outcomesOf(course).flatMap(({ id, module, taughtBy, testedBy }): Found[] => {
    const path = ['modules', course.modules.findIndex((one) => one.id === module), 'outcomes'];
    const fewest = fewestItems.has(course.code) ? 1 : FEWEST_TESTS;
    return [
      ...(taughtBy.length === 0 ? [{ path, reason: `outcome ${id} is taught by no lesson` }] : []),
      ...(testedBy.length < fewest
        ? [
            {
              path,
              reason: `outcome ${id} is tested by ${testedBy.length} paper items at its level: at least ${fewest}`,
            },
          ]
        : []),
    ];
  }),
);

const itemsNameOutcomesThatExist: Rule = (index) =>
  index.pack.courses.flatMap((course) => {
    const known = new Set(outcomesOf(course).map(({ id }) => id));
    return course.items.flatMap((item) =>
      item.outcomes
        .filter((id) => !known.has(id))
        .map((id) =>
          faultAt(index, item.at, {
            path: ['outcomes'],
            reason: `item ${item.id} tests ${id}, which no module has`,
          }),
        ),
    );
  });

const difficultyHasItsReason = ofEachItem(({ id, difficulty, difficultyReason }) =>
  difficulty !== null && difficultyReason !== null
    ? []
    : [{ reason: `item ${id} has no ${difficulty === null ? 'difficulty' : 'difficultyReason'}` }],
);

const writtenItemsHaveSamples = ofEachItem((item) => {
  if (item.type !== 'written') return [];
  const path = ['rubric'];
  const { id, samples, rubric } = item;
  return [
    ...(samples.length < FEWEST_SAMPLES
      ? [
          {
            path,
            reason: `item ${id} has ${samples.length} graded sample answers: at least ${FEWEST_SAMPLES}`,
          },
        ]
      : []),
    ...samples.flatMap(({ points }, place) =>
      points.length === rubric.length && points.every((given, line) => given <= (rubric[line]?.points ?? 0))
        ? []
        : [{ path: ['samples', place], reason: `a sample answer of ${id} is not marked by its rubric` }],
    ),
  ];
});

const nothingIsAllOfTheAbove = ofEachItem((item) => {
  if (!('options' in item)) return [];
  const place = item.options.findIndex(({ text }) =>
    /\b(?:all|none) of (?:the above|these)\b/i.test(text.en),
  );
  return place < 0
    ? []
    : [
        {
          path: ['options', place],
          reason: `item ${item.id} offers "${item.options[place]?.text.en ?? ''}"`,
        },
      ];
});

/** With four options the key is the longest by chance one time in four. */
const MOST_LONGEST = 0.4;
const FEW = 6;

const theKeyIsNotTheLongestByHabit = ofEachCompleteCourse((course) => {
  const singles = singlesOf(course);
  const longest = singles.filter((item) => isKeyLongest(item)).map(({ id }) => id);
  if (singles.length < FEW || longest.length <= singles.length * MOST_LONGEST) return [];
  return [
    {
      reason: `in ${longest.length} of ${singles.length} single choices the key is the longest option: ${longest.join(', ')}`,
    },
  ];
});

/** Options are shuffled when they are shown; the files should still not teach their readers a place. */
const positionsAreEven = ofEachCompleteCourse((course) => {
  const singles = singlesOf(course);
  const places = singles.map(({ options, key }) => options.findIndex(({ id }) => id === key[0]));
  const most = Math.max(0, ...[0, 1, 2, 3].map((place) => places.filter((one) => one === place).length));
  return singles.length < FEW || most <= singles.length / 2
    ? []
    : [{ reason: `in ${most} of ${singles.length} single choices the key stands at the same place` }];
});

type Single = Extract<Item, { type: 'single' }>;

function singlesOf(course: Course): Single[] {
  return course.items.filter((item): item is Single => item.type === 'single' && item.stimulus === undefined);
}

function isKeyLongest({ options, key }: Single): boolean {
  const lengthOf = (isKey: boolean) =>
    Math.max(...options.filter(({ id }) => key.includes(id) === isKey).map(({ text }) => text.en.length));
  return lengthOf(true) > lengthOf(false);
}

const lessonsAreProse: Rule = (index) =>
  [...index.lessons.values()].flatMap((lesson) => {
    const lines = proseLines(lesson.blocks);
    const listed = lines.filter((line) => /^\s*(?:[-*]|\d+\.)\s/.test(line));
    return words(listed) * 2 > words(lines)
      ? [faultAt(index, lesson.at, { reason: `lesson ${lesson.id} is more list than prose` })]
      : [];
  });

function proseLines(blocks: Course['lessons'][number]['blocks']): string[] {
  return blocks.flatMap((block) =>
    'markdown' in block && block.markdown !== null ? block.markdown.en.split('\n') : [],
  );
}

function words(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.split(/\s+/).length, 0);
}

/** Shorter paragraphs may be the same by chance: "Write it down." */
const LONGEST_CHANCE = 60;

const paragraphsServeOneCourse: Rule = (index) => {
  const seen = new Map<string, string>();
  return index.pack.courses.flatMap((course) =>
    course.lessons.flatMap((lesson) =>
      paragraphsOf(lesson.blocks).flatMap((paragraph) => {
        const first = seen.get(paragraph) ?? course.code;
        seen.set(paragraph, first);
        const reason = `lesson ${lesson.id} has a paragraph of ${first}: "${paragraph.slice(0, LONGEST_CHANCE)}…"`;
        return first === course.code ? [] : [faultAt(index, lesson.at, { reason })];
      }),
    ),
  );
};

function paragraphsOf(blocks: Course['lessons'][number]['blocks']): string[] {
  return proseLines(blocks)
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(({ length }) => length > LONGEST_CHANCE);
}

const lessonsReadEasily: Rule = (index) =>
  [...index.lessons.values()].flatMap((lesson) => {
    const age = readingAge(proseOf(lesson));
    if (age === null || age <= OLDEST_READER) return [];
    const reason = `lesson ${lesson.id} has a reading age of ${age.toFixed(0)}: aim at 14`;
    return [faultAt(index, lesson.at, { reason })];
  });

export const expectations: readonly Rule[] = [
  hasItemsEnough,
  hasPicturesEnough,
  outcomesAreTaughtAndTested,
  itemsNameOutcomesThatExist,
  difficultyHasItsReason,
  writtenItemsHaveSamples,
  nothingIsAllOfTheAbove,
  theKeyIsNotTheLongestByHabit,
  positionsAreEven,
  lessonsAreProse,
  paragraphsServeOneCourse,
  lessonsReadEasily,
];
