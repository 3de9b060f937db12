import { faultAt, type PackIndex, type Rule } from './pack-index.js';
import type { Course, Fault, Item, Place } from './pack-schema.js';

interface Citing {
  what: string;
  at: Place;
  refs: readonly string[];
}

function everythingThatCites({ pack }: PackIndex): Citing[] {
  const inCourses = pack.courses.flatMap((course): Citing[] => [
    { what: `course ${course.code}`, at: course.at, refs: course.refs },
    ...course.lessons.map((lesson) => ({ what: `lesson ${lesson.id}`, at: lesson.at, refs: lesson.refs })),
    ...course.items.map((item) => ({ what: `item ${item.id}`, at: item.at, refs: item.refs })),
    ...course.briefs.map(({ component, at, refs }) => ({ what: `brief ${component}`, at, refs })),
  ]);
  return [
    ...inCourses,
    ...pack.exercises.map((one) => ({ what: `exercise ${one.id}`, at: one.at, refs: one.refs })),
  ];
}

/** A reference names a law, framework, skill, exercise or source of the pack. */
export const everyReferenceResolves: Rule = (index) =>
  everythingThatCites(index).flatMap(({ what, at, refs }) =>
    refs.flatMap((ref, place) =>
      isKnown(index, ref)
        ? []
        : [
            faultAt(index, at, {
              path: ['refs', place],
              reason: `${what} cites ${ref}, which is no law, framework, skill, exercise or source`,
            }),
          ],
    ),
  );

function isKnown(index: PackIndex, ref: string): boolean {
  return (
    index.law.has(ref) ||
    index.frameworks.has(ref) ||
    index.skills.has(ref) ||
    index.exercises.has(ref) ||
    index.sources.has(ref)
  );
}

/** A law block shows an entry of the register. */
export const everyLawBlockResolves: Rule = (index) =>
  [...index.lessons.values()].flatMap((lesson) =>
    lesson.blocks.flatMap((block) =>
      block.kind === 'law' && !index.law.has(block.lawId)
        ? [
            faultAt(index, block.at, {
              reason: `block ${block.id} shows law ${block.lawId}, which is not in the register`,
            }),
          ]
        : [],
    ),
  );

/** Whoever cites law that could not be settled says so with its own mark. */
export const uncertainLawIsMarked: Rule = (index) => {
  const isUncertain = (ref: string) => index.law.get(ref)?.facts === 'uncertain';
  return index.pack.courses.flatMap((course) => {
    const citing = [
      ...course.items.map((item) => ({ ...item, what: `item ${item.id}`, cites: item.refs })),
      ...course.briefs.map((brief) => ({ ...brief, what: `brief ${brief.component}`, cites: brief.refs })),
      ...course.lessons.map((lesson) => ({
        ...lesson,
        what: `lesson ${lesson.id}`,
        cites: [...lesson.refs, ...shownLaw(lesson.blocks)],
      })),
    ];
    return citing.flatMap(({ at, what, cites, facts }) =>
      facts === 'uncertain'
        ? []
        : cites.filter(isUncertain).map((ref) =>
            faultAt(index, at, {
              path: ['facts'],
              reason: `${what} cites ${ref}, which is uncertain: leave it out or mark facts: uncertain`,
            }),
          ),
    );
  });
};

function shownLaw(blocks: Course['lessons'][number]['blocks']): string[] {
  return blocks.flatMap((block) => (block.kind === 'law' ? [block.lawId] : []));
}

/** Sources cited by law, frameworks, forces and ranks are in content/sources.yaml. */
export const everySourceIsListed: Rule = (index) => {
  const { pack } = index;
  const citing = [
    ...[...pack.law, ...pack.frameworks].map((one) => ({ at: one.at, what: one.id, sources: one.sources })),
    ...pack.forces.map((force) => ({
      at: force.at,
      what: force.slug,
      sources: force.officers?.sources ?? [],
    })),
  ];
  return citing.flatMap(({ at, what, sources }) =>
    sources
      .filter((source) => !index.sources.has(source))
      .map((source) =>
        faultAt(index, at, {
          path: ['sources'],
          reason: `${what} names source ${source}, which is not in sources.yaml`,
        }),
      ),
  );
};

/** Skills, roles and courses that a course, a profile or a theme names are in the pack. */
export const namedPartsExist: Rule = (index) => [
  ...index.pack.courses.flatMap((course) => partsOfCourse(index, course)),
  ...index.pack.roleProfiles.flatMap((profile) => [
    ...missing(index, profile.at, {
      known: index.roles,
      names: [profile.role],
      path: ['role'],
      kind: 'role',
    }),
    ...missing(index, profile.at, {
      known: index.skills,
      names: profile.requirements.map((one) => one.skill),
      path: ['requirements'],
      kind: 'skill',
    }),
  ]),
  ...index.pack.themes.flatMap((theme) => [
    ...missing(index, theme.at, {
      known: index.courses,
      names: theme.courses,
      path: ['courses'],
      kind: 'course',
    }),
    ...missing(index, theme.at, {
      known: index.skills,
      names: theme.skills,
      path: ['skills'],
      kind: 'skill',
    }),
  ]),
  ...index.pack.skills.flatMap((skill) =>
    missing(index, skill.at, { known: index.areas, names: [skill.area], path: ['area'], kind: 'area' }),
  ),
  ...index.pack.exercises.flatMap((one) =>
    missing(index, one.at, { known: index.skills, names: [one.skill], path: ['skill'], kind: 'skill' }),
  ),
];

function partsOfCourse(index: PackIndex, course: Course): Fault[] {
  const { at, skills, audience, prerequisites, assessment } = course;
  const taught = skills.map((one) => one.skill);
  const exercises = assessment.components.flatMap((part) => part.exercises);
  const path = ['assessment', 'components'];
  return [
    ...missing(index, at, { known: index.skills, names: taught, path: ['skills'], kind: 'skill' }),
    ...missing(index, at, { known: index.roles, names: audience, path: ['audience'], kind: 'role' }),
    ...missing(index, at, {
      known: index.courses,
      names: prerequisites,
      path: ['prerequisites'],
      kind: 'course',
    }),
    ...exercises
      .filter((name) => !index.exercises.has(name))
      .map((name) => faultAt(index, at, { path, reason: `unknown exercise ${name}` })),
    ...course.items.flatMap((item) => partsOfItem(index, item)),
  ];
}

function partsOfItem(index: PackIndex, item: Item): Fault[] {
  const exercises = item.type === 'practical' ? [item.exercise] : [];
  return [
    ...missing(index, item.at, { known: index.skills, names: [item.skill], path: ['skill'], kind: 'skill' }),
    ...missing(index, item.at, {
      known: index.exercises,
      names: exercises,
      path: ['exercise'],
      kind: 'exercise',
    }),
  ];
}

interface Names {
  known: ReadonlySet<string>;
  names: readonly string[];
  path: (string | number)[];
  kind: string;
}

function missing(index: PackIndex, at: Place, { known, names, path, kind }: Names): Fault[] {
  return names.flatMap((name, place) => {
    if (known.has(name)) return [];
    return [faultAt(index, at, { path: [...path, place], reason: `unknown ${kind} ${name}` })];
  });
}
