import { AssignmentReader, EvaluateForce, EvaluatePeople, UnassignCertification } from '@app/certification';
import { PostingSweep, RecordAbsence } from '@app/identity';
import { calendarDateOf as day } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Types } from 'mongoose';
import type { World } from '../../support/a-world.js';
import { anAssignmentWorld, CODE, mine, ruleOn, somebody } from './assignment-world.js';

let world: World;
beforeAll(async () => {
  world = await anAssignmentWorld();
}, 60_000);
afterAll(() => world.end());

const lead = () => world.as('trainer');
const reason = 'On a course abroad.';
const STATE = 'personId state dueOn origins { daysLeft answer dueOn }';

/** A rule for one rank, which nobody else has, and somebody of that rank. */
async function caught(rankId: string, more: Record<string, unknown> = {}) {
  const personId = await somebody(world, { rankId });
  const ruleId = await ruleOn(world, { conditions: [{ kind: 'RANK', rankIds: [rankId] }], ...more });
  return { personId, ruleId };
}
const short = { due: { on: '2026-12-03' }, minimumDays: 30 };

describe('too little time', () => {
  it('CRT-66 waits for a decision, by the rule’s date, a realistic one, or not at all; and is remembered', async () => {
    const { personId, ruleId } = await caught('acc', short);
    expect(await mine(world, personId)).toMatchObject([
      { state: 'HELD_BACK', dueOn: null, origins: [{ daysLeft: 10, answer: null }] },
    ]);
    const decide = async (answer: string) =>
      (await lead()).mutate('decideAssignmentException', { ruleId, personId, answer, reason }, STATE);
    expect(await decide('ASSIGN_ANYWAY')).toMatchObject({ state: 'ASSIGNED', dueOn: '2026-12-03' });
    expect(await decide('ASSIGN_ANYWAY')).toMatchObject({ state: 'ASSIGNED', dueOn: '2026-12-03' });
    // Thirty days and a week from 23 November.
    expect(await decide('REALISTIC_DATE')).toMatchObject({ state: 'ASSIGNED', dueOn: '2026-12-30' });
    expect(await decide('DO_NOT_ASSIGN')).toMatchObject({ state: 'HELD_BACK', dueOn: null });
    await world.settle();
    await world.get(EvaluateForce).execute(world.system());
    expect(await mine(world, personId)).toMatchObject([
      { state: 'HELD_BACK', origins: [{ answer: 'DO_NOT_ASSIGN' }] },
    ]);
    expect(
      JSON.stringify(
        await world.connection.collection('journal').find({ 'data.personId': personId }).toArray(),
      ),
    ).not.toContain('abroad');
  });

  it('CRT-64 is over when leave that stops the clock has moved the date', async () => {
    const { personId } = await caught('dcc', short);
    await world.get(RecordAbsence).execute(world.system(), {
      ...{ personId, clockStopped: true, from: day('2026-11-25'), to: day('2026-12-24') },
    });
    await world.settle();
    expect(await mine(world, personId)).toMatchObject([{ state: 'ASSIGNED', dueOn: '2027-01-02' }]);
  });

  it('CRT-66 CRT-69 is refused where there is nothing to decide, about oneself, and without a reason', async () => {
    const { personId, ruleId } = await caught('cc');
    const decision = { ruleId, personId, answer: 'ASSIGN_ANYWAY', reason };
    const trainer = await lead();
    expect(await trainer.refusalOf('decideAssignmentException', decision)).toBe(
      'ASSIGNMENT_NOTHING_TO_DECIDE',
    );
    const own = { ...decision, personId: trainer.personId };
    expect(await trainer.refusalOf('decideAssignmentException', own)).toBe('ASSIGNMENT_OWN');
    expect(await trainer.refusalOf('decideAssignmentException', { ...decision, reason: ' ' })).toBe(
      'AWARD_REASON_MISSING',
    );
    expect(await trainer.codeOf('decideAssignmentException', { ...decision, ruleId: newId() })).toBe(
      'NOT_FOUND',
    );
    const stranger = await world.as('otherTrainer');
    expect(await stranger.codeOf('decideAssignmentException', decision)).toBe('NOT_FOUND');
    expect(await (await world.as('officer')).codeOf('decideAssignmentException', decision)).toBe('FORBIDDEN');
  });
});

describe('people left out', () => {
  it('CRT-69 CRT-73 are asked no longer, at once, until they are let in; a rule’s asking is not ended by hand', async () => {
    const { personId, ruleId } = await caught('cmdr');
    const unassign = { personId, code: CODE };
    expect(await (await lead()).refusalOf('unassignCertification', unassign)).toBe('ASSIGNMENT_BY_RULE');
    const out = { ruleId, personId, reason };
    const trainer = await lead();
    expect(await trainer.mutate('leaveOutOfAssignmentRule', out, 'leftOut')).toMatchObject({
      leftOut: [personId],
    });
    expect(await trainer.mutate('leaveOutOfAssignmentRule', out, 'leftOut')).toMatchObject({
      leftOut: [personId],
    });
    expect(await mine(world, personId)).toMatchObject([{ state: 'ENDED' }]);
    await world.get(EvaluateForce).execute(world.system());
    expect(await mine(world, personId)).toMatchObject([{ state: 'ENDED' }]);
    expect(await trainer.mutate('letIntoAssignmentRule', out, 'leftOut')).toMatchObject({ leftOut: [] });
    expect(await mine(world, personId)).toMatchObject([{ state: 'ASSIGNED' }]);
    for (const name of ['leaveOutOfAssignmentRule', 'letIntoAssignmentRule']) {
      expect(await trainer.refusalOf(name, { ...out, personId: trainer.personId })).toBe('ASSIGNMENT_OWN');
      expect(await trainer.codeOf(name, { ...out, personId: newId() })).toBe('NOT_FOUND');
      expect(await (await world.as('otherTrainer')).codeOf(name, out)).toBe('NOT_FOUND');
      expect(await (await world.as('supervisor')).codeOf(name, out)).toBe('FORBIDDEN');
    }
    const many = Array.from({ length: 1000 }, () => newId<PersonId>());
    const rules = world.connection.collection('assignmentRules');
    await rules.updateOne({ _id: new Types.ObjectId(ruleId) }, { $set: { leftOut: many } });
    expect(await trainer.refusalOf('leaveOutOfAssignmentRule', out)).toBe('ASSIGNMENT_LEFT_OUT_TOO_MANY');
  });

  it('CRT-73 leaves what is asked by hand as it is', async () => {
    const personId = await somebody(world, { rankId: 'dac' });
    const byHand = { personId, code: CODE, dueOn: '2027-02-01' };
    await (await lead()).mutate('assignCertification', byHand);
    const ruleId = await ruleOn(world, {
      ...{ conditions: [{ kind: 'RANK', rankIds: ['dac'] }], due: { on: '2027-06-01' } },
    });
    const held = async () =>
      (
        await world.connection
          .collection('certificationHoldings')
          .findOne({ personId: new Types.ObjectId(personId), code: CODE })
      )?.['assignment'];
    expect(await held()).toMatchObject({ dueOn: '2027-02-01', endedOn: null });
    await (await lead()).mutate('switchOffAssignmentRule', { ruleId });
    await world.settle();
    expect(await held()).toMatchObject({ dueOn: '2027-02-01', endedOn: null });
    await world.get(UnassignCertification).execute(world.system(), { personId, code: CODE });
    expect(await held()).toMatchObject({ endedOn: '2026-11-23' });
  });
});

describe('lists of assignments', () => {
  it('CRT-72 CRT-74 show what is late, due or held back, to leads and, of their own people, to supervisors', async () => {
    const late = await caught('ac', { due: { on: '2026-11-24' } });
    const held = await caught('comm', short);
    const list = async (show: string, ruleId: string, key: 'trainer' | 'otherTrainer' = 'trainer') =>
      (
        await (
          await world.as(key)
        ).query(
          `{ assignments(show: ${show}, ruleId: "${ruleId}", first: 10) { totalCount edges { node { personId dueOn } } } }`,
        )
      ).edges.map(({ node }: { node: { personId: string } }) => node.personId);
    expect(await list('DUE', late.ruleId)).toEqual([late.personId]);
    expect(await list('OVERDUE', late.ruleId)).toEqual([]);
    world.at('2026-11-25T09:00:00Z');
    expect(await list('OVERDUE', late.ruleId)).toEqual([late.personId]);
    expect(await list('DUE', late.ruleId)).toEqual([]);
    expect(await list('ASKED', late.ruleId)).toEqual([late.personId]);
    expect(await list('HELD_BACK', held.ruleId)).toEqual([held.personId]);
    expect(await list('OVERDUE', late.ruleId, 'otherTrainer')).toEqual([]);
    const officer = await world.as('officer');
    const refused = await officer.send('{ assignments(show: DUE) { totalCount } }');
    expect(refused.errors[0]?.extensions['code']).toBe('FORBIDDEN');
    world.at('2026-11-23T09:00:00Z');
  });

  it('CRT-74 are found by an index, however many there are', async () => {
    const asked: { collection: string; filter: object; sort: object }[] = [];
    world.connection.set(
      'debug',
      (collection: string, method: string, filter: object, options: { sort?: object }) => {
        if (method === 'find') asked.push({ collection, filter, sort: options.sort ?? {} });
      },
    );
    const scope = world.system().force;
    const reader = world.get(AssignmentReader);
    const personId = newId<PersonId>();
    const page = { limit: 5, after: null };
    for (const show of ['OVERDUE', 'DUE', 'ASKED', 'HELD_BACK'] as const)
      await reader.page(scope, { show, today: day('2026-11-23'), ruleId: null, personIds: null }, page);
    await reader.inRange(scope, { only: [personId] });
    await reader.inRange(scope, { after: personId, upTo: newId<PersonId>() });
    for await (const range of world.get(PostingSweep).ranges(scope, 2)) expect(range).toBeDefined();
    await world.get(PostingSweep).of(scope, { after: personId, upTo: null }, day('2026-11-23'));
    world.connection.set('debug', false);
    expect(asked.length).toBeGreaterThan(7);
    for (const { collection, filter, sort } of asked) {
      const plan = await world.connection
        .collection(collection)
        .find(filter)
        .sort(sort as never)
        .explain('queryPlanner');
      const text = JSON.stringify(
        (plan as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan,
      );
      expect(text).toContain('IXSCAN');
      expect(text).not.toContain('COLLSCAN');
    }
  });
});

describe('looking at one and at all', () => {
  it('CRT-67 give the same, for people and rules drawn at random', async () => {
    let state = 20261123;
    const draw = (below: number) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const ranks = ['sc', 'ssgt', 'sinsp', 'pio'];
    const people: PersonId[] = [];
    for (let n = 0; n < 8; n += 1) {
      const unit = draw(2) === 0 ? 'team' : 'other-team';
      people.push(await somebody(world, { unit, rankId: ranks[draw(4)] ?? 'sc' }));
    }
    for (let n = 0; n < 4; n += 1) {
      const unitIds = [world.forces.harbourshire.units[draw(2) === 0 ? 'team' : 'district']];
      const conditions = [
        { kind: 'RANK', rankIds: [ranks[draw(4)], ranks[draw(4)]] },
        { kind: 'UNIT', unitIds },
      ];
      const due = draw(2) === 0 ? null : { base: 'POSTING', months: draw(20), days: draw(20) };
      await ruleOn(world, { match: 'ALL', conditions, due, minimumDays: draw(40) });
    }
    const assignments = world.connection.collection('assignments');
    const of = async () =>
      JSON.stringify(
        (
          await assignments
            .find({ personId: { $in: people.map((id) => new Types.ObjectId(id)) } })
            .sort({ personId: 1 })
            .toArray()
        ).map(({ personId, code, origins, state: now, dueOn }) => ({ personId, code, origins, now, dueOn })),
      );
    const byAll = await of();
    expect(byAll.length).toBeGreaterThan(100);
    for (const personId of people)
      expect((await world.get(EvaluatePeople).execute([{ ctx: world.system(), personId }])).changed).toBe(0);
    await assignments.deleteMany({ personId: { $in: people.map((id) => new Types.ObjectId(id)) } });
    for (const personId of [...people].reverse())
      await world.get(EvaluatePeople).execute([{ ctx: world.system(), personId }]);
    expect(await of()).toBe(byAll);
    expect((await world.get(EvaluateForce).execute(world.system())).changed).toBe(0);
  });
});
