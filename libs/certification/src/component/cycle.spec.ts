import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import type { AwardId } from '../award/award.js';
import { nextCycle, opensNextCycle, split, statusOf, withCorrection, withOutcome } from './cycle.js';
import { type AwardTerms, areEnough, COMPLETION, completedOn, type Outcome, termsOf } from './outcome.js';

const person = newId<PersonId>();
const fresh = nextCycle({ personId: person, courseCode: 'DEV-101' }, null);
const day = calendarDateOf;
const got = (componentKey: string, on: string, more: Partial<Outcome> = {}): Outcome => ({
  ...{
    componentKey,
    sourceId: `${componentKey}-${on}`,
    versionId: 'v',
    on: day(on),
    percent: 80,
    passed: true,
  },
  ...{ counts: true, asOf: new Date(`${on}T18:00:00Z`), ...more },
});
const hurdle = (key: string, validityMonths: number | null = null) => ({ key, weight: null, validityMonths });
const share = (key: string, weight: number, validityMonths: number | null = null) => ({
  ...{ key, weight, validityMonths },
});
const terms = (...components: AwardTerms['components'][number][]): AwardTerms => ({
  components,
  passPercent: 70,
});
const both = terms(hurdle('paper'), hurdle('observed'));

describe('what is enough for an award', () => {
  it('CRT-04 CRT-50 all hurdles passed, in any order of arrival, on the day of the last', () => {
    const late = [got('observed', '2026-12-02')];
    expect(completedOn(late, both)).toBeNull();
    expect(completedOn([...late, got('paper', '2026-11-23')], both)).toBe('2026-12-02');
    expect(completedOn([], both)).toBeNull();
  });

  it('CRT-50 a hurdle asks for a pass of its own, whatever the other percents are', () => {
    const mixed = terms(hurdle('observed'), share('paper', 100));
    const failed = got('observed', '2026-11-23', { passed: false, percent: 99 });
    expect(completedOn([failed, got('paper', '2026-11-23', { percent: 100 })], mixed)).toBeNull();
    const ungraded = got('observed', '2026-11-24', { percent: null });
    expect(completedOn([failed, ungraded, got('paper', '2026-11-23')], mixed)).toBe('2026-11-24');
  });

  it('CRT-51 weighs percents exactly: at the pass mark it is enough, a hundredth below it is not', () => {
    // 0.6 x 65 + 0.4 x 77.5 = 39 + 31 = 70
    const shares = terms(share('paper', 60), share('project', 40));
    const paper = got('paper', '2026-11-23', { percent: 65, passed: false });
    const project = (percent: number) => got('project', '2026-11-25', { percent });
    expect(completedOn([paper, project(77.5)], shares)).toBe('2026-11-25');
    // 0.6 x 65 + 0.4 x 77.49 = 69.996
    expect(completedOn([paper, project(77.49)], shares)).toBeNull();
    expect(completedOn([project(100)], shares)).toBeNull();
    expect(completedOn([paper, got('project', '2026-11-25', { percent: null })], shares)).toBeNull();
  });

  it('CRT-51 thirds: 33, 33 and 34 parts of 70, 70 and 70 are 70', () => {
    const thirds = terms(share('a', 33), share('b', 33), share('c', 34));
    const all = ['a', 'b', 'c'].map((key) => got(key, '2026-11-23', { percent: 70 }));
    expect(areEnough(all, thirds, day('2026-11-23'))).toBe(true);
  });

  it('CRT-52 counts the best of a component, not the last, and nothing that was voided', () => {
    const shares = terms(share('paper', 50), share('project', 50));
    const good = got('paper', '2026-11-20', { percent: 90 });
    const worse = got('paper', '2026-11-21', { percent: 40, passed: false });
    const project = got('project', '2026-11-23', { percent: 50, passed: false });
    // (90 + 50) / 2 = 70
    expect(completedOn([good, worse, project], shares)).toBe('2026-11-23');
    expect(completedOn([{ ...good, counts: false }, worse, project], shares)).toBeNull();
  });

  it('CRT-53 counts a result up to the last day of its component’s own validity, included', () => {
    const six = terms(hurdle('paper', 6), hurdle('observed'));
    const paper = got('paper', '2026-08-31');
    // Six months after 31 August is the last of February: 28 February 2027.
    expect(completedOn([paper, got('observed', '2027-02-28')], six)).toBe('2027-02-28');
    expect(completedOn([paper, got('observed', '2027-03-01')], six)).toBeNull();
    const again = got('paper', '2027-03-05');
    expect(completedOn([paper, got('observed', '2027-03-01'), again], six)).toBe('2027-03-05');
  });

  it('CRT-53 a share past its validity counts no percent', () => {
    const shares = terms(share('paper', 50, 3), share('project', 50));
    const old = got('paper', '2026-01-10', { percent: 100 });
    const newer = got('paper', '2026-06-01', { percent: 60, passed: false });
    const project = got('project', '2026-06-02', { percent: 75 });
    // (60 + 75) / 2 = 67.5; with the old 100 it would have been 87.5.
    expect(completedOn([old, newer, project], shares)).toBeNull();
    expect(completedOn([old, got('project', '2026-04-10', { percent: 40, passed: false })], shares)).toBe(
      '2026-04-10',
    );
  });

  it('CRT-04 asks for completion alone where a version has no components', () => {
    const assessment = { passPercent: 75, maxAttempts: 3, coolDownHours: 24, limitMinutes: 30 };
    const title = { en: 'Paper', cy: null, cyState: 'absent' } as const;
    expect(termsOf({ components: [], assessment }).components).toEqual([hurdle(COMPLETION)]);
    const components = [
      { key: 'paper', kind: 'paper', title, hurdle: false, weight: 100, graded: true, validityMonths: 12 },
      { key: 'observed', kind: 'observed-practical', title, hurdle: true, weight: null, graded: true },
    ];
    expect(termsOf({ components, assessment })).toEqual({
      ...{ components: [share('paper', 100, 12), hurdle('observed')], passPercent: 75 },
    });
  });
});

describe('a cycle', () => {
  it('CRT-56 knows a source: another word about it changes nothing, an older correction neither', () => {
    const once = withOutcome(fresh, got('paper', '2026-11-23', { sourceId: 'a' }));
    expect(withOutcome(once, got('paper', '2026-11-24', { sourceId: 'a', passed: false }))).toBe(once);
    const corrected = withCorrection(
      once,
      got('paper', '2026-11-23', { sourceId: 'a', percent: 60, passed: false }),
    );
    expect(corrected.outcomes).toMatchObject([{ sourceId: 'a', percent: 60, passed: false }]);
    const older = got('paper', '2026-11-23', { sourceId: 'a', asOf: new Date('2026-11-22T09:00:00Z') });
    expect(withCorrection(corrected, older)).toBe(corrected);
    const voided = got('paper', '2026-12-24', { sourceId: 'a', counts: false });
    expect(withCorrection(once, voided).outcomes).toMatchObject([{ on: '2026-11-23', counts: false }]);
    expect(withCorrection(fresh, voided).outcomes).toHaveLength(1);
  });

  it('CRT-05 is followed by another only after work on a later day than its award', () => {
    const over = { ...fresh, awardId: newId<AwardId>(), awardedOn: day('2026-11-23') };
    expect(opensNextCycle(over, day('2026-11-22'))).toBe(false);
    expect(opensNextCycle(over, day('2026-11-23'))).toBe(false);
    expect(opensNextCycle(over, day('2026-11-24'))).toBe(true);
    expect(nextCycle(over, over)).toMatchObject({ cycle: 2, outcomes: [], awardId: null });
  });

  it('CRT-57 hands what was done after the day of its award to the next cycle', () => {
    const outcomes = [got('paper', '2026-11-23'), got('paper', '2026-12-24'), got('observed', '2026-11-25')];
    const { finished, onwards } = split({ ...fresh, outcomes }, day('2026-11-25'));
    expect(finished.outcomes.map(({ on }) => on)).toEqual(['2026-11-23', '2026-11-25']);
    expect(onwards).toMatchObject({ cycle: 2, revision: 0, outcomes: [{ on: '2026-12-24' }] });
    expect(split(finished, day('2026-11-25')).onwards).toBeNull();
  });

  it('CRT-53 tells how each component stands', () => {
    const title = { en: 'Paper', cy: null, cyState: 'absent' } as const;
    const required = [
      { key: 'paper', kind: 'paper', title, weight: 60, validityMonths: 12 },
      { key: 'observed', kind: 'observed-practical', title, weight: null, validityMonths: null },
    ];
    const twice = withOutcome(
      withOutcome(fresh, got('paper', '2026-11-23', { percent: 62.5 })),
      got('paper', '2026-11-30', { percent: 61 }),
    );
    const voided = withOutcome(twice, got('observed', '2026-11-24', { counts: false }));
    expect(statusOf(voided, required)).toEqual([
      {
        ...{ key: 'paper', kind: 'paper', title, weight: 60, passed: true, passedOn: '2026-11-23' },
        ...{ percent: 62.5, countsUntil: '2027-11-30' },
      },
      {
        ...{
          key: 'observed',
          kind: 'observed-practical',
          title,
          weight: null,
          passed: false,
          passedOn: null,
        },
        ...{ percent: null, countsUntil: null },
      },
    ]);
    expect(statusOf(null, required).some(({ passed }) => passed)).toBe(false);
  });
});
