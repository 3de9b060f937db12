import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import type { AwardId } from '../award/award.js';
import {
  COMPLETION,
  completedOn,
  nextCycle,
  opensNextCycle,
  requiredKeys,
  statusOf,
  withOutcome,
} from './cycle.js';

const person = newId<PersonId>();
const fresh = nextCycle({ personId: person, courseCode: 'DEV-101' }, null);
const passed = (componentKey: string, day: string, sourceId = 'a') => ({
  componentKey,
  sourceId,
  versionId: 'v',
  passedOn: calendarDateOf(day),
});

describe('a cycle', () => {
  it('CRT-04 is complete when all components are, in any order of arrival, on the day of the last', () => {
    const late = withOutcome(fresh, passed('observed', '2026-12-02'));
    expect(completedOn(late, ['paper', 'observed'])).toBeNull();
    const both = withOutcome(late, passed('paper', '2026-11-23'));
    expect(completedOn(both, ['paper', 'observed'])).toBe('2026-12-02');
    expect(completedOn(withOutcome(fresh, passed('paper', '2026-11-23')), ['paper', 'observed'])).toBeNull();
    expect(completedOn(fresh, ['paper'])).toBeNull();
  });

  it('CRT-04 counts the first pass of a component', () => {
    const once = withOutcome(fresh, passed('paper', '2026-11-23'));
    expect(withOutcome(once, passed('paper', '2026-12-24', 'b'))).toBe(once);
  });

  it('CRT-04 asks for completion alone where a version has no components', () => {
    expect(requiredKeys({ components: [] })).toEqual([COMPLETION]);
    expect(requiredKeys({ components: [{ key: 'paper' }] })).toEqual(['paper']);
  });

  it('CRT-05 is followed by another only after a pass on a later day than its award', () => {
    const over = { ...fresh, awardId: newId<AwardId>(), awardedOn: calendarDateOf('2026-11-23') };
    expect(opensNextCycle(over, calendarDateOf('2026-11-22'))).toBe(false);
    expect(opensNextCycle(over, calendarDateOf('2026-11-23'))).toBe(false);
    expect(opensNextCycle(over, calendarDateOf('2026-11-24'))).toBe(true);
    expect(nextCycle(over, over)).toMatchObject({ cycle: 2, outcomes: [], awardId: null });
  });

  it('tells how each component stands', () => {
    const title = { en: 'Paper', cy: null, cyState: 'absent' } as const;
    const required = [
      { key: 'paper', kind: 'paper', title },
      { key: 'observed', kind: 'observed-practical', title },
    ];
    const one = withOutcome(fresh, passed('paper', '2026-11-23'));
    expect(statusOf(one, required).map(({ key, passed: is, passedOn }) => [key, is, passedOn])).toEqual([
      ['paper', true, '2026-11-23'],
      ['observed', false, null],
    ]);
    expect(statusOf(null, required).some(({ passed: is }) => is)).toBe(false);
  });
});
