import { LoadItems, LoadStimuli, SetBlueprint } from '@app/assessment';
import { GrantRole } from '@app/identity';
import { englishOnly } from '@app/platform/context/words.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packItem } from '../../../libs/assessment/src/testing/items.js';
import type { World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { anAssessmentWorld, COURSE, started } from './assessment-world.js';

const BLUEPRINT =
  'courseCode componentKey count quotas { count skillId minLevel maxLevel types tag difficulty } scope { skillId maxLevel } fixed exclusions policy { atDeadline graceMinutes release } short { itemKey reason since } revision';
const CHECK = 'holds code message conflict { name count } needed available mend { name count }';
const READ = `query($course: ID!, $key: ID!) { blueprint(courseCode: $course, componentKey: $key) { ${BLUEPRINT} } }`;
const SAMPLE =
  'query($seed: String!, $key: ID = "paper") { samplePaper(courseCode: "OLH-101", componentKey: $key, seed: $seed) { itemKey number type level difficulty stimulusId stem { en } } }';
const SEED = '0123456789abcdef0123456789abcdef';

/** Twelve items: Q01–Q12, of which Q01–Q03 share a stimulus and Q04 and Q05 are hard. */
const key = (number: number) => `OLH-101-Q${String(number).padStart(2, '0')}`;

async function bankOf(world: World): Promise<void> {
  const items = Array.from({ length: 12 }, (_, place) =>
    packItem(key(place + 1), {
      stimulusId: place < 3 ? 'exhibit-7' : null,
      difficulty: place === 3 || place === 4 ? 'hard' : 'easy',
    }),
  );
  const words = { title: englishOnly('Exhibit 7'), text: englishOnly('A message, as it was found.') };
  const stimulus = { id: 'exhibit-7', courseCode: COURSE, ...words, exhibits: [], warnings: [] };
  await world.get(LoadStimuli).execute(world.system('college'), [stimulus]);
  await world.get(LoadItems).execute(world.system('college'), items);
}

describe('setting a blueprint', () => {
  let world: World;
  let author: Caller;

  const read = async () =>
    (await author.query(READ, { course: COURSE, key: 'paper' })) as { revision: number; count: number };
  const input = async (more: Record<string, unknown> = {}) => ({
    ...{ courseCode: COURSE, componentKey: 'paper', count: 6, quotas: [{ count: 2, difficulty: 'HARD' }] },
    revision: (await read()).revision,
    ...more,
  });

  beforeAll(async () => {
    world = await anAssessmentWorld();
    await bankOf(world);
    author = await world.as('author');
  });
  afterAll(() => world.end());

  it('says what papers draw, and shows it', async () => {
    const { revision } = await read();
    const quotas = [
      { count: 2, difficulty: 'HARD', types: ['SINGLE'], skillId: 'OLH-01', minLevel: 1, maxLevel: 2 },
    ];
    const exclusions = [{ itemKeys: [key(6), key(7), key(8)] }];
    const policy = { atDeadline: 'GRACE', graceMinutes: 3, release: 'BY_HAND' };
    const wanted = await input({ quotas, fixed: [key(9)], exclusions, policy });
    const set = await author.mutate('setBlueprint', wanted, BLUEPRINT);
    expect(set).toEqual({
      ...{ __typename: 'Blueprint', courseCode: COURSE, componentKey: 'paper', count: 6, short: null },
      quotas: [{ ...quotas[0], tag: null }],
      scope: [{ skillId: 'OLH-01', maxLevel: 2 }],
      ...{ fixed: [key(9)], exclusions: [[key(6), key(7), key(8)]], policy, revision: revision + 1 },
    });
    expect({ __typename: 'Blueprint', ...(await read()) }).toEqual(set);
  });

  it('gives the same answer to the same request, and CONFLICT to who was slower', async () => {
    const wanted = await input({ count: 7 });
    const first = await author.mutate('setBlueprint', wanted, BLUEPRINT);
    expect(await author.mutate('setBlueprint', wanted, BLUEPRINT)).toEqual(first);
    expect(await author.codeOf('setBlueprint', { ...wanted, count: 5 })).toBe('CONFLICT');
    expect((await read()).count).toBe(7);
  });

  it('lets one of two authors at once be the quicker', async () => {
    const wanted = await input();
    const codes = await Promise.all(
      [4, 5].map((count) => author.codeOf('setBlueprint', { ...wanted, count })),
    );
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(1);
    expect((await read()).revision).toBe(wanted.revision + 1);
  });

  it('ASM-07 names a smallest conflict and the fewest items that would mend it, when checked and when set', async () => {
    const quotas = [{ count: 1 }, { count: 3, difficulty: 'HARD' }, { count: 1, difficulty: 'EASY' }];
    const wanted = await input({ quotas, count: 6 });
    const check = await author.query(
      `query($input: SetBlueprintInput!) { checkBlueprint(input: $input) { ${CHECK} } }`,
      {
        input: wanted,
      },
    );
    const hard = 'level 1–4, hard';
    const message =
      'The blueprint cannot be met: level 1–4, hard needs 3 and the bank has 2. Ready 1 more item (1 × level 1–4, hard), or ask for fewer.';
    expect(check).toEqual({
      ...{ holds: false, code: 'BLUEPRINT_SHORT', message, needed: 3, available: 2 },
      conflict: [{ name: hard, count: 3 }],
      mend: [{ name: hard, count: 1 }],
    });
    const refused = await author.mutate('setBlueprint', wanted);
    expect(refused).toEqual({
      __typename: 'Refused',
      code: 'BLUEPRINT_SHORT',
      rule: 'ASM-07',
      message,
      field: 'quotas',
    });
  });

  it('ASM-07 says when no new item would do, and when all is well', async () => {
    const check = async (more: Record<string, unknown>) =>
      author.query(`query($input: SetBlueprintInput!) { checkBlueprint(input: $input) { ${CHECK} } }`, {
        input: await input(more),
      });
    // The set of three does not fit beside a fixed item on a paper of three, however many items are added.
    const tight = await check({ count: 3, quotas: [], fixed: [key(1), key(9)] });
    expect(tight).toMatchObject({ holds: false, needed: 2, available: 1, mend: null });
    expect(tight.conflict.map(({ name }: { name: string }) => name)).toEqual([key(1), key(9)]);
    expect(await check({})).toMatchObject({ holds: true, code: null, message: null, conflict: [], mend: [] });
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['ASM-08', 'BLUEPRINT_MALFORMED', { count: 0 }],
    ['ASM-08', 'BLUEPRINT_MALFORMED', { exclusions: [{ itemKeys: [key(1)] }] }],
    [
      'ASM-08',
      'BLUEPRINT_MALFORMED',
      { policy: { atDeadline: 'GRACE', graceMinutes: 0, release: 'AT_ONCE' } },
    ],
    ['ASM-10', 'COMPONENT_UNKNOWN', { componentKey: 'watched' }],
    ['ASM-71', 'BLUEPRINT_FIXED_UNDRAWABLE', { count: 2, quotas: [], fixed: [key(1)] }],
    ['ASM-72', 'BLUEPRINT_ITEM_UNKNOWN', { fixed: ['OLH-101-Q99'] }],
    ['ASM-72', 'BLUEPRINT_ITEM_UNKNOWN', { exclusions: [{ itemKeys: [key(1), 'XXX'] }] }],
  ])('%s refuses with %s: %j', async (_rule, code, more) => {
    const before = await read();
    expect(await author.refusalOf('setBlueprint', await input(more))).toBe(code);
    expect(await read()).toEqual(before);
  });

  it('refuses malformed input, and finds no course that does not exist', async () => {
    const wanted = await input();
    for (const odd of [
      { count: 'six' },
      { quotas: [{ count: 1, difficulty: 'FIENDISH' }] },
      { revision: null },
    ])
      expect(await author.codeOf('setBlueprint', { ...wanted, ...odd })).toBe('BAD_USER_INPUT');
    expect(await author.codeOf('setBlueprint', { ...wanted, courseCode: 'XXX-000' })).toBe('NOT_FOUND');
    const nowhere = await author.send(READ, { course: 'XXX-000', key: 'paper' });
    expect(nowhere.errors[0]?.extensions['code']).toBe('NOT_FOUND');
  });

  it('forbids it to whoever has not the permission, in any force', async () => {
    const wanted = await input();
    for (const who of ['officer', 'trainer', 'otherTrainer', 'reviewer'] as const)
      expect([who, await (await world.as(who)).codeOf('setBlueprint', wanted)]).toEqual([who, 'FORBIDDEN']);
    expect(await world.stranger().codeOf('setBlueprint', wanted)).toBe('UNAUTHENTICATED');
    for (const who of ['officer', 'otherTrainer'] as const) {
      const codes = [READ, SAMPLE].map(async (query) => {
        const variables = query === READ ? { course: COURSE, key: 'paper' } : { seed: SEED };
        return (await (await world.as(who)).send(query, variables)).errors[0]?.extensions['code'];
      });
      expect(await Promise.all(codes)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    }
  });

  it('draws a sample paper by its seed, for authors alone, and counts nothing', async () => {
    await author.mutate('setBlueprint', await input({ fixed: [key(2)], exclusions: [] }));
    const paper = (await author.query(SAMPLE, { seed: SEED })) as { itemKey: string; stem: { en: string } }[];
    const keys = paper.map(({ itemKey }) => itemKey);
    expect(keys).toHaveLength(6);
    expect(keys.join()).toContain([key(1), key(2), key(3)].join());
    expect(keys.filter((one) => [key(4), key(5)].includes(one))).toHaveLength(2);
    expect(paper[0]?.stem.en).toBe(`What is asked in ${keys[0]}?`);
    expect(await author.query(SAMPLE, { seed: SEED })).toEqual(paper);
    expect((await author.send(SAMPLE, { seed: 'x' })).errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    const missing = await author.send(SAMPLE, { seed: SEED, key: 'none' });
    expect(missing.errors[0]?.extensions).toMatchObject({ code: 'REFUSED', refusal: 'BLUEPRINT_MISSING' });
    const counts =
      'query { itemExposures(courseCode: "OLH-101", first: 2) { totalCount edges { node { itemKey papers state } } } }';
    expect(await author.query(counts)).toEqual({
      totalCount: 12,
      edges: [1, 2].map((number) => ({ node: { itemKey: key(number), papers: 0, state: 'READY' } })),
    });
  });

  it('ASM-77 proves to an auditor of the force that a paper is the one its seed draws, and counts it', async () => {
    const { attempt } = await started(world, 'officer');
    await world.settle();
    const replay = `query($id: ID!) { paperReplay(attemptId: $id) { attemptId seed candidates items digest replayedDigest identical } }`;
    const auditor = await world.as('capability');
    const codeOf = async (caller: Caller, id: string) =>
      (await caller.send(replay, { id })).errors[0]?.extensions['code'];
    expect(await codeOf(auditor, attempt.id)).toBe('FORBIDDEN');
    const grant = async (who: 'capability' | 'otherTrainer', force: 'harbourshire' | 'glan-arian') =>
      world
        .get(GrantRole)
        .execute(world.system(force), { personId: await world.personId(who), bundle: 'auditor' });
    await grant('capability', 'harbourshire');
    await grant('otherTrainer', 'glan-arian');
    const told = await auditor.query(replay, { id: attempt.id });
    expect(told).toMatchObject({ attemptId: attempt.id, items: 6, candidates: 12, identical: true });
    expect(told.seed).toMatch(/^[0-9a-f]{32}$/);
    expect(told.digest).toBe(told.replayedDigest);
    expect(await codeOf(await world.as('otherTrainer'), attempt.id)).toBe('NOT_FOUND');
    expect(await codeOf(auditor, 'x')).toBe('BAD_USER_INPUT');

    // One letter changed behind our back, and it is not identical any more.
    await world.connection
      .collection('attempts')
      .updateOne({ sittingId: { $exists: true } }, { $set: { 'paper.0.stem.en': 'Something else?' } });
    expect(await auditor.query(replay, { id: attempt.id })).toMatchObject({ identical: false });

    author = await world.as('author');
    const counts = 'query { itemExposures(courseCode: "OLH-101") { edges { node { itemKey papers } } } }';
    const { edges } = (await author.query(counts)) as { edges: { node: { papers: number } }[] };
    expect(edges.reduce((total, { node }) => total + node.papers, 0)).toBe(6);
  });
});

describe('retiring an item', () => {
  let world: World;
  let author: Caller;
  const RETIRED = 'itemKey state short { courseCode componentKey short { itemKey reason } }';

  beforeAll(async () => {
    world = await anAssessmentWorld();
    await bankOf(world);
    // Two hard items are asked for, and there are two.
    await world.get(SetBlueprint).execute(world.system('college'), {
      ...{ courseCode: COURSE, componentKey: 'paper', count: 4, quotas: [{ count: 2, difficulty: 'hard' }] },
    });
    author = await world.as('author');
  });
  afterAll(() => world.end());

  it('takes one that is not needed, and gives the same answer again', async () => {
    const retired = { __typename: 'ItemRetired', itemKey: key(12), state: 'RETIRED', short: [] };
    expect(await author.mutate('retireItem', { itemKey: key(12) }, RETIRED)).toEqual(retired);
    expect(await author.mutate('retireItem', { itemKey: key(12) }, RETIRED)).toEqual(retired);
    const events = await world.connection
      .collection('journal')
      .find({ type: 'assessment.item.retired.v1' })
      .toArray();
    expect(events).toHaveLength(1);
  });

  it('ASM-74 is refused, naming the blueprint, where papers could no longer be drawn', async () => {
    const refused = await author.mutate('retireItem', { itemKey: key(4) });
    expect(refused).toMatchObject({ code: 'ITEM_STILL_NEEDED', rule: 'ASM-74', field: 'itemKey' });
    expect(refused.message).toContain(`Without ${key(4)}, papers for OLH-101/paper could no longer be drawn`);
    expect(refused.message).toContain('level 1–4, hard would need 2 and the bank would have 1');
  });

  it('ASM-74 lets one of two at once go when only one can be spared', async () => {
    const easy = [
      { count: 7, difficulty: 'easy' as const },
      { count: 2, difficulty: 'hard' as const },
    ];
    // Nine easy ones are left (Q01–Q03 as one set), of which eight are asked for: Q06–Q11 and the set leave one to spare.
    const blueprint = { courseCode: COURSE, componentKey: 'paper', count: 10, quotas: easy };
    await world.get(SetBlueprint).execute(world.system('college'), blueprint);
    const codes = await Promise.all(
      [6, 7].map((one) => author.refusalOf('retireItem', { itemKey: key(one) })),
    );
    expect(codes.filter((code) => code === 'ITEM_STILL_NEEDED')).toHaveLength(1);
  });

  it.each(['', 'no', 'x'.repeat(501)])('ASM-75 wants a reason worth reading, not %j', async (evenIfShort) => {
    expect(await author.refusalOf('retireItem', { itemKey: key(4), evenIfShort })).toBe(
      'SHORT_REASON_MALFORMED',
    );
  });

  it('ASM-75 goes with a reason: the blueprint says that it is short, and the College hears', async () => {
    const evenIfShort = 'The key is wrong in law since Monday.';
    const retired = await author.mutate('retireItem', { itemKey: key(4), evenIfShort }, RETIRED);
    const short = { itemKey: key(4), reason: evenIfShort };
    expect(retired.short).toEqual([{ courseCode: COURSE, componentKey: 'paper', short }]);
    expect(await author.mutate('retireItem', { itemKey: key(4), evenIfShort }, RETIRED)).toEqual(retired);
    const events = await world.connection
      .collection('journal')
      .find({ type: 'assessment.blueprint.fell-short.v1' })
      .toArray();
    expect(events.map(({ data }) => data)).toEqual([
      { courseCode: COURSE, componentKey: 'paper', itemKey: key(4) },
    ]);
    expect(JSON.stringify(events)).not.toContain('Monday');
    const trainer = await world.as('trainer');
    const sitting = { courseCode: COURSE, opensAt: '2026-11-24T10:00:00Z', closesAt: '2026-11-24T12:00:00Z' };
    expect(await trainer.refusalOf('createSitting', { ...sitting, seats: 5, mode: 'ONLINE' })).toBe(
      'BLUEPRINT_SHORT',
    );
  });

  it('is no longer short once it is set and met', async () => {
    const { revision } = await author.query(READ, { course: COURSE, key: 'paper' });
    const wanted = { courseCode: COURSE, componentKey: 'paper', count: 4, quotas: [], revision };
    expect(await author.mutate('setBlueprint', wanted, 'short { itemKey }')).toMatchObject({ short: null });
  });

  it('finds no such item, refuses malformed input, and forbids it to others', async () => {
    expect(await author.codeOf('retireItem', { itemKey: 'OLH-101-Q99' })).toBe('NOT_FOUND');
    expect(await author.codeOf('retireItem', { itemKey: 7.5 })).toBe('BAD_USER_INPUT');
    for (const who of ['officer', 'trainer', 'otherTrainer', 'reviewer'] as const)
      expect([who, await (await world.as(who)).codeOf('retireItem', { itemKey: key(5) })]).toEqual([
        who,
        'FORBIDDEN',
      ]);
    expect(await world.stranger().codeOf('retireItem', { itemKey: key(5) })).toBe('UNAUTHENTICATED');
  });

  it('ASM-03 takes no draft out of the bank: it was never in it', async () => {
    await world
      .get(LoadItems)
      .execute(world.system('college'), [packItem(key(30), { state: 'draft', difficulty: 'easy' })]);
    expect(await author.refusalOf('retireItem', { itemKey: key(30) })).toBe('ITEM_STATE_REFUSED');
  });

  it('ASM-78 holds up no correction: the blueprint is short while an item is under review, and no longer', async () => {
    const reviewer = await world.as('reviewer');
    const content = {
      ...{ type: 'SINGLE', key: ['a'] },
      options: ['a', 'b', 'c'].map((id) => ({ id, text: { en: `Option ${id}` } })),
    };
    const text = { skillId: 'OLH-01', level: 1, points: 1, stem: { en: 'Which?' }, content };
    const at = { key: 'OLH-101-L1', version: 1 };
    await author.mutate('createItem', { key: at.key, courseCode: COURSE, use: 'PAPER', text });
    await author.mutate('sendItem', at);
    await reviewer.mutate('approveItem', at);
    await world.get(SetBlueprint).execute(world.system('college'), {
      ...{ courseCode: COURSE, componentKey: 'paper', count: 2, quotas: [{ count: 1, maxLevel: 1 }] },
    });
    const short = async () => {
      await world.settle();
      return ((await author.query(READ, { course: COURSE, key: 'paper' })) as { short: unknown }).short;
    };
    expect(await short()).toBeNull();
    await author.mutate('reviseItem', { ...at, text: { ...text, stem: { en: 'Which of these?' } } });
    expect(await short()).toMatchObject({ itemKey: at.key, reason: null });
    await reviewer.mutate('approveItem', { ...at, version: 2 });
    expect(await short()).toBeNull();
  });
});
