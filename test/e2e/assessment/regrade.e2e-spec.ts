import { CollectOutcome } from '@app/certification';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { World } from '../../support/a-world.js';
import { COURSE, noSuchId } from './assessment-world.js';
import { type Someone, someone } from './marking-world.js';
import { aFaultyWorld, FAULTY, idOfFaulty, sit } from './putting-right-world.js';

const REASON = 'Options a and b say the same in law.';
const REGRADE = 'id itemKey versionNumber remedy state run progress falls reason';
const DETAIL =
  'query Q($id: ID!) { regrade(id: $id) { fallsApproved answer { choices } regrade { state run progress } counts { changed rises falls awards byForce { forceId changed rises falls awards } } } }';
const LINES =
  'query Q($id: ID!) { regradeLines(regradeId: $id, first: 50) { totalCount edges { node { attemptId crosses award outcome before { score percent passed } after { score percent passed } person { familyName } } } } }';
const OUTCOME =
  'query Q($id: ID!) { attempt(id: $id) { result { score percent passed } revisions { ground before { score passed } after { score passed } } } }';

describe('a regrade over the API', () => {
  let world: World;
  const risers: Someone[] = [];
  let guest: Someone;
  let holder: Someone;
  let [riserAttempt, guestAttempt, holderAttempt]: string[] = [];

  beforeAll(async () => {
    world = await aFaultyWorld();
    for (let count = 0; count < 5; count += 1) risers.push(await someone(world));
    holder = await someone(world);
    guest = await someone(world, [], 'glan-arian');
    const home = risers.map((who) => ({ who, others: 7, faulty: 'b' }));
    const attempts = await sit(world, [...home, { who: holder, others: 7, faulty: 'a' }]);
    riserAttempt = attempts[0];
    holderAttempt = attempts.at(-1);
    [guestAttempt] = await sit(world, [{ who: guest, others: 7, faulty: 'b' }], 'glan-arian');
    await watched(holder);
  }, 120_000);
  afterAll(() => world.end());

  /** The other component of the course: with it, whoever has passed the paper holds the award. */
  async function watched({ personId }: Someone): Promise<void> {
    const attempt = await world.connection.collection('attempts').findOne({});
    await world.get(CollectOutcome).execute(world.system(), {
      ...{ personId, courseCode: COURSE, versionId: String(attempt?.['versionId']), componentKey: 'watched' },
      ...{ sourceId: 'practical-1', on: calendarDateOf('2026-11-20'), percent: null, passed: true },
    });
  }

  const author = () => world.as('author');
  const publisher = () => world.as('publisher');
  const accept = { itemKey: FAULTY, remedy: 'ACCEPT', answer: { choices: ['b'] }, reason: REASON };
  const detail = async (id: string) => (await author()).query(DETAIL, { id });
  const linesOf = async (key: 'trainer' | 'otherTrainer', id: string) => {
    const { edges } = await (await world.as(key)).query(LINES, { id });
    return (edges as { node: any }[]).map(({ node }) => node);
  };
  const outcomeOf = async (who: Someone, id: string | undefined) => (await who.call()).query(OUTCOME, { id });
  const awardsOf = async ({ personId }: Someone) => {
    const found = world.connection.collection('awards').find({ personId: { $exists: true } });
    const all = (await found.toArray()).filter((award) => String(award['personId']) === personId);
    return all.map((award) => [award['cycle'], award['awardedOn'], award['withdrawn'] !== null]);
  };

  it('ASM-140 ASM-143 ASM-150 ASM-151 is proposed by the College, which counts; each force sees its own people', async () => {
    const proposed = await (await author()).mutate('proposeRegrade', accept, REGRADE);
    expect(proposed).toMatchObject({
      itemKey: FAULTY,
      versionNumber: 1,
      remedy: 'ACCEPT',
      state: 'LOOKING',
      run: 1,
    });
    expect(await (await author()).mutate('proposeRegrade', accept, 'id')).toMatchObject({ id: proposed.id });
    const other = { ...accept, reason: 'Something else is wrong with it.' };
    expect(await (await author()).refusalOf('proposeRegrade', other)).toBe('REGRADE_AT_WORK');
    const early = { regradeId: proposed.id, run: 1, falls: 'APPLY' };
    expect(await (await author()).refusalOf('applyRegrade', early)).toBe('REGRADE_NOT_SHOWN');
    await world.settle();

    const seen = await detail(proposed.id);
    expect(seen.regrade).toEqual({ state: 'SHOWN', run: 1, progress: 100 });
    expect(seen.answer).toEqual({ choices: ['b'] });
    // Five of Harbourshire and one of Glan Arian: the one is not told, nor the sum of six, from which it could be had.
    expect(seen.counts).toMatchObject({ changed: null, rises: null, falls: 0, awards: 0 });
    const byForce = new Map(seen.counts.byForce.map((force: any) => [force.forceId, force]));
    expect(byForce.get(world.forces.harbourshire.id)).toMatchObject({ changed: 5, rises: 5, falls: 0 });
    expect(byForce.get(world.forces['glan-arian'].id)).toMatchObject({ changed: null, rises: null });
    const home = await linesOf('trainer', proposed.id);
    expect(home).toHaveLength(5);
    expect(home).toContainEqual({
      ...{
        attemptId: riserAttempt,
        crosses: 'UP',
        award: null,
        outcome: null,
        person: { familyName: 'Marlowe' },
      },
      before: { score: 7, percent: 70, passed: false },
      after: { score: 8, percent: 80, passed: true },
    });
    expect((await linesOf('otherTrainer', proposed.id)).map(({ attemptId }) => attemptId)).toEqual([
      guestAttempt,
    ]);
    const listed = await (await world.as('trainer')).query('query { forceRegrades { id itemKey } }');
    expect(listed).toContainEqual({ id: proposed.id, itemKey: FAULTY });
    for (const key of ['author', 'publisher', 'supervisor', 'officer'] as const) {
      const reply = await (await world.as(key)).send(LINES, { id: proposed.id });
      expect(reply.errors[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    for (const key of ['trainer', 'supervisor', 'officer'] as const) {
      const reply = await (await world.as(key)).send(DETAIL, { id: proposed.id });
      expect(reply.errors[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    expect(await outcomeOf(risers[0] as Someone, riserAttempt)).toMatchObject({
      result: { score: 7, passed: false },
      revisions: [],
    });
  });

  it('ASM-148 is applied as shown, once, and the candidate sees both marks', async () => {
    const { edges } = await (await author()).query(
      'query Q($code: ID!) { regrades(courseCode: $code) { totalCount edges { node { id run } } } }',
      { code: COURSE },
    );
    const { id: regradeId, run } = edges[0].node;
    expect(await (await publisher()).refusalOf('approveRegrade', { regradeId, run })).toBe(
      'REGRADE_NO_FALLS',
    );
    const apply = { regradeId, run, falls: 'APPLY' };
    expect(await (await author()).mutate('applyRegrade', apply, REGRADE)).toMatchObject({
      state: 'APPLYING',
    });
    await world.settle();
    expect(await (await author()).mutate('applyRegrade', apply, REGRADE)).toMatchObject({ state: 'APPLIED' });
    const outcome = await outcomeOf(risers[0] as Someone, riserAttempt);
    expect(outcome).toEqual({
      result: { score: 8, percent: 80, passed: true },
      revisions: [
        { ground: 'REGRADE', before: { score: 7, passed: false }, after: { score: 8, passed: true } },
      ],
    });
    expect(await outcomeOf(guest, guestAttempt)).toMatchObject({ result: { score: 8, passed: true } });
    for (const verb of ['cancelRegrade', 'dryRunRegrade'])
      expect(await (await author()).refusalOf(verb, { regradeId })).toBe('REGRADE_APPLYING');
  });

  it('CRT-20 ASM-146 a fall needs another’s approval, and takes the award that rests on it', async () => {
    expect(await awardsOf(holder)).toEqual([[1, '2026-11-23', false]]);
    const rescore = { ...accept, remedy: 'RESCORE', reason: 'Only b is right since the Act was amended.' };
    const { id: regradeId } = await (await author()).mutate('proposeRegrade', rescore, 'id');
    await world.settle();
    const [line] = await linesOf('trainer', regradeId);
    expect(line).toMatchObject({ attemptId: holderAttempt, crosses: 'DOWN', award: 'WITHDRAW' });
    expect((await detail(regradeId)).counts).toMatchObject({ changed: null, falls: null, rises: 0 });
    const which = { regradeId, run: 1 };
    expect(await (await author()).refusalOf('applyRegrade', { ...which, falls: 'APPLY' })).toBe(
      'REGRADE_NOT_APPROVED',
    );
    expect(await (await publisher()).refusalOf('approveRegrade', { regradeId, run: 7 })).toBe(
      'REGRADE_STALE',
    );
    const approved = await (await publisher()).mutate('approveRegrade', which, REGRADE);
    expect(await (await publisher()).mutate('approveRegrade', which, REGRADE)).toEqual(approved);
    expect((await detail(regradeId)).fallsApproved).toBe(true);
    await (await author()).mutate('applyRegrade', { ...which, falls: 'APPLY' }, 'id');
    await world.settle();
    expect(await outcomeOf(holder, holderAttempt)).toMatchObject({ result: { score: 7, passed: false } });
    expect(await awardsOf(holder)).toEqual([[1, '2026-11-23', true]]);
    const evidence = await world.connection.collection('evidence').find({ kind: 'award' }).toArray();
    const own = evidence.filter((piece) => String(piece['personId']) === holder.personId);
    expect(own.map((piece) => piece['ended']?.how)).toEqual(['withdrawn']);
  });

  it('CRT-22 full marks give it back, dated by the day of the work', async () => {
    world.at('2026-11-30T09:00:00Z');
    const full = { itemKey: FAULTY, remedy: 'FULL_MARKS', reason: 'No answer to it can be called right.' };
    const { id: regradeId } = await (await author()).mutate('proposeRegrade', full, 'id');
    await world.settle();
    expect((await linesOf('trainer', regradeId))[0]).toMatchObject({ crosses: 'UP', award: 'GIVE' });
    await (await author()).mutate('applyRegrade', { regradeId, run: 1, falls: 'KEEP_OUT' }, 'id');
    await world.settle();
    expect(await outcomeOf(holder, holderAttempt)).toMatchObject({
      result: { score: 8, passed: true },
      revisions: [{ after: { score: 7 } }, { after: { score: 8 } }],
    });
    expect((await awardsOf(holder)).sort()).toEqual([
      [1, '2026-11-23', true],
      [2, '2026-11-23', false],
    ]);
  });

  it('ASM-145 a list that has become another is not applied; looked at again, it is', async () => {
    const late = await someone(world);
    const drop = { itemKey: FAULTY, remedy: 'DROP', reason: 'The exhibit it asks about is not shown.' };
    const { id: regradeId } = await (await author()).mutate('proposeRegrade', drop, 'id');
    await world.settle();
    await sit(world, [{ who: late, others: 9, faulty: 'c' }]);
    const before = await detail(regradeId);
    await (await author()).mutate('applyRegrade', { regradeId, run: 1, falls: 'KEEP_OUT' }, 'id');
    await world.settle();
    // 9 of 9 left is as much as 9 + 1 of 10: nothing changed for whoever came late, so the list is still true.
    expect((await detail(regradeId)).regrade.state).toBe('APPLIED');
    expect(before.regrade.state).toBe('SHOWN');

    const again = { ...drop, remedy: 'FULL_MARKS', reason: 'On reflection everybody should have it.' };
    const { id } = await (await author()).mutate('proposeRegrade', again, 'id');
    await world.settle();
    const newcomer = await someone(world);
    await sit(world, [{ who: newcomer, others: 5, faulty: 'c' }]);
    await (await author()).mutate('applyRegrade', { regradeId: id, run: 1, falls: 'KEEP_OUT' }, 'id');
    await world.settle();
    expect((await detail(id)).regrade.state).toBe('STALE');
    const stale = { regradeId: id, run: 1, falls: 'KEEP_OUT' };
    expect(await (await author()).refusalOf('applyRegrade', stale)).toBe('REGRADE_STALE');
    const looked = await (await author()).mutate('dryRunRegrade', { regradeId: id }, REGRADE);
    expect(looked).toMatchObject({ state: 'LOOKING', run: 2 });
    expect(await (await author()).mutate('dryRunRegrade', { regradeId: id }, 'run')).toMatchObject({
      run: 2,
    });
    await world.settle();
    const cancelled = await (await author()).mutate('cancelRegrade', { regradeId: id }, REGRADE);
    expect(cancelled.state).toBe('CANCELLED');
    expect(await (await author()).mutate('cancelRegrade', { regradeId: id }, REGRADE)).toEqual(cancelled);
    expect(await (await author()).refusalOf('dryRunRegrade', { regradeId: id })).toBe('REGRADE_CANCELLED');
  });

  it('ASM-140 malformed, unknown, unfit, not allowed', async () => {
    const caller = await author();
    const refused = (more: object) => caller.refusalOf('proposeRegrade', { ...accept, ...more });
    expect(await refused({ reason: 'short' })).toBe('REGRADE_REASON_MISSING');
    expect(await refused({ answer: { choices: ['zz'] } })).toBe('REGRADE_ANSWER_UNFIT');
    expect(await refused({ answer: { text: 'b' } })).toBe('REGRADE_ANSWER_UNFIT');
    expect(await refused({ answer: { choices: ['a'] } })).toBe('REGRADE_ANSWER_RIGHT');
    const code = (more: object) => caller.codeOf('proposeRegrade', { ...accept, ...more });
    expect(await code({ itemKey: 'OLH-101-Q99' })).toBe('NOT_FOUND');
    expect(await code({ versionNumber: 7 })).toBe('NOT_FOUND');
    expect(await code({ answer: null })).toBe('BAD_USER_INPUT');
    expect(await code({ remedy: 'DROP' })).toBe('BAD_USER_INPUT');
    expect(await code({ remedy: 'PRAY' })).toBe('BAD_USER_INPUT');
    const verbs: [string, object][] = [
      ['proposeRegrade', accept],
      ['dryRunRegrade', { regradeId: noSuchId() }],
      ['cancelRegrade', { regradeId: noSuchId() }],
      ['applyRegrade', { regradeId: noSuchId(), run: 1, falls: 'APPLY' }],
      ['approveRegrade', { regradeId: noSuchId(), run: 1 }],
    ];
    for (const [verb, input] of verbs) {
      const mayDo = verb === 'approveRegrade' ? await publisher() : caller;
      if (verb !== 'proposeRegrade') {
        expect(await mayDo.codeOf(verb, { ...input })).toBe('NOT_FOUND');
        expect(await mayDo.codeOf(verb, { ...input, regradeId: 'x' })).toBe('BAD_USER_INPUT');
      }
      for (const key of ['trainer', 'otherTrainer', 'officer', 'reviewer'] as const)
        expect(await (await world.as(key)).codeOf(verb, { ...input })).toBe('FORBIDDEN');
      expect(await world.stranger().codeOf(verb, { ...input })).toBe('UNAUTHENTICATED');
    }
    expect(await (await author()).codeOf('approveRegrade', { regradeId: noSuchId(), run: 1 })).toBe(
      'FORBIDDEN',
    );
    expect(await idOfFaulty(world)).toMatch(/^[0-9a-f]{24}$/);
  });
});
