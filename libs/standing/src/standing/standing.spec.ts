import type { SkillLevel } from '@app/framework';
import { addDays, calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Evidence, lastValidDayOf } from '../evidence/evidence.js';
import { standingAt } from './standing.js';

const BEGINNING = calendarDateOf('2026-01-01');
const forceId = newId<ForceId>();
const personId = newId<PersonId>();

/** A piece of evidence from the first to the last of these days of 2026, counted from 0, recorded on the day it begins. */
function piece(level: SkillLevel, days: [number, number], more: Partial<Evidence> = {}): Evidence {
  return {
    id: newId(),
    ...{ forceId, personId, skillId: 'DEV-01', level, kind: 'award' },
    title: englishOnly('A course'),
    certification: null,
    sourceId: newId(),
    from: day(days[0]),
    lastValidDay: day(days[1]),
    recordedAt: noon(days[0]),
    ended: null,
    ...more,
  };
}

const day = (number: number) => addDays(BEGINNING, number);
const noon = (number: number) => new Date(Date.UTC(2026, 0, 1 + number, 12));
const LATE = noon(1000);

describe('the last valid day of evidence', () => {
  it.each([
    ['STD-02 is clamped to the month’s end', '2026-01-31', 1, null, '2026-02-28'],
    ['STD-02 is clamped to the end of a leap February', '2027-08-31', 6, null, '2028-02-29'],
    ['STD-02 is the award’s when that is earlier', '2026-01-31', 24, '2027-01-31', '2027-01-31'],
    ['STD-02 is the skill’s own when that is earlier', '2026-03-15', 6, '2027-03-15', '2026-09-15'],
  ])('%s', (_name, from, months, source, expected) => {
    const sourceDay = source === null ? null : calendarDateOf(source);
    expect(lastValidDayOf(calendarDateOf(from), months, sourceDay)).toBe(expected);
  });
});

describe('standing', () => {
  it('STD-04 is level 0 without evidence', () => {
    expect(standingAt([], day(0), LATE)).toEqual({ level: 0, lastValidDay: null, because: [] });
  });

  it('STD-04 holds on the last valid day and not on the day after', () => {
    const award = piece(2, [0, 10]);
    expect(standingAt([award], day(10), LATE).level).toBe(2);
    expect(standingAt([award], day(11), LATE).level).toBe(0);
  });

  it('STD-04 is the highest level that some evidence in date shows, until the last of that evidence', () => {
    const evidence = [piece(2, [0, 50]), piece(3, [5, 20]), piece(3, [6, 15])];
    expect(standingAt(evidence, day(10), LATE)).toMatchObject({ level: 3, lastValidDay: day(20) });
    expect(standingAt(evidence, day(21), LATE)).toMatchObject({ level: 2, lastValidDay: day(50) });
  });

  it('STD-04 falls below the level of a later finding, and rises again on later evidence', () => {
    const award = piece(3, [0, 100]);
    const finding = piece(2, [10, 100], { kind: 'negative' });
    const again = piece(2, [20, 100], { kind: 'observed' });
    expect(standingAt([award, finding], day(10), LATE).level).toBe(1);
    expect(standingAt([award, finding, again], day(20), LATE).level).toBe(2);
  });

  it('STD-04 lets the later record decide on one day, and the finding at one instant', () => {
    const award = piece(2, [5, 100]);
    const later = piece(2, [5, 100], { kind: 'negative', recordedAt: noon(6) });
    const atOnce = piece(2, [5, 100], { kind: 'negative' });
    expect(standingAt([award, later], day(7), noon(5)).level).toBe(2);
    expect(standingAt([award, later], day(7), noon(6)).level).toBe(1);
    expect(standingAt([award, atOnce], day(7), LATE).level).toBe(1);
  });

  it('STD-04 knows nothing that was recorded or withdrawn later', () => {
    const award = piece(2, [0, 100], { recordedAt: noon(10), ended: { at: noon(20), how: 'withdrawn' } });
    expect(standingAt([award], day(5), noon(9)).level).toBe(0);
    expect(standingAt([award], day(5), noon(19)).level).toBe(2);
    expect(standingAt([award], day(5), noon(20)).level).toBe(0);
  });

  it('STD-04 explains every known piece in both languages, newest first', () => {
    const evidence = [
      piece(1, [0, 5]),
      piece(1, [1, 100]),
      piece(2, [2, 90], { ended: { at: noon(3), how: 'superseded' } }),
      piece(2, [3, 90]),
      piece(4, [4, 90], { kind: 'negative' }),
      piece(1, [50, 90]),
    ];
    const { because } = standingAt(evidence, day(10), LATE);
    expect(because.map(({ counts, evidence: { from } }) => [from, counts])).toEqual([
      [day(50), false],
      [day(4), true],
      [day(3), true],
      [day(2), false],
      [day(1), false],
      [day(0), false],
    ]);
    expect(because[0]?.why.en).toBe('Does not count on this day: it begins on 20 February 2026.');
    expect(because[2]?.why.en).toBe('Counts: it shows level 2 and is in date until the end of 1 April 2026.');
    expect(because[2]?.why.cy).toContain('1 Ebrill 2026');
    expect(because[5]?.why.en).toBe('Does not count on this day: its last valid day was 6 January 2026.');
  });

  it('STD-04 agrees with a naive second implementation', () => {
    fc.assert(
      fc.property(fc.array(anyPiece, { maxLength: 8 }), fc.nat(40), fc.nat(50), (evidence, asAt, knownAt) => {
        const standing = standingAt(evidence, day(asAt), noon(knownAt));
        expect(standing.level).toBe(naiveLevel(evidence, asAt, knownAt));
        const heldDays = Array.from({ length: 90 }, (_, ahead) => asAt + ahead);
        const known = evidence.filter(({ from }) => from <= day(asAt));
        const lost = heldDays.find((on) => naiveLevel(known, on, knownAt) < standing.level) ?? asAt;
        const findings = evidence.some(({ kind }) => kind === 'negative');
        if (standing.level > 0 && !findings) expect(standing.lastValidDay).toBe(day(lost - 1));
        expect(standing.because.length).toBe(
          evidence.filter(({ recordedAt }) => recordedAt <= noon(knownAt)).length,
        );
      }),
      { numRuns: 400 },
    );
  });
});

const anyPiece = fc
  .record({
    level: fc.constantFrom<SkillLevel[]>(1, 2, 3, 4),
    from: fc.nat(30),
    length: fc.nat(25),
    delay: fc.nat(10),
    endedAfter: fc.option(fc.nat(20)),
    negative: fc.boolean(),
  })
  .map(({ level, from, length, delay, endedAfter, negative }) =>
    piece(level, [from, from + length], {
      kind: negative ? 'negative' : 'award',
      recordedAt: noon(from + delay),
      ended: endedAfter === null ? null : { at: noon(from + delay + endedAfter), how: 'withdrawn' },
    }),
  );

/** Walks through the pieces in the order of time and lets each overwrite, level by level, what stood before. */
function naiveLevel(evidence: readonly Evidence[], asAt: number, knownAt: number): number {
  const held = new Map<number, boolean>();
  const inOrder = evidence
    .filter((one) => one.recordedAt.getTime() <= noon(knownAt).getTime())
    .filter((one) => one.ended === null || one.ended.at.getTime() > noon(knownAt).getTime())
    .filter((one) => one.from <= day(asAt) && day(asAt) <= one.lastValidDay)
    .map((one) => ({
      one,
      order: `${one.from} ${one.recordedAt.toISOString()} ${one.kind === 'negative' ? 1 : 0}`,
    }))
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  for (const { one } of inOrder) {
    for (let level = 1; level <= 4; level++) {
      if (one.kind === 'negative' && level >= one.level) held.set(level, false);
      if (one.kind !== 'negative' && level <= one.level) held.set(level, true);
    }
  }
  return Math.max(0, ...[...held].flatMap(([level, holds]) => (holds ? [level] : [])));
}
