import { describe, expect, it } from '@jest/globals';
import type { AnswerValue } from '../attempt/answer.js';
import type { PaperItem, SavedAnswer } from '../attempt/attempt.js';
import type { ItemContent, ItemId, ItemVersion, ItemVersionId } from '../item/item.js';
import { itemText, single } from '../testing/items.js';
import { markPaper, percentOf, reaches } from './mark-paper.js';

function paperOf(points: number[], content: ItemContent = single) {
  const key = new Map<string, ItemVersion>();
  const paper = points.map((each, place): PaperItem => {
    const itemId = `i${place}` as ItemId;
    const versionId = `v${place}` as ItemVersionId;
    const text = itemText({ content, points: each });
    key.set(versionId, { ...text, id: versionId, itemId, number: 1 });
    const { stem } = text;
    return { itemId, versionId, type: 'single', stem, options: [], targets: [], unit: null, points: each };
  });
  return { paper, key };
}

function saved(answers: Record<string, AnswerValue>): Record<string, SavedAnswer> {
  const savedAt = new Date('2026-11-23T09:00:00Z');
  return Object.fromEntries(
    Object.entries(answers).map(([itemId, value]) => [itemId, { sequence: 1, value, savedAt }]),
  );
}

describe('a marked paper', () => {
  it('ASM-29 gives full points or none, and none for what was not answered', () => {
    const { paper, key } = paperOf([1, 2, 0.5]);
    const answers = saved({ i0: { choices: ['a'] }, i1: { choices: ['b'] } });
    const marks = markPaper(paper, answers, { key, passPercent: 80 });
    expect(marks.items.map(({ awarded, correct }) => [awarded, correct])).toEqual([
      [1, true],
      [0, false],
      [0, false],
    ]);
    expect([marks.score, marks.outOf, marks.percent, marks.passed]).toEqual([1, 3.5, 28, false]);
  });

  it('waits when a written item was answered, and does not when it was left empty', () => {
    const { paper, key } = paperOf([5], { type: 'written', rubric: [] });
    expect(markPaper(paper, saved({ i0: { text: 'x' } }), { key, passPercent: 80 }).isWaiting).toBe(true);
    expect(markPaper(paper, {}, { key, passPercent: 80 }).isWaiting).toBe(false);
  });

  it.each([
    // 80 % of 7 points is 5.6: 5.5 is not enough although it would round to 79, and 6 is.
    [5.5, 7, 80, 78, false],
    [6, 7, 80, 85, true],
    // exactly the pass mark passes
    [4, 5, 80, 80, true],
    // 79.99…% is shown as 79 and does not pass
    [7.5, 9.5, 79, 78, false],
    // a pass mark of 0 passes everybody who had a paper
    [0, 5, 0, 0, true],
    [0, 0, 0, 0, false],
  ])(
    'ASM-29 %d of %d points at a pass mark of %d is %d per cent, passed: %s',
    (score, outOf, mark, percent, passed) => {
      expect(percentOf(score, outOf)).toBe(percent);
      expect(reaches(score, outOf, mark)).toBe(passed);
    },
  );
});
