import type { Course, Item } from './pack-schema.js';

/** One outcome of a module, with where it is taught and how often papers test it. */
export interface OutcomeCover {
  /** OLH-101-M1.1 */
  readonly id: string;
  readonly module: string;
  readonly text: string;
  /** Ids of the lessons that teach it. */
  readonly taughtBy: readonly string[];
  /** Ids of the paper items that test it at the level that the course teaches. */
  readonly testedBy: readonly string[];
}

/** Every outcome of a course, in order. */
export function outcomesOf(course: Course): OutcomeCover[] {
  const levels = new Map(course.skills.map(({ skill, level }) => [skill, level]));
  const isAtLevel = ({ use, skill, level }: Item) => use === 'paper' && level === levels.get(skill);
  return course.modules.flatMap((module) =>
    module.outcomes.map(({ en }, place) => {
      const id = `${module.id}.${place + 1}`;
      const lessons = course.lessons.filter((lesson) => lesson.module === module.id);
      return {
        ...{ id, module: module.id, text: en },
        taughtBy: lessons
          .filter(({ outcomes }) => outcomes?.includes(place + 1) ?? true)
          .map((lesson) => lesson.id),
        testedBy: course.items
          .filter((item) => isAtLevel(item) && item.outcomes.includes(id))
          .map((item) => item.id),
      };
    }),
  );
}
