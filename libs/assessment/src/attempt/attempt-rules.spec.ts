import { describe, expect, it } from '@jest/globals';
import { USUAL_POLICY } from '../paper/blueprint.js';
import { stateAt } from '../sitting/sitting.js';
import { isSameAnswer, readAnswer } from './answer.js';
import type { AttemptHead } from './attempt-rules.js';
import { deadlineOf, endOf, isLate, isOver, nextAttemptFrom } from './attempt-rules.js';
import { isOpenNow, mayTryAgain } from './start-rules.js';

const at = (time: string) => new Date(`2026-11-23T${time}Z`);

describe('the deadline', () => {
  it.each([
    ['the limit ends first', '10:00:00', '12:00:00', '10:35:00'],
    ['the window closes first', '11:50:00', '12:00:00', '12:00:00'],
    ['both at once', '11:25:00', '12:00:00', '12:00:00'],
  ])('ASM-28 is the earlier of limit and closing: %s', (_case, start, closes, deadline) => {
    expect(deadlineOf(at(start), { limitMinutes: 35, closesAt: at(closes) })).toEqual(at(deadline));
  });

  it('ASM-28 is not cut by the closing where extra time was granted', () => {
    expect(deadlineOf(at('11:50:00'), { limitMinutes: 70, closesAt: null })).toEqual(at('13:00:00'));
  });

  it('ASM-30 is itself too late; the instant before is not', () => {
    expect(isLate({ deadline: at('10:35:00') }, at('10:34:59.999'))).toBe(false);
    expect(isLate({ deadline: at('10:35:00') }, at('10:35:00'))).toBe(true);
  });

  it('ASM-30 is followed by grace only under GRACE', () => {
    const grace = { ...USUAL_POLICY, atDeadline: 'GRACE' as const, graceMinutes: 5 };
    expect(endOf(at('10:35:00'), grace)).toEqual(at('10:40:00'));
    expect(endOf(at('10:35:00'), { ...USUAL_POLICY, graceMinutes: 5 })).toEqual(at('10:35:00'));
    expect(isOver({ state: 'OPEN', endsAt: at('10:40:00') }, at('10:39:59'))).toBe(false);
    expect(isOver({ state: 'OPEN', endsAt: at('10:40:00') }, at('10:40:00'))).toBe(true);
    expect(isOver({ state: 'RELEASED', endsAt: at('10:40:00') }, at('11:00:00'))).toBe(false);
  });
});

describe('the cool-down', () => {
  it.each([
    ['handed in early', '10:20:00', '10:20:00'],
    ['handed in at the limit', '10:35:00', '10:35:00'],
    ['closed late by a sweep', '18:00:00', '10:35:00'],
  ])('ASM-25 runs from the earlier of finish and start + limit: %s', (_case, finished, from) => {
    const last = { startedAt: at('10:00:00'), finishedAt: at(finished), limitMinutes: 35 };
    expect(nextAttemptFrom(last, 24).getTime()).toBe(at(from).getTime() + 24 * 3_600_000);
  });
});

describe('another attempt', () => {
  const terms = { maxAttempts: 2, coolDownHours: 24 };
  const past = (more: Partial<AttemptHead>) =>
    ({
      state: 'RELEASED',
      startedAt: at('10:00:00'),
      finishedAt: at('10:20:00'),
      terms: { limitMinutes: 35 },
      marks: { passed: false },
      ...more,
    }) as AttemptHead;
  const dayLater = new Date('2026-11-24T10:20:00Z');

  it('ASM-25 waits for the cool-down to the instant', () => {
    const early = new Date(dayLater.getTime() - 1);
    expect(() => mayTryAgain([past({})], terms, early)).toThrow('COOLING_DOWN');
    expect(() => mayTryAgain([past({})], terms, dayLater)).not.toThrow();
  });

  it('ASM-24 is refused when all are used up, an abandoned one among them', () => {
    const all = [past({}), past({ state: 'ABANDONED', marks: null })];
    expect(() => mayTryAgain(all, terms, dayLater)).toThrow('NO_ATTEMPTS_LEFT');
  });

  it('ASM-26 is refused after a released pass, and a pass not yet released tells nothing', () => {
    const marks = { passed: true } as AttemptHead['marks'];
    expect(() => mayTryAgain([past({ marks })], terms, dayLater)).toThrow('ALREADY_PASSED');
    expect(() => mayTryAgain([past({ marks, state: 'MARKED' })], terms, dayLater)).not.toThrow();
  });
});

describe('the window', () => {
  const window = { state: 'SCHEDULED' as const, opensAt: at('10:00:00'), closesAt: at('12:00:00') };

  it.each([
    ['09:59:59.999', 'SCHEDULED'],
    ['10:00:00', 'OPEN'],
    ['11:59:59.999', 'OPEN'],
    ['12:00:00', 'CLOSED'],
  ])('ASM-22 at %s is %s, whatever has been recorded', (time, state) => {
    expect(stateAt(window, at(time))).toBe(state);
    expect(stateAt({ ...window, state: 'CANCELLED' }, at(time))).toBe('CANCELLED');
  });

  it('ASM-22 refuses a start before it, and ASM-14 after it', () => {
    const sitting = window as Parameters<typeof isOpenNow>[0];
    expect(() => isOpenNow(sitting, at('09:59:00'))).toThrow('SITTING_NOT_OPEN');
    expect(() => isOpenNow(sitting, at('12:00:00'))).toThrow('SITTING_CLOSED');
  });
});

describe('an answer', () => {
  it.each([
    ['nothing', {}],
    ['two at once', { text: 'x', number: 1 }],
    ['a choice twice', { choices: ['a', 'a'] }],
    ['an empty choice', { choices: [''] }],
    ['too many choices', { choices: Array.from({ length: 51 }, (_, place) => `o${place}`) }],
    [
      'a pair twice',
      {
        pairs: [
          { left: 'a', right: 'x' },
          { left: 'a', right: 'x' },
        ],
      },
    ],
    ['no finite number', { number: Number.POSITIVE_INFINITY }],
    [
      'a gap twice',
      {
        gaps: [
          { id: 'g', text: '1' },
          { id: 'g', text: '2' },
        ],
      },
    ],
    [
      'gaps too long together',
      {
        gaps: [
          { id: 'g', text: 'x'.repeat(2501) },
          { id: 'h', text: 'x'.repeat(2500) },
        ],
      },
    ],
    ['a point nowhere', { point: { x: Number.NaN, y: 0 } }],
    ['a file that has no id of ours', { fileIds: ['passwd'] }],
    ['a file twice', { fileIds: ['a'.repeat(24), 'a'.repeat(24)] }],
    ['a text too long', { text: 'x'.repeat(5001) }],
  ])('is malformed with %s', (_what, input) => {
    expect(() => readAnswer(input)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'answer' }),
    );
  });

  it('may be emptied again', () => {
    expect(readAnswer({ choices: [] })).toEqual({ choices: [] });
    expect(readAnswer({ text: '' })).toEqual({ text: '' });
  });

  it('is the same when it says the same: order counts in choices, not in pairs', () => {
    const [ax, by] = [
      { left: 'a', right: 'x' },
      { left: 'b', right: 'y' },
    ];
    expect(isSameAnswer({ pairs: [ax, by] }, { pairs: [by, ax] })).toBe(true);
    expect(isSameAnswer({ choices: ['a', 'b'] }, { choices: ['b', 'a'] })).toBe(false);
    expect(isSameAnswer({ text: '1' }, { number: 1 })).toBe(false);
  });
});
