import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import type { AnswerValue } from '../attempt/answer.js';
import type { PaperItem, SavedAnswer } from '../attempt/attempt.js';
import type { ItemContent, ItemId, ItemVersion, ItemVersionId } from '../item/item.js';
import { isRight } from '../marking/mark-item.js';
import { markPaper } from '../marking/mark-paper.js';
import { cloze, hotspot, itemText, matrix, options, single } from '../testing/items.js';
import { contentWithKey } from './content-with-key.js';
import { bestShare, fits, mended, type Remedy } from './remedy.js';

const words = englishOnly('x');
const choose = (...choices: string[]): AnswerValue => ({ choices });

/** A paper of items with so many points each; the first is faulty. The candidate's answers, and what the remedies make of it. */
function marked(
  points: readonly number[],
  answers: readonly (AnswerValue | null)[],
  remedies: readonly Remedy[] = [],
  passPercent = 80,
) {
  const versions = points.map((each): ItemVersion => {
    const itemId = newId<ItemId>();
    return { ...itemText({ points: each, content: single }), id: newId<ItemVersionId>(), itemId, number: 1 };
  });
  const paper = versions.map(({ id: versionId, itemId, points: each }): PaperItem => {
    const shown = { type: 'single' as const, stem: words, options: [], targets: [], unit: null };
    return { ...shown, itemId, versionId, points: each };
  });
  const saved: Record<string, SavedAnswer> = {};
  for (const [place, value] of answers.entries()) {
    const itemId = versions[place]?.itemId;
    if (itemId !== undefined && value !== null)
      saved[itemId] = { sequence: 1, value, savedAt: new Date('2026-11-23T10:00:00Z') };
  }
  const key = new Map(versions.map((version) => [version.id as string, version]));
  const inForce = new Map([[versions[0]?.id as string, remedies]]);
  return markPaper(paper, saved, { key, passPercent, remedies: inForce });
}

const right = choose('a');
const other = choose('b');
const sum = ({ score, outOf, percent, passed }: ReturnType<typeof marked>) => [score, outOf, percent, passed];

describe('a remedy', () => {
  // A paper of 2 + 4 + 4 points; the key of each is `a`; the first is faulty. The pass mark is 80 per cent: 8 of 10 points.
  const points = [2, 4, 4];

  it.each<[string, (AnswerValue | null)[], Remedy[], [number, number, number, boolean]]>([
    ['none: b is wrong, 4 + 4 of 10', [other, right, right], [], [8, 10, 80, true]],
    ['accept b: 2 + 4 + 4', [other, right, right], [{ kind: 'accept', answer: other }], [10, 10, 100, true]],
    [
      'accept b: a stays right',
      [right, right, null],
      [{ kind: 'accept', answer: other }],
      [6, 10, 60, false],
    ],
    [
      'accept b: c stays wrong',
      [choose('c'), right, right],
      [{ kind: 'accept', answer: other }],
      [8, 10, 80, true],
    ],
    ['full marks: even unanswered', [null, right, null], [{ kind: 'full-marks' }], [6, 10, 60, false]],
    ['full marks: 2 + 4 + 4', [choose('d'), right, right], [{ kind: 'full-marks' }], [10, 10, 100, true]],
    [
      'rescore by b: a is wrong now, 4 + 4',
      [right, right, right],
      [{ kind: 'rescore', answer: other }],
      [8, 10, 80, true],
    ],
    [
      'rescore by b: b is right now',
      [other, right, null],
      [{ kind: 'rescore', answer: other }],
      [6, 10, 60, false],
    ],
    [
      'drop: 4 of the 8 left are 50 per cent, 5 of 10',
      [right, right, null],
      [{ kind: 'drop' }],
      [5, 10, 50, false],
    ],
    ['drop: 8 of 8 are all', [other, right, right], [{ kind: 'drop' }], [10, 10, 100, true]],
  ])('ASM-141 %s', (_name, answers, remedies, expected) => {
    expect(sum(marked(points, answers, remedies))).toEqual(expected);
  });

  it.each<[string, number[], number, [number, number, number, boolean]]>([
    // 7 of 9 left, each of 1 point, of 10: 7 × 10 / 9 = 7.777… → 7.78; 77.77… % → 77; 7 × 100 = 700 < 80 × 9 = 720.
    ['7 of 9: 7.78 of 10, 77 per cent', Array<number>(10).fill(1), 7, [7.78, 10, 77, false]],
    // 8 × 10 / 9 = 8.888… → 8.89; 88.88… % → 88; 800 ≥ 720.
    ['8 of 9: 8.89 of 10, 88 per cent', Array<number>(10).fill(1), 8, [8.89, 10, 88, true]],
    // 2 of 3 left of 4: 2 × 4 / 3 = 2.666… → 2.67; 66 %.
    ['2 of 3: 2.67 of 4, 66 per cent', [1, 1, 1, 1], 2, [2.67, 4, 66, false]],
    // 1 of 8 left of 9: 1 × 9 / 8 = 1.125 → a half goes up: 1.13; 12.5 % → 12.
    ['1 of 8: 1.125 goes up to 1.13 of 9, 12 per cent', Array<number>(9).fill(1), 1, [1.13, 9, 12, false]],
    // 4 of 5 left of 6: 4.8; exactly 80 %: passed, decided before any rounding.
    ['4 of 5: 4.8 of 6, exactly the pass mark', Array<number>(6).fill(1), 4, [4.8, 6, 80, true]],
  ])('ASM-142 drop and rescale: %s', (_name, each, rightOnes, expected) => {
    const answers = each.map((_, place) => (place >= 1 && place <= rightOnes ? right : other));
    expect(sum(marked(each, answers, [{ kind: 'drop' }]))).toEqual(expected);
  });

  it('ASM-142 a dropped item says what it would have got, and a paper of nothing else counts as it is', () => {
    const { items } = marked([2, 4], [right, right], [{ kind: 'drop' }]);
    expect(items[0]).toMatchObject({ awarded: 2, outOf: 2, correct: true, isDropped: true });
    expect(items[1]?.isDropped).toBeUndefined();
    expect(sum(marked([2], [right], [{ kind: 'drop' }]))).toEqual([2, 2, 100, true]);
    expect(sum(marked([2], [other], [{ kind: 'drop' }]))).toEqual([0, 2, 0, false]);
  });

  it.each<[string, Remedy[], AnswerValue, number]>([
    [
      'two accepted answers: b',
      [
        { kind: 'accept', answer: other },
        { kind: 'accept', answer: choose('c') },
      ],
      other,
      1,
    ],
    [
      'two accepted answers: c',
      [
        { kind: 'accept', answer: other },
        { kind: 'accept', answer: choose('c') },
      ],
      choose('c'),
      1,
    ],
    [
      'a new key after an accepted answer takes both away',
      [
        { kind: 'accept', answer: other },
        { kind: 'rescore', answer: choose('c') },
      ],
      other,
      0,
    ],
    [
      'a new key ends full marks',
      [{ kind: 'full-marks' }, { kind: 'rescore', answer: choose('c') }],
      right,
      0,
    ],
    ['full marks after dropping', [{ kind: 'drop' }, { kind: 'full-marks' }], choose('d'), 1],
    [
      'full marks stay with an accepted answer after them',
      [{ kind: 'full-marks' }, { kind: 'accept', answer: other }],
      choose('d'),
      1,
    ],
  ])('ASM-141 in their order, %s', (_name, remedies, answer, awarded) => {
    expect(marked([1, 1], [answer, null], remedies).items[0]?.awarded).toBe(awarded);
  });

  const order: ItemContent = { type: 'order', options: options('x', 'y', 'z'), key: ['x', 'y', 'z'] };
  const match: ItemContent = {
    ...{ type: 'match', options: options('p', 'q'), targets: options('1', '2') },
    key: [
      { left: 'p', right: '1' },
      { left: 'q', right: '2' },
    ],
  };
  const swapped = [
    { left: 'p', right: '2' },
    { left: 'q', right: '1' },
  ];
  const gap = { id: 'g1', kind: 'text' as const, accepted: ['ten'], normalise: ['lower-case' as const] };
  const rows = [
    { left: 'r1', right: 'no' },
    { left: 'r2', right: 'yes' },
  ];

  it.each<[string, ItemContent, AnswerValue]>([
    ['single', single, other],
    [
      'single with weights',
      { ...single, weights: { full: 2, each: [{ id: 'a', weight: 2 }] }, scoring: 'weighted' },
      other,
    ],
    ['multiple', { type: 'multiple', options: options('a', 'b', 'c'), key: ['a'] }, choose('b', 'c')],
    ['true or false', { type: 'true-false', key: true }, choose('false')],
    ['order', order, choose('z', 'y', 'x')],
    ['match', match, { pairs: swapped }],
    ['matrix', matrix(), { pairs: rows }],
    ['hotspot', hotspot(), choose('dial')],
    ['numeric', { type: 'numeric', answer: 3, tolerance: 0, unit: null }, { number: 4 }],
    ['short text', { type: 'short-text', accepted: ['seal'], normalise: ['lower-case'] }, { text: 'Bag' }],
    ['cloze', cloze(gap), { gaps: [{ id: 'g1', text: 'eleven' }] }],
  ])('ASM-140 gives %s another key in the shape of an answer', (_name, content, key) => {
    expect(isRight(content, key)).toBe(false);
    expect(isRight(contentWithKey(content, key), key)).toBe(true);
    expect(fits(content, { kind: 'rescore', answer: key })).toBe(true);
    const { contents } = mended(content, [{ kind: 'accept', answer: key }]);
    expect(bestShare(contents, key)).toEqual({ got: 1, of: 1 });
  });

  it('ASM-140 fits no answer of another shape, and no key to what people mark', () => {
    expect(fits(single, { kind: 'accept', answer: { text: 'a' } })).toBe(false);
    expect(
      fits({ type: 'numeric', answer: 3, tolerance: 0, unit: null }, { kind: 'rescore', answer: other }),
    ).toBe(false);
    const written: ItemContent = { type: 'written', rubric: [{ criterion: words, points: 1 }] };
    expect(fits(written, { kind: 'accept', answer: { text: 'anything' } })).toBe(false);
    expect(fits(written, { kind: 'drop' })).toBe(true);
  });
});
