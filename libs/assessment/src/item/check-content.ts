import type { Refusal } from '@app/platform/refusal/refusal.js';
import { MOST_FILES } from '../attempt/answer.js';
import { responseFile } from '../file-purposes.js';
import {
  type At,
  checkForms,
  checkKey,
  checkNumber,
  checkOptions,
  checkRubric,
  firstTwice,
  isHalfStep,
} from './check-options.js';
import type { CheckedItem } from './checked-item.js';
import type { ClozeGap, ContentOf, HotspotArea, ItemImage } from './item-content.js';
import { refusal } from './refusals.js';

/** ASM-52, ASM-53: every option has exactly one target that is there. */
export function checkMatch(content: ContentOf<'match'>, { key }: CheckedItem): Refusal[] {
  const { options, targets } = content;
  const lefts = content.key.map(({ left }) => left);
  const rights = content.key.map(({ right }) => right);
  return [
    ...checkOptions({ key, field: 'options' }, options),
    ...checkOptions({ key, field: 'targets' }, targets),
    ...checkKey({ key, field: 'key' }, lefts, options),
    ...checkKey({ key, field: 'key' }, [...new Set(rights)], targets).filter(
      ({ code }) => code !== 'ITEM_NO_RIGHT_ANSWER',
    ),
    ...leftOut(
      { key, field: 'key' },
      options.map(({ id }) => id),
      lefts,
    ),
  ];
}

/** ASM-52, ASM-53: an order of at least two of the options; other right orders are of the same ones. */
export function checkOrder(content: ContentOf<'order'>, { key }: CheckedItem): Refusal[] {
  const { options, alsoRight = [] } = content;
  const faults = [
    ...checkOptions({ key, field: 'options' }, options),
    ...checkKey({ key, field: 'key' }, content.key.length < 2 ? [] : content.key, options),
  ];
  for (const order of alsoRight) {
    faults.push(...leftOut({ key, field: 'alsoRight' }, content.key, order));
    const of = content.key.map((id) => ({ id }));
    faults.push(...checkKey({ key, field: 'alsoRight' }, order, of));
  }
  return faults;
}

function leftOut({ key, field }: At, ids: readonly string[], named: readonly string[]): Refusal[] {
  return ids
    .filter((id) => !named.includes(id))
    .map((id) => refusal('ITEM_KEY_INCOMPLETE', { facts: { key, named: id }, field }));
}

/** ASM-57: every gap stands once in each language's text, and something fills it. */
export function checkCloze({ text, gaps }: ContentOf<'cloze'>, { key }: CheckedItem): Refusal[] {
  const faults =
    gaps.length === 0 ? [refusal('ITEM_NO_RIGHT_ANSWER', { facts: { key }, field: 'gaps' })] : [];
  const ids = gaps.map(({ id }) => id);
  const texts = [text.en, ...(text.cy === null ? [] : [text.cy])].map(gapsIn);
  const misplaced = new Set([
    ...firstTwice(ids),
    ...texts.flatMap((found) => [
      ...ids.filter((id) => found.filter((one) => one === id).length !== 1),
      ...found.filter((id) => !ids.includes(id)),
    ]),
  ]);
  for (const gap of misplaced)
    faults.push(refusal('ITEM_GAP_MISPLACED', { facts: { key, gap }, field: 'text' }));
  return [...faults, ...gaps.flatMap((gap) => checkGap(key, gap))];
}

/** The ids of the gaps in a text, in order. */
export function gapsIn(text: string): string[] {
  return [...text.matchAll(/\[\[([^\][]+)\]\]/g)].flatMap(([, id]) => id ?? []);
}

function checkGap(key: string, gap: ClozeGap): Refusal[] {
  const field = `gaps.${gap.id}`;
  const unfillable = () => refusal('ITEM_GAP_UNFILLABLE', { facts: { key, gap: gap.id }, field });
  const faults =
    gap.weight === undefined || isHalfStep(gap.weight)
      ? []
      : [refusal('ITEM_GAP_WEIGHT', { facts: { key, gap: gap.id }, field })];
  switch (gap.kind) {
    case 'text':
      return [...faults, ...checkForms({ key, field }, gap, unfillable)];
    case 'number':
      return [...faults, ...checkNumber({ key, field: `${field}.` }, gap, unfillable)];
    case 'choice': {
      const isThere = gap.options.some(({ id }) => id === gap.key);
      return [...faults, ...checkOptions({ key, field }, gap.options), ...(isThere ? [] : [unfillable()])];
    }
  }
}

/** ASM-56: a described image with at least two labelled areas within it; the key is among them. */
export function checkHotspot(content: ContentOf<'hotspot'>, { key }: CheckedItem): Refusal[] {
  const { image, areas } = content;
  const isDescribed = image.alt.en.trim() !== '' && isSize(image.width) && isSize(image.height);
  const labels = areas.filter(({ label }) => label.en.trim() !== '');
  return [
    ...(isDescribed ? [] : [refusal('ITEM_IMAGE_UNDESCRIBED', { facts: { key }, field: 'image' })]),
    ...areas.filter((area) => !labels.includes(area)).map(({ id }) => area('ITEM_AREA_UNLABELLED', key, id)),
    ...checkOptions(
      { key, field: 'areas' },
      labels.map(({ id, label }) => ({ id, text: label })),
    ),
    ...areas.filter((one) => !isWithin(one, image)).map(({ id }) => area('ITEM_AREA_MALFORMED', key, id)),
    ...checkKey({ key, field: 'key' }, content.key, areas),
  ];
}

function area(code: 'ITEM_AREA_UNLABELLED' | 'ITEM_AREA_MALFORMED', key: string, id: string): Refusal {
  return refusal(code, { facts: { key, area: id }, field: `areas.${id}` });
}

function isSize(pixels: number): boolean {
  return Number.isInteger(pixels) && pixels > 0;
}

function isWithin({ shape, coords }: HotspotArea, image: ItemImage): boolean {
  return coords.every((each) => Number.isFinite(each) && each >= 0) && shapes[shape](coords, image);
}

const shapes: Record<HotspotArea['shape'], (coords: readonly number[], image: ItemImage) => boolean> = {
  circle: ([x = 0, y = 0, radius = 0, ...more], { width, height }) =>
    more.length === 0 && radius > 0 && x <= width && y <= height,
  rect: ([left = 0, top = 0, right = 0, bottom = 0, ...more], { width, height }) =>
    more.length === 0 && left < right && top < bottom && right <= width && bottom <= height,
  poly: (coords, { width, height }) =>
    coords.length >= 6 &&
    coords.length % 2 === 0 &&
    coords.every((each, place) => each <= (place % 2 === 0 ? width : height)),
};

/** ASM-52, ASM-53, ASM-58: every row has its column; one alone unless the matrix says that it may have several. */
export function checkMatrix(content: ContentOf<'matrix'>, { key }: CheckedItem): Refusal[] {
  const { rows, columns, multiple } = content;
  const pairs = content.key.map(({ left, right }) => `${left} – ${right}`);
  const unknown = content.key.flatMap(({ left, right }) => [
    ...(rows.some(({ id }) => id === left) ? [] : [left]),
    ...(columns.some(({ id }) => id === right) ? [] : [right]),
  ]);
  const faults = [
    ...checkOptions({ key, field: 'rows' }, rows),
    ...checkOptions({ key, field: 'columns' }, columns),
    ...unknown.map((named) => refusal('ITEM_KEY_UNKNOWN', { facts: { key, named }, field: 'key' })),
    ...firstTwice(pairs).map((named) => refusal('ITEM_KEY_TWICE', { facts: { key, named }, field: 'key' })),
  ];
  for (const { id } of rows) {
    const count = content.key.filter(({ left }) => left === id).length;
    if (count === 0 || (count > 1 && !multiple))
      faults.push(
        refusal('ITEM_ROW_WITHOUT_KEY', { facts: { key, row: id, columns: count }, field: `rows.${id}` }),
      );
  }
  return faults;
}

/** ASM-54, ASM-60: a rubric that adds up, and files that can be given and stored. */
export function checkFiles(content: ContentOf<'file-response'>, { key, points }: CheckedItem): Refusal[] {
  const { mediaTypes, mostBytes, mostFiles = 1, rubric } = content;
  const taken = new Set<string>(responseFile.mediaTypes);
  const isTaken =
    mediaTypes.length > 0 &&
    mediaTypes.every((type) => taken.has(type)) &&
    Number.isInteger(mostBytes) &&
    mostBytes > 0 &&
    mostBytes <= responseFile.mostBytes &&
    Number.isInteger(mostFiles) &&
    mostFiles >= 1 &&
    mostFiles <= MOST_FILES;
  const facts = { key, most: responseFile.mostBytes, mostFiles: MOST_FILES };
  const faults = isTaken ? [] : [refusal('ITEM_FILES_MALFORMED', { facts, field: 'mediaTypes' })];
  return [...faults, ...checkRubric(key, rubric, points)];
}
