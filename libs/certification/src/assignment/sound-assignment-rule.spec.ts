import type { UnitId } from '@app/identity';
import { calendarDateOf as day } from '@app/platform/clock/calendar.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import type { AssignmentTerms, Condition, DueRule } from './assignment-rule.js';
import { refuseUnsound, titleOf } from './sound-assignment-rule.js';

const TODAY = day('2026-11-23');
const PCS: Condition = { kind: 'rank', rankIds: ['pc'] };
const terms = (more: Partial<AssignmentTerms>): AssignmentTerms => ({
  audience: { match: 'all', conditions: [PCS] },
  ...{ due: null, minimumDays: 0, recheck: true, ...more },
});
const of = (...conditions: Condition[]) => terms({ audience: { match: 'any', conditions } });
const due = (rule: DueRule) => terms({ due: rule });
const after = (months: number, days: number, base: 'rule' | 'expiry' = 'rule'): DueRule => ({
  ...{ kind: 'after', base, months, days },
});

const REFUSED: readonly (readonly [string, AssignmentTerms, string])[] = [
  ['no condition', of(), 'ASSIGNMENT_AUDIENCE_EMPTY'],
  ['eleven conditions', of(...Array.from({ length: 11 }, () => PCS)), 'ASSIGNMENT_AUDIENCE_EMPTY'],
  ['no unit', of({ kind: 'unit', unitIds: [] }), 'ASSIGNMENT_AUDIENCE_EMPTY'],
  ['no rank', of({ kind: 'rank', rankIds: [] }), 'ASSIGNMENT_AUDIENCE_EMPTY'],
  ['no role', of(PCS, { kind: 'role', roleIds: [] }), 'ASSIGNMENT_AUDIENCE_EMPTY'],
  ['any start', of({ kind: 'posted', since: null, withinDays: null }), 'ASSIGNMENT_AUDIENCE_EMPTY'],
  ['no skill', of({ kind: 'gap', skillId: '', level: null }), 'ASSIGNMENT_AUDIENCE_EMPTY'],
  ['no award', of({ kind: 'expiring', code: '', withinDays: 3 }), 'ASSIGNMENT_AUDIENCE_EMPTY'],
  ['too many days', of({ kind: 'posted', since: null, withinDays: 3661 }), 'ASSIGNMENT_DAYS_WRONG'],
  ['days below none', of({ kind: 'expiring', code: 'X-1', withinDays: -1 }), 'ASSIGNMENT_DAYS_WRONG'],
  ['more than a year of minimum', terms({ minimumDays: 366 }), 'ASSIGNMENT_DAYS_WRONG'],
  ['half a day', terms({ minimumDays: 0.5 }), 'ASSIGNMENT_DAYS_WRONG'],
  ['yesterday', due({ kind: 'fixed', on: day('2026-11-22') }), 'ASSIGNMENT_DUE_PAST'],
  ['months beyond ten years', due(after(121, 0)), 'ASSIGNMENT_DAYS_WRONG'],
  ['days before the rule', due(after(0, -1)), 'ASSIGNMENT_DAYS_WRONG'],
  ['an expiry that nobody looks at', due(after(0, -14, 'expiry')), 'ASSIGNMENT_DUE_BASELESS'],
];

describe('the terms of a rule', () => {
  it.each(REFUSED)('CRT-61 CRT-63 with %s are refused', (_, wrong, code) => {
    expect(() => refuseUnsound(wrong, TODAY)).toThrow(code);
  });

  it('CRT-61 that say something, with dates that can be, are taken', () => {
    const expiring: Condition = { kind: 'expiring', code: 'OLH-101', withinDays: 60 };
    const sound = [
      of({ kind: 'unit', unitIds: [newId<UnitId>()] }, PCS, expiring),
      due({ kind: 'fixed', on: TODAY }),
      { ...of(expiring), due: after(0, -14, 'expiry') },
      terms({ minimumDays: 365 }),
    ];
    for (const each of sound) expect(() => refuseUnsound(each, TODAY)).not.toThrow();
  });

  it('CRT-61 have a title', () => {
    expect(titleOf('  New   constables ')).toBe('New constables');
    for (const title of ['', ' ', 'x'.repeat(201)])
      expect(() => titleOf(title)).toThrow('ASSIGNMENT_TITLE_MISSING');
  });
});
