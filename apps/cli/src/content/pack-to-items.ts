import type { ItemContent, PackItem, PackStimulus, SetBlueprintInput } from '@app/assessment';
import { sha256Of } from './check-exercises.js';
import { exhibitText } from './exhibit-text.js';
import type * as pack from './pack-schema.js';

/** The items of every course as the bank wants them. Shipped items are ready, and marked as samples in the pack. */
export function itemsOf(content: pack.Pack): PackItem[] {
  const law = new Set(content.law.map(({ id }) => id));
  return content.courses.flatMap((course) =>
    course.items.map((item) => ({
      key: item.id,
      courseCode: course.code,
      state: 'ready' as const,
      ...{ use: item.use, sample: item.sample, level: item.level, tags: item.tags, points: item.points },
      skillId: item.skill,
      difficulty: item.difficulty === 'middling' ? ('medium' as const) : item.difficulty,
      stimulusId: item.stimulus ?? null,
      authorIds: [],
      reviewerIds: [],
      ...{ stem: item.stem, explanation: item.explanation },
      lawIds: item.refs.filter((ref) => law.has(ref)),
      content: contentOf(item),
      ...(item.shuffle ? {} : { shuffle: false }),
    })),
  );
}

/** The exercises that have items, as stimuli with their exhibits. */
export function stimuliOf(content: pack.Pack): PackStimulus[] {
  return content.exercises.flatMap((exercise) => {
    const { id, title, course, warnings, exhibits } = exercise;
    if (course === null || exercise.items.length === 0) return [];
    return {
      ...{ id, title, courseCode: course },
      text: scenarioOf(exercise),
      warnings: warnings.map(({ kind, intensity }) => ({ kind, intensity: intensity as 1 | 2 | 3 })),
      exhibits: exhibits.map((exhibit) => {
        const text = exhibitText(exercise, exhibit) ?? '';
        const { id: exhibitId, title: name } = exhibit;
        return {
          id: exhibitId,
          title: name,
          mediaType: 'text/plain',
          text,
          fileId: null,
          sha256: sha256Of(text),
        };
      }),
    };
  });
}

/** What the exercise tells before its questions; its title when it tells nothing more. */
function scenarioOf({ scenario, description, title, materials }: pack.Exercise): pack.Words {
  if (scenario !== null) return scenario;
  const told = description ?? materials['note'];
  return typeof told === 'string' ? { en: told, cy: null, cyState: 'absent' } : title;
}

type ItemOf<T extends pack.Item['type']> = Extract<pack.Item, { type: T }>;

const contents: { readonly [T in pack.Item['type']]: (item: ItemOf<T>) => ItemContent } = {
  single: (item) => ({ type: 'single', options: optionsOf(item), key: item.key[0] ?? '' }),
  multiple: (item) => ({ type: 'multiple', options: optionsOf(item), key: item.key, ...partsOf(item) }),
  'true-false': ({ key }) => ({ type: 'true-false', key }),
  order: (item) => ({
    ...{ type: 'order', options: optionsOf(item), key: item.key },
    ...(item.alsoRight.length === 0 ? {} : { alsoRight: item.alsoRight }),
    ...(item.scoring === 'exact' ? {} : { scoring: item.scoring }),
  }),
  match: (item) => ({
    ...{ type: 'match', options: optionsOf(item), targets: item.targets, ...partsOf(item) },
    key: Object.entries(item.key).map(([left, right]) => ({ left, right })),
  }),
  numeric: ({ answer, tolerance, unit }) => ({ type: 'numeric', answer, tolerance, unit }),
  'short-text': ({ accepted, normalise }) => ({ type: 'short-text', accepted, normalise }),
  cloze: ({ text, gaps, scoring }) => ({
    ...{ type: 'cloze', text, gaps },
    ...(scoring === 'exact' ? { scoring: 'all-or-nothing' } : {}),
  }),
  matrix: (item) => ({
    ...{ type: 'matrix', rows: item.rows, columns: item.columns, multiple: item.multiple, ...partsOf(item) },
    key: Object.entries(item.key).flatMap(([left, rights]) => rights.map((right) => ({ left, right }))),
  }),
  written: ({ rubric }) => ({ type: 'written', rubric }),
  'file-response': ({ rubric, mediaTypes, mostBytes, mostFiles }) => ({
    ...{ type: 'file-response', rubric, mediaTypes, mostBytes, mostFiles },
  }),
  practical: ({ exercise }) => ({ type: 'practical', exerciseId: exercise }),
};

function contentOf(item: pack.Item): ItemContent {
  // The table's key is the item's own type, which TypeScript cannot follow through an index.
  return (contents[item.type] as (item: pack.Item) => ItemContent)(item);
}

/** Exact is what items are when they do not say, so it is not said. */
function partsOf({ scoring }: { scoring: 'exact' | 'partial' }): { scoring?: 'partial' } {
  return scoring === 'partial' ? { scoring } : {};
}

function optionsOf(item: { options: readonly { id: string; text: pack.Words }[] }) {
  return item.options.map(({ id, text }) => ({ id, text }));
}

/** What the paper of a course draws; null when it has no paper, or none can be drawn yet. */
export function blueprintOf(course: pack.Course): SetBlueprintInput | null {
  const { blueprint, components } = course.assessment;
  const paper = components.find(({ kind }) => kind === 'paper');
  if (blueprint === null || paper === undefined) return null;
  return {
    courseCode: course.code,
    componentKey: paper.key,
    count: blueprint.count,
    quotas: blueprint.quotas.map(({ skill, ...quota }) => ({ ...quota, skillId: skill })),
    scope: course.skills.map(({ skill, level }) => ({ skillId: skill, maxLevel: level })),
  };
}
