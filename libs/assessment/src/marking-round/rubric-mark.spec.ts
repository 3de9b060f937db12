import { englishOnly } from '@app/platform/context/words.js';
import { describe, expect, it } from '@jest/globals';
import { isReviewed, marksNeeded, placeInOrder, type RoundTerms } from './marking-round.js';
import { checkedComment, checkedCriteria, meanOf, totalOf } from './rubric-mark.js';

const rubric = [
  { criterion: englishOnly('Says when'), points: 2 },
  { criterion: englishOnly('Says where'), points: 3 },
];
const mark = (...points: number[]) => points.map((each, place) => ({ criterion: place + 1, points: each }));

describe('a mark by the rubric', () => {
  it('ASM-119 takes each criterion once, halves and both ends included, in whatever order', () => {
    expect(checkedCriteria(rubric, mark(0, 3))).toEqual(mark(0, 3));
    expect(checkedCriteria(rubric, [...mark(1.5, 2)].reverse())).toEqual(mark(1.5, 2));
  });

  it.each([
    ['CRITERION_MISSING', mark(1)],
    ['CRITERION_UNKNOWN', mark(1, 1, 1)],
    ['CRITERION_UNKNOWN', [...mark(1, 1), { criterion: 0, points: 1 }]],
    ['CRITERION_TWICE', [...mark(1, 1), { criterion: 1, points: 2 }]],
    ['POINTS_OUT_OF_RANGE', mark(2.5, 1)],
    ['POINTS_OUT_OF_RANGE', mark(-0.5, 1)],
    ['POINTS_OUT_OF_RANGE', mark(0.25, 1)],
    ['POINTS_OUT_OF_RANGE', mark(Number.NaN, 1)],
  ])('ASM-119 %s', (code, given) => {
    expect(() => checkedCriteria(rubric, given)).toThrow(code);
  });

  it('ASM-119 trims a comment, and refuses one that is too long', () => {
    expect([checkedComment('  Good. '), checkedComment('  '), checkedComment(null)]).toEqual([
      'Good.',
      null,
      null,
    ]);
    expect(() => checkedComment('x'.repeat(4001))).toThrow('COMMENT_TOO_LONG');
  });

  it('ASM-122 the mean of two is exact', () => {
    const mean = meanOf(mark(1.5, 2), mark(2, 2.5));
    expect([mean, totalOf(mean)]).toEqual([mark(1.75, 2.25), 4]);
  });
});

describe('what a round’s seed decides', () => {
  const terms: RoundTerms = {
    ...{ doubleMarking: 'SAMPLE', doublePercent: 20, reviewPercent: 10, tolerance: 1, panel: 'FORCE' },
  };
  const round = { seed: 'a'.repeat(32), terms };
  const ids = Array.from({ length: 5000 }, (_, place) => place.toString(16).padStart(24, '0'));

  it('ASM-121 draws about the share, the same each time, and all or none by rule', () => {
    const twice = ids.filter((id) => marksNeeded(round, id) === 2);
    // 1,000 expected; five standard deviations of a binomial are 141.
    expect(Math.abs(twice.length - 1000)).toBeLessThan(142);
    expect(ids.filter((id) => marksNeeded(round, id) === 2)).toEqual(twice);
    expect(Math.abs(ids.filter((id) => isReviewed(round, id)).length - 500)).toBeLessThan(107);
    const byRule = (doubleMarking: 'ALL' | 'NONE') => ({ ...round, terms: { ...terms, doubleMarking } });
    expect([marksNeeded(byRule('ALL'), 'x'), marksNeeded(byRule('NONE'), 'x')]).toEqual([2, 1]);
  });

  it('ASM-117 orders each item in its own way, and always the same', () => {
    const few = ids.slice(0, 50);
    const orderFor = (item: string) =>
      [...few].sort((a, b) => (placeInOrder(round, item, a) < placeInOrder(round, item, b) ? -1 : 1));
    expect(orderFor('one')).toEqual(orderFor('one'));
    expect(orderFor('one')).not.toEqual(orderFor('two'));
    expect(orderFor('one').at(-1)).not.toBe(orderFor('two').at(-1));
  });
});
