import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { englishOnly } from '@app/platform/context/words.js';
import { describe, expect, it } from '@jest/globals';
import type { Work, WorkState } from './work.js';
import { moveWork } from './work.js';
import { lateFrom, mayWrite, outcomeOf, readParts, type WorkHead, wholeParts } from './work-rules.js';

const now = new Date('2026-11-23T09:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const head = (state: WorkState, hours: number | null, passed: boolean | null = null): WorkHead => ({
  state,
  submittedAt: hours === null ? null : hoursAgo(hours),
  outcome: passed === null ? null : { percent: passed ? 80 : 40, passed },
});
const terms = { maxAttempts: 2, coolDownHours: 24 };

describe('starting a work', () => {
  it.each<[string, WorkHead[], string | null]>([
    ['nothing before', [], null],
    ['failed, cool-down over to the millisecond', [head('RELEASED', 24, false)], null],
    ['failed, cool-down not over', [head('RELEASED', 23.99, false)], 'WORK_COOLING_DOWN'],
    ['passed', [head('RELEASED', 100, true)], 'WORK_ALREADY_PASSED'],
    ['waits for its mark', [head('SUBMITTED', 100)], 'WORK_WAITING'],
    ['marked and not known: it tells nothing', [head('MARKED', 100, true)], 'WORK_WAITING'],
    ['used up', [head('RELEASED', 100, false), head('RELEASED', 50, false)], 'WORK_ATTEMPTS_USED'],
    [
      'withdrawn after handing in: used up',
      [head('WITHDRAWN', 60), head('RELEASED', 50, false)],
      'WORK_ATTEMPTS_USED',
    ],
    ['withdrawn as a draft: not used up', [head('WITHDRAWN', null), head('RELEASED', 50, false)], null],
    ['voided: neither used up nor cooling down', [head('RELEASED', 50, false), head('VOIDED', 1)], null],
    ['a voided pass is none', [head('VOIDED', 50, true)], null],
  ])('PRA-31 %s', (_, earlier, code) => {
    const start = () => mayWrite(earlier, terms, now);
    if (code === null) expect(start).not.toThrow();
    else expect(start).toThrow(code);
  });
});

describe('what marks come to', () => {
  it.each<[string, { awarded: number; outOf: number }[], number, number | null, boolean]>([
    ['two thirds round up', [{ awarded: 2, outOf: 3 }], 60, 66.67, true],
    ['a third rounds down', [{ awarded: 1, outOf: 3 }], 60, 33.33, false],
    ['exactly the pass mark', [{ awarded: 7, outOf: 10 }], 70, 70, true],
    // 139.75 of 200 is 69.875 %: shown as 69.88, which is not 70.
    ['a half goes up', [{ awarded: 139.75, outOf: 200 }], 70, 69.88, false],
    // 13999.5 of 20000 is 69.9975 %: shown as 70, and not enough all the same.
    ['passing is decided before rounding', [{ awarded: 13_999.5, outOf: 20_000 }], 70, 70, false],
    // 35 of 50.
    [
      'parts add up exactly',
      [
        { awarded: 30.25, outOf: 40 },
        { awarded: 4.75, outOf: 10 },
      ],
      70,
      70,
      true,
    ],
    ['nothing graded', [], 70, null, true],
    ['nothing awarded', [{ awarded: 0, outOf: 10 }], 70, 0, false],
    ['a pass mark of nothing', [{ awarded: 0, outOf: 10 }], 0, 0, true],
  ])('PRA-39 %s', (_, marks, pass, percent, passed) => {
    expect(outcomeOf(marks, pass)).toEqual({ percent, passed });
  });
});

describe('a closing date', () => {
  const dueOn = calendarDateOf('2026-11-30');
  const adjusted = (multiplier: number, extraMinutes: number) => ({ multiplier, extraMinutes });
  // From 23 November 09:00 to the end of the 30th are 7 days and 15 hours: 183 hours; a quarter of it is 45 h 45.
  it.each<[string, Parameters<typeof lateFrom>[1], string | null]>([
    ['none', { dueOn: null, adjustment: adjusted(2, 60) }, null],
    ['the last day is included', { dueOn, adjustment: null }, '2026-12-01T00:00:00.000Z'],
    ['extra minutes', { dueOn, adjustment: adjusted(1, 90) }, '2026-12-01T01:30:00.000Z'],
    ['a multiplier', { dueOn, adjustment: adjusted(1.25, 0) }, '2026-12-02T21:45:00.000Z'],
    ['in summer time', { dueOn: calendarDateOf('2027-06-30'), adjustment: null }, '2027-06-30T23:00:00.000Z'],
    [
      'begun after it',
      { dueOn: calendarDateOf('2026-11-01'), adjustment: adjusted(2, 30) },
      '2026-11-02T00:30:00.000Z',
    ],
  ])('PRA-38 %s', (_, given, expected) => {
    expect(lateFrom(now, given)?.toISOString() ?? null).toBe(expected);
  });
});

describe('the parts of a work', () => {
  const tasks = ['plan', 'costs'].map((key) => ({ key, prompt: englishOnly(key), rubric: [] }));
  const part = (key: string, text: string | null, fileIds: string[] = []) => ({ key, text, fileIds });

  it('PRA-35 are all there, in the order of the tasks', () => {
    const file = '0123456789abcdef01234567';
    const given = [part('costs', null, [file]), part('plan', 'We buy two kiosks.')];
    expect(wholeParts(tasks, given).map(({ key }) => key)).toEqual(['plan', 'costs']);
    for (const short of [[], [part('plan', 'x')], [part('plan', 'x'), part('costs', ' \n ')]])
      expect(() => wholeParts(tasks, short)).toThrow('WORK_PART_EMPTY');
  });

  it.each([
    ['none', []],
    ['one twice', [{ key: 'a' }, { key: 'a' }]],
    ['too long', [{ key: 'a', text: 'x'.repeat(50_001) }]],
    ['no file', [{ key: 'a', fileIds: ['passwd'] }]],
    ['a file twice', [{ key: 'a', fileIds: ['0123456789abcdef01234567', '0123456789abcdef01234567'] }]],
  ])('refuse to be read when malformed: %s', (_, given) => {
    expect(() => readParts(given)).toThrow('wrong form');
    expect(readParts([{ key: 'a', text: 'x'.repeat(50_000) }])).toHaveLength(1);
  });
});

describe('the life of a work', () => {
  const all: WorkState[] = ['DRAFT', 'SUBMITTED', 'MARKED', 'RELEASED', 'WITHDRAWN', 'VOIDED'];
  const leads: Record<WorkState, WorkState[]> = {
    DRAFT: ['SUBMITTED', 'WITHDRAWN', 'VOIDED'],
    SUBMITTED: ['MARKED', 'WITHDRAWN', 'VOIDED'],
    MARKED: ['RELEASED', 'VOIDED'],
    RELEASED: ['VOIDED'],
    WITHDRAWN: [],
    VOIDED: [],
  };

  it.each(all.flatMap((from) => all.map((to) => [from, to] as const)))('PRA-32 %s → %s', (from, to) => {
    const outcome = from === 'MARKED' || from === 'RELEASED' ? { percent: 50, passed: false } : null;
    const work = { state: from, outcome } as Work;
    if (from === to || leads[from].includes(to)) expect(moveWork(work, to).state).toBe(to);
    else
      expect(() => moveWork(work, to)).toThrow(
        to === 'WITHDRAWN' && outcome ? 'WORK_HAS_MARK' : 'WORK_NOT_DRAFT',
      );
  });
});
