import type { ItemContent, PackItem, SetBlueprintInput } from '@app/assessment';
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
      difficulty: null,
      stimulusId: null,
      authorIds: [],
      reviewerIds: [],
      ...{ stem: item.stem, explanation: item.explanation },
      lawIds: item.refs.filter((ref) => law.has(ref)),
      content: contentOf(item),
    })),
  );
}

type Typed = Extract<pack.Item, { type: 'numeric' | 'short-text' | 'written' | 'practical' }>;

function contentOf(item: pack.Item): ItemContent {
  return 'options' in item || item.type === 'true-false' ? chosenContentOf(item) : typedContentOf(item);
}

function chosenContentOf(item: Exclude<pack.Item, Typed>): ItemContent {
  switch (item.type) {
    case 'single':
      return { type: 'single', options: optionsOf(item), key: item.key[0] ?? '' };
    case 'multiple':
    case 'order':
      return { type: item.type, options: optionsOf(item), key: item.key };
    case 'true-false':
      return { type: 'true-false', key: item.key };
    case 'match': {
      const key = Object.entries(item.key).map(([left, right]) => ({ left, right }));
      return { type: 'match', options: optionsOf(item), targets: item.targets, key };
    }
  }
}

/** What is written or done rather than chosen. */
function typedContentOf(item: Typed): ItemContent {
  switch (item.type) {
    case 'numeric':
      return { type: 'numeric', answer: item.answer, tolerance: item.tolerance, unit: item.unit };
    case 'short-text':
      return { type: 'short-text', accepted: item.accepted, normalise: item.normalise };
    case 'written':
      return { type: 'written', rubric: item.rubric };
    case 'practical':
      return { type: 'practical', exerciseId: item.exercise };
  }
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
