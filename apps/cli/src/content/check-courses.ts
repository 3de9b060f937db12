import { repeats } from './check-items.js';
import { faultAt, type PackIndex, type Rule } from './pack-index.js';
import { type Course, type Fault, type Item, type Lesson, machineMarked, type Quota } from './pack-schema.js';

type Found = { path: (string | number)[]; reason: string };

function ofEachCourse(find: (course: Course, index: PackIndex) => Found[]): Rule {
  return (index) =>
    index.pack.courses.flatMap((course) =>
      find(course, index).map((found) => faultAt(index, course.at, found)),
    );
}

/** Whether a paper of this course may draw the item for this quota. */
export function isEligible(item: Item, quota: Quota): boolean {
  const types: readonly string[] = quota.types ?? machineMarked;
  return (
    item.use === 'paper' &&
    item.type !== 'practical' &&
    // Items of one stimulus are drawn together or not at all, so none of them fills a place by itself.
    item.stimulus === undefined &&
    types.includes(item.type) &&
    item.skill === quota.skill &&
    item.level >= quota.minLevel &&
    item.level <= quota.maxLevel
  );
}

/** The bank holds what each quota asks for, each item being drawn once, and the quotas add up to the count. */
export const theBlueprintCanBeMet = ofEachCourse((course) => {
  const blueprint = course.assessment.blueprint;
  if (!blueprint) return [];
  const total = blueprint.quotas.reduce((sum, quota) => sum + quota.count, 0);
  const wrongTotal: Found[] =
    total === blueprint.count
      ? []
      : [
          {
            path: ['assessment', 'blueprint', 'count'],
            reason: `the quotas add up to ${total}, and the count says ${blueprint.count}`,
          },
        ];
  return [...wrongTotal, ...shortQuotas(course, blueprint.quotas)];
});

/** Gives every place of the paper an item of its own, moving earlier ones aside where it must (Kuhn's matching). */
function shortQuotas(course: Course, quotas: Quota[]): Found[] {
  const places = quotas.flatMap((quota, which) =>
    Array.from({ length: quota.count }, () => ({ quota, which })),
  );
  const holder = new Map<string, number>();
  const seat = (place: number, tried: Set<string>): boolean =>
    course.items.some((item) => {
      const quota = places[place]?.quota;
      if (!quota || tried.has(item.id) || !isEligible(item, quota)) return false;
      tried.add(item.id);
      const other = holder.get(item.id);
      if (other !== undefined && !seat(other, tried)) return false;
      holder.set(item.id, place);
      return true;
    });
  const unseated = places.flatMap(({ which }, place) => (seat(place, new Set()) ? [] : [which]));
  return [...new Set(unseated)].map((which) => {
    const { skill = '', count = 0 } = quotas[which] ?? {};
    const missing = unseated.filter((one) => one === which).length;
    const reason = `the quota of ${skill} asks for ${count} items and the bank has ${count - missing}`;
    return { path: ['assessment', 'blueprint', 'quotas', which], reason };
  });
}

/** A paper asks nothing above the level that the course teaches, and no practical. */
export const theBlueprintStaysInTheCourse = ofEachCourse((course) => {
  const taught = new Map(course.skills.map((one) => [one.skill, one.level]));
  return (course.assessment.blueprint?.quotas ?? []).flatMap((quota, place): Found[] => {
    const path = ['assessment', 'blueprint', 'quotas', place];
    const level = taught.get(quota.skill) ?? 0;
    const tooHigh = quota.maxLevel > level;
    return [
      ...(tooHigh
        ? [
            {
              path: [...path, 'maxLevel'],
              reason: `the quota reaches level ${quota.maxLevel} of ${quota.skill}, and the course teaches level ${level}`,
            },
          ]
        : []),
      ...(quota.types?.includes('practical')
        ? [{ path: [...path, 'types'], reason: 'a practical item is drawn by no paper' }]
        : []),
    ];
  });
});

/** A course with a blueprint has a paper among its components. */
export const aBlueprintHasItsPaper = ofEachCourse(({ assessment }) => {
  const hasPaper = assessment.components.some((part) => part.kind === 'paper');
  return assessment.blueprint && !hasPaper
    ? [{ path: ['assessment', 'components'], reason: 'there is a blueprint but no component of kind paper' }]
    : [];
});

/** Weights are shares of one mark: they add up to 100, and only what is graded has one. */
export const theWeightsAddUp = ofEachCourse(({ assessment }) => {
  const path = ['assessment', 'components'];
  const weighted = assessment.components.filter(({ weight }) => weight !== undefined);
  const total = weighted.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  const ungraded = weighted.filter(({ graded }) => !graded);
  return [
    ...(weighted.length === 0 || total === 100
      ? []
      : [{ path, reason: `the weights add up to ${total}, and they are shares of 100` }]),
    ...ungraded.map(({ key }) => ({ path, reason: `component ${key} has a weight and is not graded` })),
  ];
});

/** What modules list is in the course's folder, every lesson is listed once, and practice quizzes hold practice items. */
export const modulesListTheirActivities = ofEachCourse((course) => {
  const lessons = new Set(course.lessons.map((lesson) => lesson.id));
  const practice = new Set(course.items.filter((item) => item.use === 'practice').map((item) => item.id));
  return course.modules.flatMap((part, m) =>
    part.activities.flatMap((activity, a): Found[] => {
      const path = ['modules', m, 'activities', a];
      if ('lesson' in activity) {
        return lessons.has(activity.lesson)
          ? []
          : [{ path, reason: `module ${part.id} lists lesson ${activity.lesson}, which has no file` }];
      }
      return activity.items
        .filter((id) => !practice.has(id))
        .map((id) => ({
          path,
          reason: `practice ${activity.practice} lists ${id}, which is no practice item of this course`,
        }));
    }),
  );
});

/** Each lesson names the module that lists it. */
export const lessonsAndModulesAgree: Rule = (index) =>
  index.pack.courses.flatMap((course) =>
    course.lessons.flatMap((lesson) => {
      const home = course.modules.find((part) =>
        part.activities.some((one) => 'lesson' in one && one.lesson === lesson.id),
      );
      if (home?.id === lesson.module) return [];
      const reason = course.modules.some((part) => part.id === lesson.module)
        ? `lesson ${lesson.id} names module ${lesson.module}, which does not list it`
        : `lesson ${lesson.id} names unknown module ${lesson.module}`;
      return [faultAt(index, lesson.at, { path: ['module'], reason })];
    }),
  );

/** A complete course has a lesson in each module, and its activities take the module's minutes. */
export const completeCoursesAreWhole = ofEachCourse((course) => {
  if (course.status !== 'complete') return [];
  return course.modules.flatMap((part, m): Found[] => {
    const minutes = part.activities.reduce((sum, one) => sum + minutesOf(one, course.lessons), 0);
    const noLesson = !part.activities.some((one) => 'lesson' in one);
    return [
      ...(noLesson
        ? [{ path: ['modules', m], reason: `module ${part.id} has no lesson, and the course is complete` }]
        : []),
      ...(minutes === part.minutes
        ? []
        : [
            {
              path: ['modules', m, 'minutes'],
              reason: `module ${part.id} says ${part.minutes} minutes, and its activities take ${minutes}`,
            },
          ]),
    ];
  });
});

function minutesOf(activity: Course['modules'][number]['activities'][number], lessons: Lesson[]): number {
  if ('practice' in activity) return activity.minutes;
  return lessons.find((lesson) => lesson.id === activity.lesson)?.minutes ?? 0;
}

/** Modules take the course's minutes. */
export const modulesFillTheCourse = ofEachCourse((course) => {
  const minutes = course.modules.reduce((sum, part) => sum + part.minutes, 0);
  if (minutes === course.durationMinutes) return [];
  return [
    {
      path: ['durationMinutes'],
      reason: `the course says ${course.durationMinutes} minutes, and its modules take ${minutes}`,
    },
  ];
});

export const fewestWords = 300;
export const mostWords = 900;
/** Words of prose for each minute of the course, at least. */
export const wordsPerMinute = 20;
/** Courses that are mostly done by hand: fewer words for each minute. */
const mostlyByHand = new Map([['DFX-120', 10]]);

/** A lesson is long enough to teach and short enough to finish. */
export const lessonsHaveASoundLength: Rule = (index) =>
  [...index.lessons.values()].flatMap((lesson): Fault[] => {
    const counted = `lesson ${lesson.id} has ${lesson.wordCount} words`;
    if (lesson.wordCount < fewestWords)
      return [faultAt(index, lesson.at, { reason: `${counted}: too short, at least ${fewestWords}` })];
    if (lesson.wordCount > mostWords)
      return [faultAt(index, lesson.at, { reason: `${counted}: too long, at most ${mostWords}` })];
    return [];
  });

/** A complete course gives its learner enough to read for its duration. */
export const completeCoursesTeachEnough = ofEachCourse((course) => {
  if (course.status !== 'complete') return [];
  const words = course.lessons.reduce((sum, lesson) => sum + lesson.wordCount, 0);
  const needed = course.durationMinutes * (mostlyByHand.get(course.code) ?? wordsPerMinute);
  return words >= needed
    ? []
    : [
        {
          path: ['durationMinutes'],
          reason: `the lessons hold ${words} words, and ${course.durationMinutes} minutes need ${needed}`,
        },
      ];
});

/** A quick check's key names its options, and is not empty. */
export const quickChecksHaveAKey: Rule = (index) =>
  [...index.lessons.values()].flatMap((lesson) =>
    lesson.blocks.flatMap((block) => {
      if (block.kind !== 'check') return [];
      const options = block.check.options.map((option) => option.id);
      const strangers = block.check.key.filter((id) => !options.includes(id));
      const say = (reason: string) => [
        faultAt(index, block.at, { reason: `check ${block.id} of ${lesson.id}: ${reason}` }),
      ];
      if (block.check.key.length === 0) return say('has no right answer');
      if (block.check.type !== 'multiple' && block.check.key.length > 1)
        return say(`a ${block.check.type} check has one key`);
      if (repeats(block.check.options, (option) => option.text.en).length > 0)
        return say('two options are identical');
      return strangers.length > 0
        ? say(`the key names ${strangers.join(', ')}, which is not among the options`)
        : [];
    }),
  );
