import { EndPosting, PostPerson } from '@app/identity';
import { calendarDateOf as day } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Types } from 'mongoose';
import type { World } from '../../support/a-world.js';
import {
  anAssignmentWorld,
  CODE,
  mine,
  RULE,
  ruleOn,
  sergeants,
  somebody,
  waitingSteps,
} from './assignment-world.js';

let world: World;
beforeAll(async () => {
  world = await anAssignmentWorld();
}, 60_000);
afterAll(() => world.end());

const lead = () => world.as('trainer');
const holding = (personId: PersonId) =>
  world.connection
    .collection('certificationHoldings')
    .findOne({ personId: new Types.ObjectId(personId), code: CODE });

/** Ends the posting that somebody has, and posts them as a constable instead. */
async function demoted(personId: PersonId): Promise<void> {
  const posting = await world.connection
    .collection('postings')
    .findOne({ personId: new Types.ObjectId(personId), to: null });
  const unitId = String(posting?.['unitId']) as never;
  const postingId = String(posting?._id) as never;
  await world.get(EndPosting).execute(world.system(), { postingId, to: day('2026-11-22') });
  await world.get(PostPerson).execute(world.system(), {
    ...{ personId, unitId, roleId: 'response-officer', rankId: 'pc', from: day('2026-11-23') },
  });
  await world.settle();
}

describe('a rule of assignment', () => {
  it('CRT-60 CRT-67 CRT-70 CRT-71 CRT-73 is written, tried out, switched on, asks and reminds, and lets go when the posting changes', async () => {
    const [one, two, constable] = [
      await somebody(world),
      await somebody(world, { unit: 'other-team' }),
      await somebody(world, { rankId: 'pc' }),
    ];
    const due = { on: '2027-03-31' };
    const written = await (await lead()).mutate('saveAssignmentRule', sergeants({ due }), RULE);
    expect(written).toMatchObject({ state: 'DRAFT', version: 1, due, appliedAt: null, recheck: true });
    expect(written.next).toMatch(/^Nobody is assigned yet/);
    const ruleId = String(written.id);
    const preview = await (await lead()).query(
      `{ previewAssignmentRule(ruleId: "${ruleId}") { caught newly tooShort units { unitId newly } } }`,
    );
    expect(preview).toMatchObject({ caught: 2, newly: 2, tooShort: 0 });
    const { units } = world.forces.harbourshire;
    expect(new Set(preview.units.map(({ unitId }: { unitId: string }) => unitId))).toEqual(
      new Set([units['team'], units['other-team']]),
    );
    expect(await mine(world, one)).toEqual([]);

    const on = await (await lead()).mutate('switchOnAssignmentRule', { ruleId }, RULE);
    expect(on).toMatchObject({ state: 'ON', startsOn: '2026-11-23', appliedAt: null });
    expect(on.next).toMatch(/^The change is queued/);
    await world.settle();
    const { edges } = await (await lead()).query(`{ assignmentRules { edges { node { ${RULE} } } } }`);
    const [shown] = edges.filter(({ node }: { node: { id: string } }) => node.id === ruleId);
    expect(shown.node.next).toMatch(/^Applied to everybody/);
    for (const personId of [one, two]) {
      expect(await mine(world, personId)).toMatchObject([
        { code: CODE, state: 'ASSIGNED', dueOn: '2027-03-31', origins: [{ ruleId, on: '2026-11-23' }] },
      ]);
      expect((await holding(personId))?.['assignment']).toMatchObject({ dueOn: '2027-03-31', by: 'rule' });
      expect(await waitingSteps(world, personId)).toContain('overdue');
    }
    expect((await mine(world, one))[0].origins[0].why).toMatch(/asks for it since 23 November 2026/);
    expect(await mine(world, constable)).toEqual([]);

    await demoted(one);
    expect(await mine(world, one)).toMatchObject([{ state: 'ENDED', origins: [{ endedOn: '2026-11-23' }] }]);
    expect((await holding(one))?.['assignment']).toMatchObject({ endedOn: '2026-11-23' });
    expect(await waitingSteps(world, one)).toEqual([]);
    expect(await waitingSteps(world, two)).toContain('overdue');

    const off = await (await lead()).mutate('switchOffAssignmentRule', { ruleId }, 'state');
    expect(off).toMatchObject({ state: 'OFF' });
    await world.settle();
    expect(await mine(world, two)).toMatchObject([{ state: 'ENDED' }]);
    expect(await (await lead()).refusalOf('switchOnAssignmentRule', { ruleId })).toBe(
      'ASSIGNMENT_RULE_IS_OFF',
    );
  }, 60_000);

  it('CRT-67 lets go by the night whom only days take out of the audience, and looks once however often it is told', async () => {
    const personId = await somebody(world, { rankId: 'insp' });
    // Posted on 1 January: 326 days ago on 23 November 2026.
    await ruleOn(world, {
      match: 'ALL',
      conditions: [
        { kind: 'RANK', rankIds: ['insp'] },
        { kind: 'POSTED', withinDays: 326 },
      ],
    });
    expect(await mine(world, personId)).toMatchObject([{ state: 'ASSIGNED' }]);
    world.at('2026-11-24T02:15:00Z');
    const { EvaluateForce } = await import('@app/certification');
    await world.get(EvaluateForce).execute(world.system());
    await world.get(EvaluateForce).execute(world.system());
    expect(await mine(world, personId)).toMatchObject([
      { state: 'ENDED', origins: [{ endedOn: '2026-11-24' }] },
    ]);
    const told = await world.connection
      .collection('journal')
      .countDocuments({ type: 'certification.holding.unassigned.v1', 'data.personId': personId });
    expect(told).toBe(1);
    world.at('2026-11-23T09:00:00Z');
  });

  it('CRT-60 is changed only when it is not on, and the same again changes nothing', async () => {
    const trainer = await lead();
    const rule = sergeants({ conditions: [{ kind: 'RANK', rankIds: ['supt'] }] });
    const first = await trainer.mutate('saveAssignmentRule', rule, 'id version');
    expect(await trainer.mutate('saveAssignmentRule', rule, 'id version')).toEqual(first);
    const ruleId = first.id;
    expect(await trainer.refusalOf('pauseAssignmentRule', { ruleId })).toBe('ASSIGNMENT_RULE_NOT_ON');
    await trainer.mutate('switchOnAssignmentRule', { ruleId });
    expect(await trainer.mutate('switchOnAssignmentRule', { ruleId }, 'state')).toMatchObject({
      state: 'ON',
    });
    const change = { ...rule, ruleId, minimumDays: 7 };
    expect(await trainer.refusalOf('saveAssignmentRule', change)).toBe('ASSIGNMENT_RULE_IS_ON');
    await trainer.mutate('pauseAssignmentRule', { ruleId });
    expect(await trainer.mutate('pauseAssignmentRule', { ruleId }, 'state')).toMatchObject({
      state: 'PAUSED',
    });
    expect(await trainer.mutate('saveAssignmentRule', change, 'version minimumDays')).toMatchObject({
      ...{ version: 2, minimumDays: 7 },
    });
    await trainer.mutate('switchOffAssignmentRule', { ruleId });
    expect(await trainer.mutate('switchOffAssignmentRule', { ruleId }, 'state')).toMatchObject({
      state: 'OFF',
    });
    expect(await trainer.refusalOf('saveAssignmentRule', change)).toBe('ASSIGNMENT_RULE_IS_OFF');
    expect(await trainer.refusalOf('pauseAssignmentRule', { ruleId })).toBe('ASSIGNMENT_RULE_IS_OFF');
    expect(await (await world.as('secondTrainer')).refusalOf('confirmAssignmentRule', { ruleId })).toBe(
      'ASSIGNMENT_RULE_IS_OFF',
    );
    await world.settle();
  });

  it.each([
    ['a certification that there is not', { code: 'NO-SUCH' }, 'ASSIGNMENT_TARGET_UNKNOWN'],
    ['no title', { title: '  ' }, 'ASSIGNMENT_TITLE_MISSING'],
    ['nobody', { conditions: [] }, 'ASSIGNMENT_AUDIENCE_EMPTY'],
    ['no unit', { conditions: [{ kind: 'UNIT', unitIds: [] }] }, 'ASSIGNMENT_AUDIENCE_EMPTY'],
    [
      'an unknown unit',
      { conditions: [{ kind: 'UNIT', unitIds: [newId()] }] },
      'ASSIGNMENT_CONDITION_UNKNOWN',
    ],
    [
      'an unknown rank',
      { conditions: [{ kind: 'RANK', rankIds: ['earl'] }] },
      'ASSIGNMENT_CONDITION_UNKNOWN',
    ],
    [
      'an unknown role',
      { conditions: [{ kind: 'ROLE', roleIds: ['bard'] }] },
      'ASSIGNMENT_CONDITION_UNKNOWN',
    ],
    ['an unknown skill', { conditions: [{ kind: 'GAP', skill: 'XX-99' }] }, 'ASSIGNMENT_CONDITION_UNKNOWN'],
    [
      'level five',
      { conditions: [{ kind: 'GAP', skill: 'OLH-01', level: 5 }] },
      'ASSIGNMENT_CONDITION_UNKNOWN',
    ],
    [
      'an unknown award',
      { conditions: [{ kind: 'EXPIRING', code: 'NO', withinDays: 9 }] },
      'ASSIGNMENT_CONDITION_UNKNOWN',
    ],
    ['too long a minimum', { minimumDays: 366 }, 'ASSIGNMENT_DAYS_WRONG'],
    ['a day that is past', { due: { on: '2026-11-22' } }, 'ASSIGNMENT_DUE_PAST'],
    ['a date from no expiry', { due: { base: 'EXPIRY' } }, 'ASSIGNMENT_DUE_BASELESS'],
  ])('CRT-61 CRT-63 for %s is refused', async (_, wrong, code) => {
    expect(await (await lead()).refusalOf('saveAssignmentRule', sergeants(wrong))).toBe(code);
  });

  it('CRT-61 keeps its title to itself, and its certification', async () => {
    const trainer = await lead();
    const rule = sergeants();
    const { id: ruleId } = await trainer.mutate('saveAssignmentRule', rule, 'id');
    expect(await trainer.refusalOf('saveAssignmentRule', { ...rule, minimumDays: 3 })).toBe(
      'ASSIGNMENT_TITLE_TAKEN',
    );
    expect(await trainer.refusalOf('saveAssignmentRule', { ...rule, ruleId, code: 'OLH-102' })).toBe(
      'ASSIGNMENT_TARGET_FIXED',
    );
    expect(await trainer.codeOf('saveAssignmentRule', { ...rule, due: { on: '2027-02-30' } })).toBe(
      'BAD_USER_INPUT',
    );
  });

  const ofRule = ['switchOn', 'pause', 'switchOff', 'confirm'].map((verb) => `${verb}AssignmentRule`);

  it.each(ofRule)('CRT-72 %s is for leads of the whole force, and of its own rules', async (name) => {
    const { id: ruleId } = await (await lead()).mutate('saveAssignmentRule', sergeants(), 'id');
    const other = await world.as('otherTrainer');
    expect(await other.codeOf(name, { ruleId })).toBe('NOT_FOUND');
    expect(await (await lead()).codeOf(name, { ruleId: newId() })).toBe('NOT_FOUND');
    expect(await (await lead()).codeOf(name, { ruleId: 'none' })).toBe('BAD_USER_INPUT');
    for (const key of ['officer', 'supervisor'] as const)
      expect(await (await world.as(key)).codeOf(name, { ruleId })).toBe('FORBIDDEN');
    const other2 = { ...sergeants(), ruleId };
    expect(await other.codeOf('saveAssignmentRule', other2)).toBe('NOT_FOUND');
  });

  it('CRT-72 is not reached by a right for a unit', async () => {
    const { GrantRole } = await import('@app/identity');
    const personId = await somebody(world, { rankId: 'pc' });
    const unitId = world.forces.harbourshire.units['team'] as never;
    await world.get(GrantRole).execute(world.system(), { personId, bundle: 'training-lead', unitId });
    const unitLead = await world.signedIn(personId, world.forces.harbourshire.id);
    expect(await unitLead.codeOf('saveAssignmentRule', sergeants())).toBe('FORBIDDEN');
  });
});

describe('the guard', () => {
  it('CRT-68 wants a second person’s word for more than the share, and of about so many', async () => {
    await somebody(world, { rankId: 'cinsp' });
    const admin = await world.as('administrator');
    const trainer = await lead();
    expect(await admin.refusalOf('setAssignmentGuard', { percent: 0 })).toBe('ASSIGNMENT_GUARD_WRONG');
    expect(await trainer.codeOf('setAssignmentGuard', { percent: 50 })).toBe('FORBIDDEN');
    expect(await admin.mutate('setAssignmentGuard', { percent: 1 }, 'percent')).toMatchObject({ percent: 1 });
    const rule = sergeants({ conditions: [{ kind: 'RANK', rankIds: ['cinsp'] }] });
    const { id: ruleId } = await trainer.mutate('saveAssignmentRule', rule, 'id');
    const preview = `{ previewAssignmentRule(ruleId: "${ruleId}") { newly guardPercent needsConfirmation } }`;
    expect(await trainer.query(preview)).toEqual({ newly: 1, guardPercent: 1, needsConfirmation: true });
    expect(await trainer.refusalOf('switchOnAssignmentRule', { ruleId })).toBe('ASSIGNMENT_TOO_MANY');
    expect(await trainer.refusalOf('confirmAssignmentRule', { ruleId })).toBe('ASSIGNMENT_CONFIRM_OWN');
    const second = await world.as('secondTrainer');
    expect(await second.mutate('confirmAssignmentRule', { ruleId }, 'isConfirmed')).toMatchObject({
      isConfirmed: true,
    });
    expect(await second.mutate('confirmAssignmentRule', { ruleId }, 'isConfirmed')).toMatchObject({
      isConfirmed: true,
    });
    // One more than was confirmed, with a share of less than one.
    await somebody(world, { rankId: 'cinsp' });
    expect(await trainer.refusalOf('switchOnAssignmentRule', { ruleId })).toBe('ASSIGNMENT_TOO_MANY');
    await second.mutate('confirmAssignmentRule', { ruleId });
    expect(await trainer.mutate('switchOnAssignmentRule', { ruleId }, 'state')).toMatchObject({
      state: 'ON',
    });
    expect(await second.refusalOf('confirmAssignmentRule', { ruleId })).toBe('ASSIGNMENT_RULE_IS_ON');
    // Another version wants another word.
    await trainer.mutate('pauseAssignmentRule', { ruleId });
    const changed = await trainer.mutate(
      'saveAssignmentRule',
      { ...rule, ruleId, minimumDays: 1 },
      'isConfirmed',
    );
    expect(changed).toMatchObject({ isConfirmed: false });
    await admin.mutate('setAssignmentGuard', { percent: 100 });
    await world.settle();
  });
});
