import { faultAt, type PackIndex, type Rule } from './pack-index.js';
import type { Course, Fault, Item } from './pack-schema.js';

/** Makes a rule about items from a function that finds what is wrong with one. */
function ofEachItem(
  find: (item: Item, course: Course) => { path: (string | number)[]; reason: string }[],
): Rule {
  return (index) =>
    index.pack.courses.flatMap((course) =>
      course.items.flatMap((item) =>
        find(item, course).map((found) =>
          faultAt(index, item.at, { path: found.path, reason: `item ${item.id}: ${found.reason}` }),
        ),
      ),
    );
}

/** An item is marked against something. */
export const everyItemHasARightAnswer = ofEachItem((item) => {
  const none = (path: string) => [{ path: [path], reason: 'has no right answer' }];
  if (item.type === 'short-text') return item.accepted.length === 0 ? none('accepted') : [];
  if (item.type === 'match') return Object.keys(item.key).length === 0 ? none('key') : [];
  if (item.type === 'matrix')
    return item.rows
      .filter(({ id }) => (item.key[id] ?? []).length === 0)
      .map(({ id }) => ({ path: ['key'], reason: `row ${id} has no right column` }));
  return 'key' in item && Array.isArray(item.key) && item.key.length === 0 ? none('key') : [];
});

/** What the key names can be chosen. */
export const theKeyIsAmongTheOptions = ofEachItem((item) => {
  if (item.type === 'matrix') return strangersOfMatrix(item);
  if (!('options' in item)) return [];
  const options = new Set(item.options.map((option) => option.id));
  const named = item.type === 'match' ? Object.keys(item.key) : item.key;
  const strangers = named.filter((id) => !options.has(id));
  const targets = new Set(item.type === 'match' ? item.targets.map((target) => target.id) : []);
  const lost = item.type === 'match' ? Object.values(item.key).filter((id) => !targets.has(id)) : [];
  return [
    ...strangers.map((id) => ({
      path: ['key'],
      reason: `the key names ${id}, which is not among the options`,
    })),
    ...lost.map((id) => ({ path: ['key'], reason: `the key names ${id}, which is not among the targets` })),
  ];
});

function strangersOfMatrix({ rows, columns, key }: Extract<Item, { type: 'matrix' }>) {
  const known = new Set([...rows, ...columns].map(({ id }) => id));
  return [...Object.keys(key), ...Object.values(key).flat()]
    .filter((id) => !known.has(id))
    .map((id) => ({ path: ['key'], reason: `the key names ${id}, which is neither row nor column` }));
}

/** A rubric adds up to what its item is worth. */
export const theRubricAddsUp = ofEachItem((item) => {
  if (!('rubric' in item)) return [];
  const sum = item.rubric.reduce((total, line) => total + line.points, 0);
  return sum === item.points
    ? []
    : [{ path: ['rubric'], reason: `the rubric adds up to ${sum}, and the item is worth ${item.points}` }];
});

/** Every gap stands once in the text, and every place in the text has its gap. */
export const theGapsAreInTheText = ofEachItem((item) => {
  if (item.type !== 'cloze') return [];
  const found = [...item.text.en.matchAll(/\[\[([^\][]+)\]\]/g)].map(([, id]) => id);
  const gaps = item.gaps.map(({ id }) => id);
  const wrong = [...new Set([...gaps, ...found])].filter(
    (id) => found.filter((one) => one === id).length !== 1 || gaps.filter((one) => one === id).length !== 1,
  );
  return wrong.map((id) => ({
    path: ['text'],
    reason: `gap ${id} must stand once in the text and once in the gaps`,
  }));
});

/** Single has one key, multiple leaves something wrong to choose, match uses every option once, order each option at most once. */
export const theKeyFitsTheType = ofEachItem((item) => {
  const fault = (reason: string) => [{ path: ['key'], reason }];
  if (item.type === 'single' && item.key.length > 1) return fault('a single choice has one key');
  if (item.type === 'multiple' && item.key.length >= item.options.length)
    return fault('a multiple choice leaves at least one option wrong');
  if (item.type === 'order' && (item.key.length < 2 || new Set(item.key).size !== item.key.length))
    return fault('an order puts at least two options, each once');
  if (item.type === 'match' && Object.keys(item.key).length !== item.options.length)
    return fault('a match gives every option its target');
  return [];
});

/** Two options are never the same text or the same id. */
export const optionsDiffer = ofEachItem((item) => {
  if (!('options' in item)) return [];
  return [
    ...repeats(item.options, (option) => plain(option.text.en)).map((place) => ({
      path: ['options', place, 'text'],
      reason: 'two options are identical',
    })),
    ...repeats(item.options, (option) => option.id).map((place) => ({
      path: ['options', place, 'id'],
      reason: 'two options have the same id',
    })),
  ];
});

/** In a complete course every option says why it is right or wrong. */
export const everyOptionSaysWhy = ofEachItem((item, course) => {
  if (item.stimulus !== undefined) return [];
  if (course.status !== 'complete' || (item.type !== 'single' && item.type !== 'multiple')) return [];
  return item.options.flatMap((option, place) =>
    option.why === null
      ? [{ path: ['options', place], reason: `option ${option.id} has no explanation (why)` }]
      : [],
  );
});

/** Practice items have a practice id (P), paper items a paper id (Q). */
export const theIdTellsTheUse = ofEachItem((item, course) => {
  const wrongUse = /-P\d+$/.test(item.id) !== (item.use === 'practice');
  return [
    ...(wrongUse
      ? [
          {
            path: ['use'],
            reason: `use is ${item.use}, but ids with P are for practice and ids with Q for papers`,
          },
        ]
      : []),
    ...(item.id.startsWith(`${item.stimulus ?? course.code}-`)
      ? []
      : [{ path: ['id'], reason: `stands in the folder of ${item.stimulus ?? course.code}` }]),
  ];
});

/** What ships is known to all: it says so. */
export const everyItemIsASample = ofEachItem((item) =>
  item.sample ? [] : [{ path: ['sample'], reason: 'a shipped item is a sample: true' }],
);

/** No two items ask the same question; an exercise may be named by one practical item alone. */
export const stemsDiffer: Rule = (index) => {
  const items = index.pack.courses.flatMap((course) => course.items);
  return repeats(items, (item) => plain(item.stem.en)).flatMap((place) => sameStem(index, items, place));
};

function sameStem(index: PackIndex, items: Item[], place: number): Fault[] {
  const item = items[place];
  const first = items.find((other) => item && plain(other.stem.en) === plain(item.stem.en));
  if (!item || !first) return [];
  return [
    faultAt(index, item.at, { path: ['stem'], reason: `item ${item.id} has the same stem as ${first.id}` }),
  ];
}

/** The places in a list of what stood in it before. */
export function repeats<T>(list: readonly T[], keyOf: (entry: T) => string): number[] {
  const seen = new Set<string>();
  return list.flatMap((entry, place) => {
    const key = keyOf(entry);
    const isRepeat = seen.has(key);
    seen.add(key);
    return isRepeat ? [place] : [];
  });
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
