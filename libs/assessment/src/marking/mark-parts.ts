import type { AnswerValue, ImagePoint } from '../attempt/answer.js';
import type { ClozeGap, ContentOf, HotspotArea, OptionPair, OptionWeights } from '../item/item-content.js';
import { isAccepted, isNear } from './compare.js';
import { allOrNothing, NOTHING, parts, type Share } from './points.js';

/**
 * MULTIPLE. All or nothing: exactly the key's options, in any order; one missing or one too many is nothing. Partial: of as
 * many parts as the key has options, each right choice gets one and each wrong choice takes one off, never below zero.
 * Weighted: each choice is worth what the item says, together never below zero nor above all.
 */
export function shareOfMultiple(content: ContentOf<'multiple'>, answer: AnswerValue): Share {
  if (!('choices' in answer)) return NOTHING;
  if (content.weights !== undefined) return weighed(content.weights, answer.choices);
  return chosen(answer.choices, content.key, content.scoring);
}

/** What choices are worth together, each counted once. */
export function weighed({ full, each }: OptionWeights, choices: readonly string[]): Share {
  const worth = new Map(each.map(({ id, weight }) => [id, weight]));
  return parts(
    [...new Set(choices)].reduce((total, id) => total + (worth.get(id) ?? 0), 0),
    full,
  );
}

/**
 * HOTSPOT. The areas of the key are to be chosen, by their labels or, where the key is one area, by a point in it; its edge
 * belongs to it, and where areas overlap the first in the list holds the point. Scored as MULTIPLE.
 */
export function shareOfHotspot(content: ContentOf<'hotspot'>, answer: AnswerValue): Share {
  if ('choices' in answer) return chosen(answer.choices, content.key, content.scoring);
  if (!('point' in answer) || content.key.length !== 1) return NOTHING;
  const hit = content.areas.find((area) => holds(area, answer.point));
  return chosen(hit === undefined ? [] : [hit.id], content.key, content.scoring);
}

function chosen(choices: readonly string[], key: readonly string[], scoring = 'all-or-nothing'): Share {
  const given = new Set(choices);
  const right = key.filter((id) => given.has(id)).length;
  const share = parts(right - (given.size - right), key.length);
  return scoring === 'partial' ? share : allOrNothing(share);
}

/**
 * MATCH. All or nothing: every option of the key with its target, and nothing else. Partial: of as many parts as the key
 * has pairs, each right pair gets one; an option given two targets gets none.
 */
export function shareOfMatch(content: ContentOf<'match'>, answer: AnswerValue): Share {
  if (!('pairs' in answer)) return NOTHING;
  if (content.scoring !== 'partial' && answer.pairs.length !== content.key.length) return NOTHING;
  const given = columnsByRow(answer.pairs);
  const right = content.key.filter(({ left, right }) => isOnly(given.get(left), right)).length;
  const share = parts(right, content.key.length);
  return content.scoring === 'partial' ? share : allOrNothing(share);
}

/**
 * MATRIX. A row is right when exactly the key's columns are chosen in it. All or nothing: every row is right. Partial: of
 * as many parts as there are rows, each right row gets one.
 */
export function shareOfMatrix(content: ContentOf<'matrix'>, answer: AnswerValue): Share {
  if (!('pairs' in answer)) return NOTHING;
  const key = columnsByRow(content.key);
  const given = columnsByRow(answer.pairs);
  const rows = new Set(content.rows.map(({ id }) => id));
  const right = [...rows].filter((row) => isSameSet(key.get(row) ?? [], given.get(row) ?? [])).length;
  const share = parts(right, rows.size);
  if (content.scoring === 'partial') return share;
  return answer.pairs.every(({ left }) => rows.has(left)) ? allOrNothing(share) : NOTHING;
}

function columnsByRow(pairs: readonly OptionPair[]): Map<string, string[]> {
  const columns = new Map<string, string[]>();
  for (const { left, right } of pairs) columns.set(left, [...(columns.get(left) ?? []), right]);
  return columns;
}

function isOnly(given: readonly string[] | undefined, right: string): boolean {
  return given?.length === 1 && given[0] === right;
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const set = new Set(other);
  return new Set(one).size === set.size && one.every((each) => set.has(each));
}

/**
 * ORDER. Exact: the options of the key in its order and nothing else; a distractor put in, or two neighbours swapped, is
 * nothing. Adjacent pairs: of as many parts as the key has neighbours, each pair of neighbours that stand next to each
 * other in that order gets one, and each distractor put in takes one off, never below zero. Where the item has other
 * orders that are as right, the one that gives most counts.
 */
export function shareOfOrder(content: ContentOf<'order'>, answer: AnswerValue): Share {
  if (!('choices' in answer)) return NOTHING;
  const { choices } = answer;
  const orders = [content.key, ...(content.alsoRight ?? [])];
  if (content.scoring !== 'adjacent-pairs')
    return orders.some((order) => isSameOrder(order, choices)) ? parts(1, 1) : NOTHING;
  const shares = orders.map((order) => adjacentPairs(order, choices));
  return shares.reduce((best, each) => (each.got > best.got ? each : best));
}

function isSameOrder(order: readonly string[], choices: readonly string[]): boolean {
  return choices.length === order.length && order.every((id, place) => choices[place] === id);
}

function adjacentPairs(order: readonly string[], choices: readonly string[]): Share {
  const next = new Map(choices.map((id, place) => [id, choices[place + 1]]));
  const neighbours = order.slice(1).filter((id, place) => next.get(order[place] ?? '') === id).length;
  const distractors = choices.filter((id) => !order.includes(id)).length;
  return parts(neighbours - distractors, order.length - 1);
}

/**
 * CLOZE. Each gap is right or wrong as SHORT_TEXT, NUMERIC or SINGLE would be, and gets its weight. Partial (when the item
 * does not say): of all weights together. All or nothing: every gap is right.
 */
export function shareOfCloze(content: ContentOf<'cloze'>, answer: AnswerValue): Share {
  if (!('gaps' in answer)) return NOTHING;
  const given = new Map(answer.gaps.map(({ id, text }) => [id, text]));
  const weigh = (gaps: readonly ClozeGap[]) => gaps.reduce((total, { weight = 1 }) => total + weight, 0);
  const right = content.gaps.filter((gap) => fills(gap, given.get(gap.id) ?? ''));
  const share = parts(weigh(right), weigh(content.gaps));
  return content.scoring === 'all-or-nothing' ? allOrNothing(share) : share;
}

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

function fills(gap: ClozeGap, text: string): boolean {
  switch (gap.kind) {
    case 'text':
      return isAccepted(gap, text);
    case 'choice':
      return text === gap.key;
    case 'number': {
      const typed = text.trim().replace('−', '-');
      return DECIMAL.test(typed) && isNear(gap, Number(typed));
    }
  }
}

/** Whether a point lies in an area or on its edge. */
function holds({ shape, coords }: HotspotArea, { x, y }: ImagePoint): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = coords;
  if (shape === 'circle') return (x - a) ** 2 + (y - b) ** 2 <= c ** 2;
  if (shape === 'rect') return a <= x && x <= c && b <= y && y <= d;
  return holdsPolygon(coords, { x, y });
}

interface Side {
  readonly from: ImagePoint;
  readonly to: ImagePoint;
}

/** By counting the sides that a ray to the right crosses; a point on a side is in. */
function holdsPolygon(coords: readonly number[], point: ImagePoint): boolean {
  const sides = sidesOf(coords);
  return (
    sides.some((side) => isOn(side, point)) ||
    sides.filter((side) => isCrossedFrom(side, point)).length % 2 === 1
  );
}

function sidesOf(coords: readonly number[]): Side[] {
  const corners = coords.flatMap((x, place) => (place % 2 === 0 ? [{ x, y: coords[place + 1] ?? 0 }] : []));
  return corners.map((from, place) => ({ from, to: corners[(place + 1) % corners.length] ?? from }));
}

function isOn({ from, to }: Side, { x, y }: ImagePoint): boolean {
  const isInLine = (to.x - from.x) * (y - from.y) === (to.y - from.y) * (x - from.x);
  return isInLine && isBetween(x, from.x, to.x) && isBetween(y, from.y, to.y);
}

function isBetween(value: number, one: number, other: number): boolean {
  return Math.min(one, other) <= value && value <= Math.max(one, other);
}

function isCrossedFrom({ from, to }: Side, { x, y }: ImagePoint): boolean {
  return from.y > y !== to.y > y && x < ((to.x - from.x) * (y - from.y)) / (to.y - from.y) + from.x;
}
