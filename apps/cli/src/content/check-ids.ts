import { repeats } from './check-items.js';
import { faultAt, type PackIndex, type Rule } from './pack-index.js';
import type { Place } from './pack-schema.js';

interface Named {
  id: string;
  at: Place;
}

/** Every kind of thing has ids of its own; inside one lesson blocks have too. */
export const idsAreUnique: Rule = (index) => {
  const { pack } = index;
  const { courses } = pack;
  return [
    ...twice(index, 'law', pack.law),
    ...twice(index, 'skill', pack.skills),
    ...twice(index, 'role', pack.roles),
    ...twice(index, 'framework', pack.frameworks),
    ...twice(index, 'source', pack.sources),
    ...twice(index, 'exercise', pack.exercises),
    ...twice(
      index,
      'force',
      pack.forces.map((force) => ({ id: force.slug, at: force.at })),
    ),
    ...twice(
      index,
      'course',
      courses.map((course) => ({ id: course.code, at: course.at })),
    ),
    ...twice(
      index,
      'item',
      courses.flatMap((course) => course.items),
    ),
    ...twice(
      index,
      'lesson',
      courses.flatMap((course) => course.lessons),
    ),
    ...twice(index, 'module or practice', courses.flatMap(partsOf)),
    ...courses.flatMap((course) => course.lessons).flatMap((lesson) => twice(index, 'block', lesson.blocks)),
  ];
};

function partsOf(course: PackIndex['pack']['courses'][number]): Named[] {
  return course.modules.flatMap((part, place) => {
    const at = { ...course.at, path: [...course.at.path, 'modules', place] };
    const quizzes = part.activities.flatMap((one) => ('practice' in one ? [{ id: one.practice, at }] : []));
    return [{ id: part.id, at }, ...quizzes];
  });
}

function twice(index: PackIndex, kind: string, list: readonly Named[]) {
  return repeats(list, (entry) => entry.id).flatMap((place) => {
    const entry = list[place];
    const path = kind === 'block' ? [] : ['id'];
    return entry
      ? [faultAt(index, entry.at, { path, reason: `the ${kind} id ${entry.id} is used twice` })]
      : [];
  });
}
