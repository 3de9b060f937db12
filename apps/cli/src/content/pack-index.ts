import type { Fault, LawEntry, Lesson, Pack, Place } from './pack-schema.js';
import type { FindLine } from './read-pack.js';

/** What every rule of the check is given: the pack, where its parts stand, and quick ways to find them. */
export interface PackIndex {
  pack: Pack;
  findLine: FindLine;
  law: ReadonlyMap<string, LawEntry>;
  skills: ReadonlySet<string>;
  areas: ReadonlySet<string>;
  roles: ReadonlySet<string>;
  frameworks: ReadonlySet<string>;
  exercises: ReadonlySet<string>;
  sources: ReadonlySet<string>;
  courses: ReadonlySet<string>;
  lessons: ReadonlyMap<string, Lesson>;
}

/** One rule: a pure function from the pack to the faults it finds. */
export type Rule = (index: PackIndex) => Fault[];

export function indexPack(pack: Pack, findLine: FindLine): PackIndex {
  const ids = (list: readonly { id: string }[]) => new Set(list.map((entry) => entry.id));
  const lessons = pack.courses.flatMap((course) => course.lessons);
  return {
    pack,
    findLine,
    law: new Map(pack.law.map((entry) => [entry.id, entry])),
    skills: ids(pack.skills),
    areas: ids(pack.areas.areas),
    roles: ids(pack.roles),
    frameworks: ids(pack.frameworks),
    exercises: ids(pack.exercises),
    sources: ids(pack.sources),
    courses: new Set(pack.courses.map((course) => course.code)),
    lessons: new Map(lessons.map((lesson) => [lesson.id, lesson])),
  };
}

/** A fault at a place of the pack, or at a field below it. */
export function faultAt(
  index: PackIndex,
  at: Place,
  found: { path?: (string | number)[]; reason: string },
): Fault {
  return { file: at.file, line: index.findLine(at, ...(found.path ?? [])), reason: found.reason };
}
