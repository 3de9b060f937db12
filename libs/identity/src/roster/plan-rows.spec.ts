import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import type { Person } from '../person/person.js';
import type { Posting, PostingId } from '../posting/posting.js';
import type { UnitId } from '../unit/unit.js';
import { type Known, planRows, postingKey } from './plan-rows.js';
import type { RosterRow } from './roster-row.js';

const forceId = newId<ForceId>();
const unitId = newId<UnitId>();
const today = calendarDateOf('2026-11-23');

function person(number: string, more: Partial<Person> = {}): Person {
  return {
    id: newId<PersonId>(),
    givenName: 'Asha',
    familyName: 'Morgan',
    email: `${number.toLowerCase()}@lantern.example`,
    language: 'en',
    forceIds: [forceId],
    staffNumbers: [{ forceId, number }],
    accountStatus: 'added',
    suspendedIn: [],
    fedIn: [forceId],
    revision: 3,
    ...more,
  };
}

function posting(of: Person, more: Partial<Posting> = {}): Posting {
  return {
    id: newId<PostingId>(),
    forceId,
    personId: of.id,
    unitId,
    rankId: 'pc',
    roleId: 'response-officer',
    from: calendarDateOf('2026-01-01'),
    to: null,
    shiftPattern: '2-2-2-4',
    contractedHours: 40,
    lineManagerId: null,
    lineManagers: [],
    deputies: [],
    expectedEnd: null,
    revision: 5,
    ...more,
  };
}

function row(number: string, more: Partial<RosterRow> = {}): RosterRow {
  return {
    line: 2,
    staffNumber: number,
    givenName: 'Asha',
    familyName: 'Morgan',
    email: `${number.toLowerCase()}@lantern.example`,
    language: undefined,
    unitPath: 'crime',
    rankId: 'pc',
    roleId: 'response-officer',
    from: calendarDateOf('2026-01-01'),
    to: undefined,
    shiftPattern: undefined,
    contractedHours: undefined,
    lineManager: undefined,
    expectedEnd: undefined,
    ...more,
  };
}

function known(people: Person[], postings: Posting[] = []): Known {
  return {
    forceId,
    today,
    units: new Map([['crime', unitId]]),
    byNumber: new Map(people.map((one) => [one.staffNumbers[0]?.number ?? '', one])),
    byEmail: new Map(people.map((one) => [one.email ?? '', one])),
    postings: new Map(postings.map((one) => [postingKey(one), one])),
    placed: new Set(),
  };
}

describe('planRows', () => {
  it('IDN-37 leaves alone what the file has no column for, and clears what it leaves empty', () => {
    const one = person('A1');
    const there = posting(one);
    expect(planRows([row('A1')], known([one], [there])).counts).toEqual({
      added: 0,
      changed: 0,
      unchanged: 1,
    });
    const plan = planRows([row('A1', { shiftPattern: null })], known([one], [there]));
    expect(plan.changedPostings.map(({ after }) => after)).toEqual([{ ...there, shiftPattern: null }]);
  });

  it('IDN-37 dates a new line manager from today and ends the one before yesterday', () => {
    const [one, old, fresh] = [person('A1'), person('M1'), person('M2')];
    const from = calendarDateOf('2026-01-01');
    const there = posting(one, {
      lineManagerId: old.id,
      lineManagers: [{ personId: old.id, from, to: null }],
    });
    const plan = planRows([row('A1', { lineManager: 'M2' })], known([one, old, fresh], [there]));
    expect(plan.changedPostings[0]?.after).toMatchObject({
      lineManagerId: fresh.id,
      lineManagers: [
        { personId: old.id, from, to: '2026-11-22' },
        { personId: fresh.id, from: today, to: null },
      ],
    });
  });

  it('IDN-16 does not move the end of a posting that is over', () => {
    const one = person('A1');
    const over = posting(one, { to: calendarDateOf('2026-11-22') });
    const plan = planRows([row('A1', { to: calendarDateOf('2026-12-31') })], known([one], [over]));
    expect(plan.errors).toMatchObject([{ line: 2, column: 'posting_to', code: 'POSTING_ALREADY_OVER' }]);
    expect(plan.changedPostings).toEqual([]);
  });

  it('IDN-36 changes the address of somebody without a password, and of nobody else', () => {
    const email = 'new@lantern.example';
    const added = person('A1');
    const plan = planRows([row('A1', { email })], known([added], [posting(added)]));
    expect([...plan.changedPeople.values()].map(({ after }) => after.email)).toEqual([email]);
    const active = person('A2', { accountStatus: 'active' });
    const refused = planRows([row('A2', { email })], known([active], [posting(active)]));
    expect(refused.errors).toMatchObject([{ code: 'ROSTER_EMAIL_IN_USE', column: 'email' }]);
    expect(refused.changedPeople.size).toBe(0);
  });

  it('IDN-09 proposes an account that another force holds, and takes no address within the force', () => {
    const theirs = person('X9', { forceIds: [newId<ForceId>()], staffNumbers: [] });
    const ground = known([]);
    ground.byEmail.set('shared@lantern.example', theirs);
    const plan = planRows([row('A1', { email: 'shared@lantern.example' })], ground);
    expect(plan.proposals).toEqual([{ personId: theirs.id, staffNumber: 'A1' }]);
    expect([plan.newPeople, plan.newPostings]).toEqual([[], []]);
    const ours = person('B1');
    const taken = planRows([row('A1', { email: 'b1@lantern.example' })], known([ours]));
    expect(taken.errors).toMatchObject([{ code: 'ROSTER_STAFF_NUMBER_DIFFERS' }]);
  });

  it('IDN-35 finds a manager in a row above, and not in one below', () => {
    const above = planRows([row('M1'), row('A1', { lineManager: 'M1', line: 3 })], known([]));
    expect(above.newPostings.map(({ lineManagerId }) => lineManagerId)).toEqual([
      null,
      above.newPeople[0]?.id,
    ]);
    const below = planRows([row('A1', { lineManager: 'M1' }), row('M1', { line: 3 })], known([]));
    expect(below.errors).toMatchObject([
      { line: 2, column: 'line_manager', code: 'ROSTER_MANAGER_NOT_FOUND' },
    ]);
  });

  it('IDN-37 saves a person whom two rows change against the revision that was loaded', () => {
    const one = person('A1');
    const rows = [
      row('A1', { familyName: 'Price' }),
      row('A1', { familyName: 'Price', roleId: 'kiosk-operator', line: 3 }),
    ];
    const plan = planRows(rows, known([one], [posting(one)]));
    expect([...plan.changedPeople.values()]).toEqual([
      { before: one, after: { ...one, familyName: 'Price' } },
    ]);
    expect(plan.counts).toEqual({ added: 1, changed: 1, unchanged: 0 });
  });
});
