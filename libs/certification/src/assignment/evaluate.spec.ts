import type { UnitId } from '@app/identity';
import { type CalendarDate, calendarDateOf as day } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import type { Assignment, ExceptionAnswer } from './assignment.js';
import type {
  AssignmentRuleId,
  AssignmentTerms,
  Condition,
  DueRule,
  RuleInForce,
} from './assignment-rule.js';
import { caughtBy, type PersonFacts } from './audience.js';
import { dueDateOf } from './due-date.js';
import { type EvaluationGround, evaluate } from './evaluate.js';

const TODAY = day('2026-11-23');
const [FORCE, NORTH, SOUTH] = [newId<UnitId>(), newId<UnitId>(), newId<UnitId>()];
const NEEDS = new Map([['response-officer', new Map([['DEV-01', 2]])]]);

const posting = (more: Partial<PersonFacts['postings'][number]> = {}) => ({
  ...{ unitId: NORTH, unitPath: [FORCE, NORTH], rankId: 'pc', roleId: 'response-officer' },
  ...{ from: day('2026-01-01'), ...more },
});
const person = (more: Partial<PersonFacts> = {}): PersonFacts => ({
  ...{ personId: newId<PersonId>(), postings: [posting()], leaves: [] },
  ...{ levels: new Map(), expiries: new Map(), ...more },
});
const at = { today: TODAY, startsOn: day('2026-11-01'), needs: NEEDS };

const expiring = (withinDays: number): Condition => ({ kind: 'expiring', code: 'OLH-101', withinDays });
const held = (until: string) => person({ expiries: new Map([['OLH-101', day(until)]]) });
const posted = (from: string) => person({ postings: [posting({ from: day(from) })] });
const gap = (level: number | null): Condition => ({ kind: 'gap', skillId: 'DEV-01', level });
const atLevel = (level: number) => person({ levels: new Map([['DEV-01', level]]) });

const CASES: readonly (readonly [string, Condition, PersonFacts, boolean])[] = [
  ['posted in the unit', { kind: 'unit', unitIds: [NORTH] }, person(), true],
  ['posted below the unit', { kind: 'unit', unitIds: [FORCE] }, person(), true],
  ['posted elsewhere', { kind: 'unit', unitIds: [SOUTH] }, person(), false],
  ['posted nowhere', { kind: 'unit', unitIds: [FORCE] }, person({ postings: [] }), false],
  ['no unit named', { kind: 'unit', unitIds: [] }, person(), false],
  ['of the rank', { kind: 'rank', rankIds: ['sgt', 'pc'] }, person(), true],
  ['of another rank', { kind: 'rank', rankIds: ['sgt'] }, person(), false],
  ['in the role', { kind: 'role', roleIds: ['response-officer'] }, person(), true],
  ['in another role', { kind: 'role', roleIds: ['pcso'] }, person(), false],
  ['since the day', { kind: 'posted', since: TODAY, withinDays: null }, posted('2026-11-23'), true],
  ['the day before it', { kind: 'posted', since: TODAY, withinDays: null }, posted('2026-11-22'), false],
  ['thirty days ago', { kind: 'posted', since: null, withinDays: 30 }, posted('2026-10-24'), true],
  ['thirty-one days ago', { kind: 'posted', since: null, withinDays: 30 }, posted('2026-10-23'), false],
  ['a start that says nothing', { kind: 'posted', since: null, withinDays: null }, person(), false],
  ['below the role’s level', gap(null), atLevel(1), true],
  ['at the role’s level', gap(null), atLevel(2), false],
  ['in a role that needs none', gap(null), person({ postings: [posting({ roleId: 'pcso' })] }), false],
  ['below the level asked', gap(3), atLevel(2), true],
  ['at the level asked', gap(3), atLevel(3), false],
  ['level asked, role needs none', gap(1), person({ postings: [posting({ roleId: 'pcso' })] }), true],
  ['runs out on the last day within', expiring(30), held('2026-12-23'), true],
  ['runs out a day later', expiring(30), held('2026-12-24'), false],
  ['ran out since the rule was on', expiring(30), held('2026-11-01'), true],
  ['ran out before', expiring(30), held('2026-10-31'), false],
  ['never awarded', expiring(30), person(), false],
];

describe('an audience', () => {
  it.each(CASES)('CRT-62 %s', (_, condition, who, isCaught) => {
    for (const match of ['all', 'any'] as const)
      expect(caughtBy({ match, conditions: [condition] }, who, at) !== null).toBe(isCaught);
  });

  it('CRT-62 without a condition catches nobody, whichever way they go together', () => {
    for (const match of ['all', 'any'] as const)
      expect(caughtBy({ match, conditions: [] }, person(), at)).toBeNull();
  });

  it('CRT-62 of all conditions wants them of one and the same posting', () => {
    const conditions: Condition[] = [
      { kind: 'unit', unitIds: [NORTH] },
      { kind: 'rank', rankIds: ['sgt'] },
    ];
    const south = posting({ unitId: SOUTH, unitPath: [FORCE, SOUTH], rankId: 'sgt' });
    const split = person({ postings: [posting(), south] });
    expect(caughtBy({ match: 'all', conditions }, split, at)).toBeNull();
    expect(caughtBy({ match: 'any', conditions }, split, at)).not.toBeNull();
    const both = person({ postings: [posting({ rankId: 'sgt' })] });
    expect(caughtBy({ match: 'all', conditions }, both, at)?.unitId).toBe(NORTH);
  });

  it('CRT-62 of all conditions wants the award too', () => {
    const conditions: Condition[] = [{ kind: 'rank', rankIds: ['pc'] }, expiring(30)];
    expect(caughtBy({ match: 'all', conditions }, held('2026-12-01'), at)?.expires).toBe('2026-12-01');
    expect(caughtBy({ match: 'all', conditions }, person(), at)).toBeNull();
  });
});

const caught = { unitId: NORTH, postingFrom: day('2026-08-31'), expires: day('2027-01-31') };
const after = (base: 'posting' | 'rule' | 'expiry', months: number, days: number): DueRule => ({
  ...{ kind: 'after', base, months, days },
});

const DUES: readonly (readonly [
  string,
  DueRule,
  { from: string; to: string | null } | null,
  string | null,
])[] = [
  ['no date', null, null, null],
  ['a fixed day', { kind: 'fixed', on: day('2027-03-31') }, null, '2027-03-31'],
  [
    'a fixed day, ten days of leave',
    { kind: 'fixed', on: day('2027-03-31') },
    { from: '2027-01-01', to: '2027-01-10' },
    '2027-04-10',
  ],
  [
    'a fixed day, leave before the rule caught them',
    { kind: 'fixed', on: day('2027-03-31') },
    { from: '2026-01-01', to: '2026-02-01' },
    '2027-03-31',
  ],
  ['a month after 31 August is 30 September', after('posting', 1, 0), null, '2026-09-30'],
  ['months, then days', after('posting', 6, 1), null, '2027-03-01'],
  ['after the rule’s first day', after('rule', 0, 90), null, '2027-01-30'],
  [
    'after the rule’s first day, leave of five days',
    after('rule', 0, 90),
    { from: '2026-11-10', to: '2026-11-14' },
    '2027-02-04',
  ],
  ['a fortnight before the award ends', after('expiry', 0, -14), null, '2027-01-17'],
  [
    'leave is in an award’s day already',
    after('expiry', 0, -14),
    { from: '2026-11-10', to: '2026-11-14' },
    '2027-01-17',
  ],
];

describe('a due date', () => {
  it.each(DUES)('CRT-63 CRT-64 %s', (_, due, leave, expected) => {
    const leaves =
      leave === null ? [] : [{ from: day(leave.from), to: leave.to === null ? null : day(leave.to) }];
    const ground = { caught, startsOn: day('2026-11-01'), caughtOn: TODAY, leaves, today: TODAY };
    expect(dueDateOf(due, ground)).toBe(expected);
  });

  it('CRT-63 that counts from what is not there is none', () => {
    const ground = { startsOn: TODAY, caughtOn: TODAY, leaves: [], today: TODAY };
    const nobody = { unitId: null, postingFrom: null, expires: null };
    expect(dueDateOf(after('posting', 1, 0), { caught: nobody, ...ground })).toBeNull();
  });
});

const PCS: AssignmentTerms = {
  audience: { match: 'all', conditions: [{ kind: 'rank', rankIds: ['pc'] }] },
  ...{ due: null, minimumDays: 0, recheck: true },
};
function rule(terms: Partial<AssignmentTerms> = {}, more: Partial<RuleInForce> = {}): RuleInForce {
  const version = { ...PCS, ...terms, number: 1, by: null, at: new Date(0) };
  return {
    ...{ id: newId<AssignmentRuleId>(), code: 'OLH-101', version, startsOn: TODAY },
    ...{ leftOut: new Set<PersonId>(), isPaused: false, ...more },
  };
}
const ground = (rules: RuleInForce[], today: CalendarDate = TODAY): EvaluationGround => ({
  ...{ today, needs: NEEDS, rules },
});
/** As saved: what there is after looking. */
function look(who: PersonFacts, there: readonly Assignment[], on: EvaluationGround): Assignment[] {
  const changed = evaluate(who, there, on).map(({ after: now }) => ({ ...now, revision: now.revision + 1 }));
  return [...there.filter(({ code }) => !changed.some((each) => each.code === code)), ...changed];
}
const SERGEANT = [posting({ rankId: 'sgt' })];
const soon: DueRule = { kind: 'fixed', on: day('2026-12-03') };

describe('an evaluation', () => {
  it('CRT-65 makes one assignment of two rules, with the strictest date', () => {
    const rules = [
      rule({ due: { kind: 'fixed', on: day('2027-06-01') } }),
      rule({ due: { kind: 'fixed', on: day('2027-03-01') } }),
    ];
    const [only, ...others] = look(person(), [], ground(rules));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ state: 'assigned', dueOn: '2027-03-01', origins: [{}, {}] });
  });

  it('CRT-67 changes nothing when it looks again', () => {
    const [who, on] = [person(), ground([rule({ due: soon, minimumDays: 30 }), rule()])];
    const there = look(who, [], on);
    expect(evaluate(who, there, on)).toEqual([]);
  });

  it('CRT-71 lets go who leaves the audience, and takes them up again', () => {
    const [who, on] = [person(), ground([rule()])];
    const assigned = look(who, [], on);
    const gone = look({ ...who, postings: SERGEANT }, assigned, on);
    expect(gone).toMatchObject([{ state: 'ended', origins: [{ endedOn: TODAY }] }]);
    expect(look(who, gone, on)).toMatchObject([{ state: 'assigned', id: assigned[0]?.id }]);
  });

  it('CRT-71 keeps who leaves when the rule does not look again', () => {
    const [who, on] = [person(), ground([rule({ recheck: false })])];
    expect(evaluate({ ...who, postings: SERGEANT }, look(who, [], on), on)).toEqual([]);
  });

  it('CRT-60 catches nobody and lets nobody go while a rule is paused', () => {
    const [who, on] = [person(), rule()];
    const paused = ground([{ ...on, isPaused: true }]);
    expect(evaluate(who, [], paused)).toEqual([]);
    expect(evaluate({ ...who, postings: SERGEANT }, look(who, [], ground([on])), paused)).toEqual([]);
  });

  it('CRT-60 lets go whom a rule that is off had caught', () => {
    const who = person();
    expect(look(who, look(who, [], ground([rule()])), ground([]))).toMatchObject([{ state: 'ended' }]);
  });

  it('CRT-69 lets go who is left out, though the rule does not look again', () => {
    const [who, on] = [person(), rule({ recheck: false })];
    const without = ground([{ ...on, leftOut: new Set([who.personId]) }]);
    expect(look(who, look(who, [], ground([on])), without)).toMatchObject([{ state: 'ended' }]);
    expect(evaluate(who, [], without)).toEqual([]);
  });

  // Ten days are left until 3 December.
  it.each([
    [10, 'assigned', null],
    [11, 'held-back', 10],
  ] as const)('CRT-66 with %s days wanted and ten left is %s', (minimumDays, state, daysLeft) => {
    const [only] = look(person(), [], ground([rule({ due: soon, minimumDays })]));
    expect(only?.state).toBe(state);
    expect(only?.origins[0]?.exception?.daysLeft ?? null).toBe(daysLeft);
  });

  it('CRT-66 raises a passed date even with no minimum', () => {
    const late: DueRule = { kind: 'after', base: 'posting', months: 1, days: 0 };
    expect(look(person(), [], ground([rule({ due: late })]))).toMatchObject([
      { state: 'held-back', dueOn: null },
    ]);
  });

  function decided(there: Assignment, answer: ExceptionAnswer): Assignment {
    const origins = there.origins.map((origin) => ({
      ...origin,
      exception: origin.exception && { ...origin.exception, answer },
    }));
    return { ...there, origins };
  }

  it('CRT-66 remembers what was decided when somebody comes back with the same date', () => {
    const [who, on] = [person(), ground([rule({ due: soon, minimumDays: 30 })])];
    const asked = look(who, [], on).map((each) => decided(each, 'DO_NOT_ASSIGN'));
    const away = look({ ...who, postings: SERGEANT }, asked, on);
    expect(look(who, away, on)).toMatchObject([
      { state: 'held-back', origins: [{ endedOn: null, exception: { answer: 'DO_NOT_ASSIGN' } }] },
    ]);
  });

  it('CRT-64 needs no decision any more when leave has moved the date far enough', () => {
    const [who, on] = [person(), ground([rule({ due: soon, minimumDays: 30 })])];
    const leaves = [{ from: day('2026-11-25'), to: day('2026-12-24') }];
    // Thirty days of leave: from 3 December to 2 January.
    expect(look({ ...who, leaves }, look(who, [], on), on)).toMatchObject([
      { state: 'assigned', dueOn: '2027-01-02', origins: [{ exception: null }] },
    ]);
  });

  it('CRT-74 knows until when the certification is held', () => {
    const on = ground([rule()]);
    const who = held('2027-05-01');
    const there = look(who, [], on);
    expect(there).toMatchObject([{ heldTo: '2027-05-01' }]);
    expect(look({ ...who, expiries: new Map() }, there, on)).toMatchObject([{ heldTo: null }]);
  });
});
