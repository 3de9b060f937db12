import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AnswerValue } from '../attempt/answer.js';
import type { ClozeGap, ItemContent, OptionPair } from '../item/item-content.js';
import { keyOf } from '../item/key-of.js';
import { scoringOf } from '../item/scoring-rule.js';
import { cloze, fileResponse, hotspot, matrix, options, single } from '../testing/items.js';
import { shareOf } from './mark-item.js';
import { pointsFor, sumOf } from './points.js';

/** What of an item of 3 points each answer gets. */
type Case = [what: string, answer: AnswerValue, points: number];

const pairs = (...given: [string, string][]): AnswerValue => ({
  pairs: given.map(([left, right]): OptionPair => ({ left, right })),
});
const gaps = (given: Record<string, string>): AnswerValue => ({
  gaps: Object.entries(given).map(([id, text]) => ({ id, text })),
});

const multiple: ItemContent = {
  ...{ type: 'multiple', options: options('a', 'b', 'c', 'd', 'e'), key: ['a', 'b', 'c'] },
  scoring: 'partial',
};
const order: ItemContent = {
  ...{ type: 'order', options: options('a', 'b', 'c', 'd', 'x', 'y'), key: ['a', 'b', 'c', 'd'] },
  ...{ alsoRight: [['a', 'c', 'b', 'd']], scoring: 'adjacent-pairs' },
};
const match: ItemContent = {
  ...{ type: 'match', options: options('a', 'b', 'c'), targets: options('x', 'y', 'z'), scoring: 'partial' },
  key: [
    { left: 'a', right: 'x' },
    { left: 'b', right: 'y' },
    { left: 'c', right: 'z' },
  ],
};
const time: ClozeGap = { id: 'g1', kind: 'text', accepted: ['10:14', '10.14'], normalise: ['trim'] };
const rate: ClozeGap = { id: 'g2', kind: 'number', answer: 2.5, tolerance: 0.1, unit: null, weight: 0.5 };
const place: ClozeGap = { id: 'g3', kind: 'choice', options: options('p', 'q'), key: 'q', weight: 1.5 };
const three = cloze(time, rate, place);

const tables: [string, ItemContent, Case[]][] = [
  [
    'MULTIPLE in part: of three parts, one off for each wrong choice',
    multiple,
    [
      ['all three', { choices: ['c', 'a', 'b'] }, 3],
      ['two of three', { choices: ['a', 'b'] }, 2],
      ['two right, one wrong', { choices: ['a', 'b', 'd'] }, 1],
      ['everything ticked', { choices: ['a', 'b', 'c', 'd', 'e'] }, 1],
      ['one right, two wrong: never below zero', { choices: ['a', 'd', 'e'] }, 0],
      ['one that is not there is wrong too', { choices: ['a', 'z'] }, 0],
    ],
  ],
  [
    'ORDER by adjacent pairs: of three pairs, one off for each distractor',
    order,
    [
      ['the order', { choices: ['a', 'b', 'c', 'd'] }, 3],
      ['the other right order', { choices: ['a', 'c', 'b', 'd'] }, 3],
      // Of a-b, b-c, c-d only b-c; of a-c, c-b, b-d none.
      ['the ends exchanged', { choices: ['d', 'b', 'c', 'a'] }, 1],
      ['the last left out', { choices: ['a', 'b', 'c'] }, 2],
      ['a distractor at the end', { choices: ['a', 'b', 'c', 'd', 'x'] }, 2],
      // It also parts b from c.
      ['a distractor in the middle', { choices: ['a', 'b', 'x', 'c', 'd'] }, 1],
      ['backwards', { choices: ['d', 'c', 'b', 'a'] }, 1],
      ['distractors alone', { choices: ['x', 'y'] }, 0],
    ],
  ],
  [
    'ORDER exactly, with distractors to leave out',
    { ...order, scoring: 'exact' },
    [
      ['the order', { choices: ['a', 'b', 'c', 'd'] }, 3],
      ['the other right order', { choices: ['a', 'c', 'b', 'd'] }, 3],
      ['a distractor put in', { choices: ['a', 'b', 'c', 'd', 'x'] }, 0],
      ['two neighbours exchanged', { choices: ['b', 'a', 'c', 'd'] }, 0],
    ],
  ],
  [
    'MATCH in part: of three pairs',
    match,
    [
      ['all', pairs(['a', 'x'], ['b', 'y'], ['c', 'z']), 3],
      ['two', pairs(['a', 'x'], ['b', 'y'], ['c', 'x']), 2],
      ['two, and one not given', pairs(['a', 'x'], ['b', 'y']), 2],
      ['an option given every target gets nothing for it', pairs(['a', 'x'], ['a', 'y'], ['b', 'y']), 1],
    ],
  ],
  [
    'MATRIX, all or nothing',
    matrix(),
    [
      ['every row', pairs(['r2', 'no'], ['r1', 'yes']), 3],
      ['one row', pairs(['r1', 'yes'], ['r2', 'yes']), 0],
      ['both columns of a row', pairs(['r1', 'yes'], ['r1', 'no'], ['r2', 'no']), 0],
      ['a row that is not there besides', pairs(['r1', 'yes'], ['r2', 'no'], ['r9', 'no']), 0],
    ],
  ],
  [
    'MATRIX in part, a row taking several: of two rows',
    matrix({ multiple: true, scoring: 'partial', key: [...matrix().key, { left: 'r1', right: 'no' }] }),
    [
      ['every row', pairs(['r1', 'no'], ['r1', 'yes'], ['r2', 'no']), 3],
      ['a row that is half right is wrong', pairs(['r1', 'yes'], ['r2', 'no']), 1.5],
      ['nothing in the second', pairs(['r1', 'no'], ['r1', 'yes']), 1.5],
    ],
  ],
  [
    'CLOZE by weight: 1, 0.5 and 1.5 of 3',
    three,
    [
      ['every gap', gaps({ g1: ' 10.14 ', g2: '2.5', g3: 'q' }), 3],
      ['the first', gaps({ g1: '10:14' }), 1],
      ['the number at its lower end', gaps({ g2: '2.4' }), 0.5],
      ['the number outside', gaps({ g2: '2.61' }), 0],
      ['a number that is none', gaps({ g2: '2.5 or so' }), 0],
      ['a number in another notation', gaps({ g2: '0x2' }), 0],
      ['the choice', gaps({ g3: 'q' }), 1.5],
      ['the text of the choice instead of its id', gaps({ g3: 'Option q' }), 0],
    ],
  ],
  [
    'CLOZE, all or nothing',
    { ...three, scoring: 'all-or-nothing' },
    [
      ['every gap', gaps({ g1: '10:14', g2: '2.5', g3: 'q' }), 3],
      ['all but one', gaps({ g1: '10:14', g2: '2.5', g3: 'p' }), 0],
    ],
  ],
  [
    'HOTSPOT of one area',
    hotspot(),
    [
      ['its label', { choices: ['port'] }, 3],
      ['another label', { choices: ['dial'] }, 0],
      ['both', { choices: ['port', 'dial'] }, 0],
      ['a point in it', { point: { x: 70, y: 70 } }, 3],
      ['a point on its edge', { point: { x: 60, y: 75 } }, 3],
      ['a point beside it', { point: { x: 59, y: 70 } }, 0],
      ['a point in no area', { point: { x: 99, y: 1 } }, 0],
    ],
  ],
  [
    'HOTSPOT of a circle',
    hotspot({ key: ['dial'] }),
    [
      ['on its edge: 6, 8, 10', { point: { x: 26, y: 28 } }, 3],
      ['just outside', { point: { x: 27, y: 28 } }, 0],
    ],
  ],
  [
    'HOTSPOT of a polygon',
    hotspot({ key: ['label'] }),
    [
      ['inside', { point: { x: 5, y: 60 } }, 3],
      ['on a slanting side', { point: { x: 15, y: 70 } }, 3],
      ['on a corner', { point: { x: 0, y: 90 } }, 3],
      ['beyond the slanting side', { point: { x: 20, y: 70 } }, 0],
      ['above', { point: { x: 5, y: 49 } }, 0],
    ],
  ],
  [
    'HOTSPOT of two areas, in part',
    hotspot({ key: ['port', 'dial'], scoring: 'partial' }),
    [
      ['both', { choices: ['dial', 'port'] }, 3],
      ['one', { choices: ['dial'] }, 1.5],
      ['one right, one wrong', { choices: ['dial', 'label'] }, 0],
      ['a point, which can be but one', { point: { x: 70, y: 70 } }, 0],
    ],
  ],
];

describe.each(tables)('ASM-51 %s', (_name, content, cases) => {
  it.each(cases)('%s', (_what, answer, points) => {
    const share = shareOf(content, answer);
    expect(share).not.toBeNull();
    if (share !== null) expect(pointsFor(share, 3)).toBe(points);
  });
});

describe('ASM-51 a file response', () => {
  it('waits for a marker, unless no file was given', () => {
    expect(shareOf(fileResponse(), { fileIds: ['5'.repeat(24)] })).toBeNull();
    expect(shareOf(fileResponse(), { fileIds: [] })).toEqual({ got: 0, of: 1 });
  });
});

describe('ASM-50 points', () => {
  it.each([
    // got, of, points, given
    [1, 3, 1, 0.33],
    [2, 3, 1, 0.67],
    [1, 2, 0.5, 0.25],
    [1, 8, 0.5, 0.06], // 0.0625
    [1, 8, 1, 0.13], // 0.125: a half goes up
    [3, 3, 2.5, 2.5],
    [0, 7, 5, 0],
    [0.5, 3, 3, 0.5],
  ])('%d of %d parts of %d points are %d', (got, of, points, given) => {
    expect(pointsFor({ got, of }, points)).toBe(given);
  });

  it('add up exactly where binary fractions would not', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(sumOf([0.1, 0.2])).toBe(0.3);
    expect(sumOf(Array.from({ length: 100 }, () => 0.01))).toBe(1);
  });
});

const ids = ['a', 'b', 'c', 'd', 'e'];
const chosenOf = fc.uniqueArray(fc.constantFrom(...ids, 'z'));
const keyed = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2 });
const points = fc.integer({ min: 1, max: 200 }).map((halves) => halves / 2);
const got = (content: ItemContent, answer: AnswerValue, of = 6) =>
  pointsFor(shareOf(content, answer) ?? { got: 0, of: 1 }, of);

describe('ASM-50, ASM-51 for every answer', () => {
  it('the points lie between none and all, in hundredths', () => {
    const contents: ItemContent[] = [single, multiple, order, match, matrix(), three, hotspot()];
    const answers = fc.oneof(
      chosenOf.map((choices): AnswerValue => ({ choices })),
      fc.tuple(fc.string(), fc.string()).map((pair): AnswerValue => pairs(pair)),
      fc.double({ noNaN: true }).map((number): AnswerValue => ({ number })),
      fc.string().map((text): AnswerValue => gaps({ g1: text, g2: text, g3: text })),
      fc
        .tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true }))
        .map(([x, y]): AnswerValue => ({ point: { x, y } })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...contents), answers, points, (content, answer, of) => {
        const awarded = got(content, answer, of);
        expect(awarded).toBeGreaterThanOrEqual(0);
        expect(awarded).toBeLessThanOrEqual(of);
        expect(Math.round(awarded * 100) / 100).toBe(awarded);
      }),
    );
  });

  it('the key gets everything', () => {
    const contents: ItemContent[] = [single, multiple, order, match, matrix(), hotspot()];
    fc.assert(
      fc.property(fc.constantFrom(...contents), points, (content, of) => {
        expect(got(content, keyOf(content), of)).toBe(of);
      }),
    );
  });

  it('one more right choice never takes points, one more wrong choice never gives any', () => {
    fc.assert(
      fc.property(keyed, chosenOf, fc.constantFrom(...ids), (key, chosen, more) => {
        fc.pre(!chosen.includes(more));
        const content: ItemContent = { type: 'multiple', options: options(...ids), key, scoring: 'partial' };
        const before = got(content, { choices: chosen });
        const after = got(content, { choices: [...chosen, more] });
        if (key.includes(more)) expect(after).toBeGreaterThanOrEqual(before);
        else expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('the order in which options are shown, chosen or paired changes nothing', () => {
    const shuffledKey = fc.shuffledSubarray(ids, { minLength: ids.length });
    fc.assert(
      fc.property(keyed, chosenOf, shuffledKey, (key, chosen, shown) => {
        const as = (list: readonly string[]): ItemContent => ({
          ...{ type: 'multiple', options: options(...list), key, scoring: 'partial' },
        });
        const turned = { choices: [...chosen].reverse() };
        expect(got(as(shown), turned)).toBe(got(as(ids), { choices: chosen }));
      }),
    );
  });

  it('in part is never less than all or nothing', () => {
    fc.assert(
      fc.property(keyed, chosenOf, (key, choices) => {
        const content = { type: 'multiple', options: options(...ids), key } as const;
        expect(got({ ...content, scoring: 'partial' }, { choices })).toBeGreaterThanOrEqual(
          got(content, { choices }),
        );
      }),
    );
  });
});

describe('ASM-51 the rule in words', () => {
  it('says what is taken off, and which typing does not matter, in both languages', () => {
    expect(scoringOf(multiple).en).toMatch(/wrong choice takes one right choice off, never below zero/);
    expect(scoringOf(order).en).toMatch(/next to each other/);
    expect(scoringOf(three).en).toMatch(/by its weight/);
    expect(scoringOf({ ...three, scoring: 'all-or-nothing' }).en).toMatch(/every gap is right/);
    const typed = scoringOf({ type: 'short-text', normalise: ['trim', 'lower-case'] });
    expect(typed.en).toContain('These do not matter: spaces at the ends, capital letters.');
    expect(typed.cy).toContain('priflythrennau');
  });

  it('tells nothing of the key', () => {
    const secret: ItemContent = { type: 'short-text', accepted: ['xyzzy'], normalise: [] };
    expect(JSON.stringify(scoringOf(secret))).not.toContain('xyzzy');
    const other: ItemContent = { ...multiple, key: ['a'] };
    expect(scoringOf(other)).toEqual(scoringOf(multiple));
  });
});
