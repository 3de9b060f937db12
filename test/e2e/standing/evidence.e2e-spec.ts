import { GrantRole, PostPerson } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { RecordAuthority, RecordEvidence, type RecordEvidenceInput } from '@app/standing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { withCourse } from '../../support/with-course.js';

const PIECE = 'id state level kind lastValidDay';
const TREE =
  'level explanationText explanation { id parentId depth kind sentence rule counts why source confidence personIds evidenceId at }';
type Node = Record<string, any>;

describe('evidence of a person', () => {
  let world: World;
  let trainer: Caller;
  let capability: Caller;
  let someone: Caller;

  const record = (more: Partial<RecordEvidenceInput> = {}) =>
    world.get(RecordEvidence).execute(world.system(), {
      ...{ personId: someone.personId, skillId: 'OLH-01', level: 2, kind: 'external' },
      ...{ from: calendarDateOf('2026-10-01'), lastValidDay: null, title: englishOnly('Phones') },
      ...{ sourceId: newId(), provenance: { assessors: [], confidence: 'recorded', source: 'Chronicle' } },
      ...more,
    });
  const finding = (more: object = {}) => ({
    ...{ personId: someone.personId, skillId: 'OLH-01', level: 2, from: '2026-11-20' },
    ...{ reason: 'Failed twice at a scene.', ...more },
  });
  const standing = (who: Caller, more: object = {}, fields = TREE, headers = {}) =>
    who
      .send(
        `query S($personId: ID!, $asAt: Date, $knownAt: DateTime) { standing(personId: $personId, skillId: "OLH-01", asAt: $asAt, knownAt: $knownAt) { ${fields} } }`,
        { personId: someone.personId, ...more },
        headers,
      )
      .then((reply) => reply.data?.['standing']);
  const list = (who: Caller, args = '') =>
    who.send(
      `query E($id: ID!) { evidenceOf(personId: $id ${args}) { totalCount pageInfo { hasNextPage endCursor } edges { node { ${PIECE} skillId source confidence pastImportId endedAt } } } }`,
      { id: someone.personId },
    );
  const states = async (args = '') => {
    const { edges } = (await list(trainer, args)).data?.['evidenceOf'] ?? { edges: [] };
    return (edges as { node: Node }[]).map(({ node }) => node['state']);
  };

  beforeAll(async () => {
    world = await aWorld();
    await withCourse(world);
  }, 120_000);
  beforeEach(async () => {
    trainer = await world.as('trainer');
    capability = await world.as('capability');
    const personId = await world.join('harbourshire', { givenName: 'Pat', familyName: 'Noone' });
    someone = await world.signedIn(personId, world.forces.harbourshire.id);
  });
  afterAll(() => world.end());

  it('STD-54 a finding acts at once, once, with a reason that lies in the erasable payload alone', async () => {
    await record();
    expect((await standing(someone)).level).toBe(2);
    const made = await trainer.mutate('recordFinding', finding(), PIECE);
    expect(made).toMatchObject({ kind: 'NEGATIVE', state: 'IN_DATE', lastValidDay: '2027-11-20' });
    expect((await standing(someone)).level).toBe(1);
    expect((await trainer.mutate('recordFinding', finding(), 'id')).id).toBe(made.id);
    expect(await trainer.refusalOf('recordFinding', finding({ level: 1 }))).toBe('EVIDENCE_DIFFERS');
    for (const name of ['journal', 'evidence'])
      expect(JSON.stringify(await world.connection.collection(name).find().toArray())).not.toContain(
        'Failed twice',
      );
  });

  it('STD-54 is refused about oneself, about what has not happened, and without a reason', async () => {
    const refused = (more: object) => trainer.refusalOf('recordFinding', finding(more));
    expect(await refused({ personId: trainer.personId })).toBe('FINDING_OWN');
    expect(await refused({ from: '2026-11-24' })).toBe('EVIDENCE_IN_FUTURE');
    expect(await refused({ reason: ' ' })).toBe('CLAIM_TEXT_WRONG');
    expect(await refused({ level: 0 })).toBe('EVIDENCE_LEVEL_WRONG');
    expect(await refused({ skillId: 'XXX-01' })).toBe('EVIDENCE_SKILL_UNKNOWN');
    expect(await refused({ lastValidDay: '2026-11-19' })).toBe('EVIDENCE_ENDS_BEFORE_IT_BEGINS');
    expect(await (await world.as('otherTrainer')).codeOf('recordFinding', finding())).toBe('NOT_FOUND');
    expect(await someone.codeOf('recordFinding', finding())).toBe('FORBIDDEN');
    expect(await trainer.codeOf('recordFinding', finding({ personId: 'x' }))).toBe('BAD_USER_INPUT');
    expect(await trainer.codeOf('recordFinding', finding({ personId: newId() }))).toBe('NOT_FOUND');
  });

  it('STD-55 the person appeals; somebody else upholds it, and the finding is withdrawn', async () => {
    await record();
    const { id } = await trainer.mutate('recordFinding', finding(), 'id');
    const appeal = { evidenceId: id, statement: 'It was not me.' };
    expect(await capability.codeOf('appealFinding', appeal)).toBe('NOT_FOUND');
    const claim = await someone.mutate('appealFinding', appeal, 'id state kind evidenceId');
    expect(claim).toMatchObject({ kind: 'APPEAL', state: 'OPEN', evidenceId: id });
    expect((await someone.mutate('appealFinding', appeal, 'id')).id).toBe(claim.id);
    expect((await standing(someone)).level).toBe(1);
    const upheld = { claimId: claim.id, accept: true, reason: 'Another officer was meant.' };
    expect(await trainer.refusalOf('decideClaim', upheld)).toBe('CLAIM_SECOND_PERSON');
    expect((await capability.mutate('decideClaim', upheld, 'state')).state).toBe('ACCEPTED');
    expect((await standing(someone)).level).toBe(2);
    expect(await someone.refusalOf('appealFinding', appeal)).toBe('FINDING_NOT_IN_FORCE');
    const again = await trainer.mutate('recordFinding', finding(), 'id state');
    expect(again).toMatchObject({ state: 'IN_DATE' });
    expect(again.id).not.toBe(id);
  });

  it('STD-55 a dismissed appeal leaves the finding as it is', async () => {
    const { id } = await trainer.mutate('recordFinding', finding(), 'id');
    const claim = await someone.mutate('appealFinding', { evidenceId: id, statement: 'No.' }, 'id');
    await capability.mutate(
      'decideClaim',
      { claimId: claim.id, accept: false, reason: 'It stands.' },
      'state',
    );
    expect(await states('state: IN_DATE')).toEqual(['IN_DATE']);
    const piece = await record();
    expect(await someone.codeOf('appealFinding', { evidenceId: piece.id, statement: 'x' })).toBe('NOT_FOUND');
  });

  it('STD-56 is withdrawn with a reason; what was known before stays', async () => {
    const piece = await record();
    const knownAt = world.clock.now().toISOString();
    world.clock.advance({ minutes: 1 });
    trainer = await world.as('trainer');
    const input = { evidenceId: piece.id, reason: 'The wrong person.' };
    expect(await trainer.refusalOf('withdrawEvidence', { ...input, reason: ' ' })).toBe(
      'EVIDENCE_REASON_MISSING',
    );
    expect((await trainer.mutate('withdrawEvidence', input, PIECE)).state).toBe('WITHDRAWN');
    expect((await trainer.mutate('withdrawEvidence', input, PIECE)).state).toBe('WITHDRAWN');
    expect((await standing(someone)).level).toBe(0);
    expect((await standing(someone, { knownAt })).level).toBe(2);
    const more = { evidenceId: piece.id, level: 1, from: '2026-10-01', reason: 'x' };
    expect(await trainer.refusalOf('supersedeEvidence', more)).toBe('EVIDENCE_ALREADY_ENDED');
  });

  it('STD-56 is superseded by what shows no more, once', async () => {
    const piece = await record();
    const right = { evidenceId: piece.id, level: 1, from: '2026-10-02', reason: 'The certificate says 1.' };
    const refused = (more: object) => trainer.refusalOf('supersedeEvidence', { ...right, ...more });
    expect(await refused({ level: 3 })).toBe('EVIDENCE_RAISED');
    expect(await refused({ from: '2026-09-30' })).toBe('EVIDENCE_RAISED');
    expect(await refused({ lastValidDay: '2027-10-02' })).toBe('EVIDENCE_RAISED');
    expect(await refused({ lastValidDay: '2026-10-01' })).toBe('EVIDENCE_ENDS_BEFORE_IT_BEGINS');
    const made = await trainer.mutate('supersedeEvidence', right, PIECE);
    expect(made).toMatchObject({ level: 1, state: 'IN_DATE', lastValidDay: '2027-10-01' });
    expect((await trainer.mutate('supersedeEvidence', right, 'id')).id).toBe(made.id);
    expect(await refused({ level: 2 })).toBe('EVIDENCE_DIFFERS');
    expect((await standing(someone)).level).toBe(1);
    expect(await trainer.refusalOf('withdrawEvidence', { evidenceId: piece.id, reason: 'x' })).toBe(
      'EVIDENCE_ALREADY_ENDED',
    );
  });

  it('STD-56 not of an award, not of oneself, and by nobody else', async () => {
    const award = await record({ kind: 'award' });
    const input = (evidenceId: string) => ({ evidenceId, reason: 'x' });
    const correction = (evidenceId: string) => ({ ...input(evidenceId), level: 1, from: '2026-10-01' });
    expect(await trainer.refusalOf('withdrawEvidence', input(award.id))).toBe('EVIDENCE_OF_AWARD');
    expect(await trainer.refusalOf('supersedeEvidence', correction(award.id))).toBe('EVIDENCE_OF_AWARD');
    const own = await record({ personId: trainer.personId });
    expect(await trainer.refusalOf('withdrawEvidence', input(own.id))).toBe('EVIDENCE_OWN');
    const { id } = await record();
    const other = await world.as('otherTrainer');
    expect(await other.codeOf('withdrawEvidence', input(id))).toBe('NOT_FOUND');
    expect(await other.codeOf('supersedeEvidence', correction(id))).toBe('NOT_FOUND');
    expect(await someone.codeOf('withdrawEvidence', input(id))).toBe('FORBIDDEN');
    expect(await trainer.codeOf('withdrawEvidence', input(newId()))).toBe('NOT_FOUND');
    expect(await trainer.codeOf('supersedeEvidence', correction('x'))).toBe('BAD_USER_INPUT');
  });

  it('STD-58 is listed by page, skill, kind and state, with the import that brought it', async () => {
    const importId = newId<never>();
    const gone = await record({
      provenance: { assessors: [], confidence: 'stated', source: 'A list', importId },
    });
    await trainer.mutate('withdrawEvidence', { evidenceId: gone.id, reason: 'x' }, 'id');
    await record({ from: calendarDateOf('2025-01-01') });
    await record({ kind: 'prior', skillId: 'OLH-01', level: 1 });
    expect(await states()).toEqual(['IN_DATE', 'EXPIRED', 'WITHDRAWN']);
    expect(await states('state: EXPIRED')).toEqual(['EXPIRED']);
    expect(await states('kind: PRIOR')).toEqual(['IN_DATE']);
    expect(await states('skillId: "OLH-01" state: WITHDRAWN')).toEqual(['WITHDRAWN']);
    expect(await states('skillId: "DEV-01"')).toEqual([]);
    expect(await states('state: SUPERSEDED')).toEqual([]);
    expect(await states('state: NOT_YET')).toEqual([]);
    const first = (await list(trainer, 'first: 2')).data?.['evidenceOf'];
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = (await list(trainer, `first: 2 after: "${first.pageInfo.endCursor}"`)).data?.['evidenceOf'];
    expect(rest.edges.map(({ node }: { node: Node }) => node)).toMatchObject([
      { id: gone.id, source: 'A list', confidence: 'STATED', pastImportId: importId },
    ]);
    expect((await someone.query('{ myEvidence { totalCount } }')).totalCount).toBe(3);
    const plan = await world.connection
      .collection('evidence')
      .find({ forceId: objectId(world.forces.harbourshire.id), personId: objectId(someone.personId) })
      .sort({ _id: -1 })
      .explain('queryPlanner');
    expect(JSON.stringify(plan['queryPlanner'].winningPlan)).toContain('forceId_1_personId_1__id_-1');
  });

  it('STD-58 is read by the person, and by whom they are in reach of', async () => {
    await record();
    const codeOf = async (who: Caller) => (await list(who)).errors[0]?.extensions['code'];
    expect(await codeOf(someone)).toBeUndefined();
    expect(await codeOf(await world.as('supervisor'))).toBeUndefined();
    for (const key of ['colleague', 'otherTrainer'] as const)
      expect(await codeOf(await world.as(key))).toBe('NOT_FOUND');
    const personId = await world.join('harbourshire', { givenName: 'Sam', familyName: 'Reed' });
    const unitId = world.forces.harbourshire.units['other-team'] ?? null;
    await world.get(GrantRole).execute(world.system(), { personId, bundle: 'supervisor', unitId });
    expect(await codeOf(await world.signedIn(personId, world.forces.harbourshire.id))).toBe('NOT_FOUND');
  });

  it('STD-57 explains a standing as a tree that a person can read, today and as it was known', async () => {
    const past = await record();
    const old = await record({ from: calendarDateOf('2025-01-01'), title: englishOnly('An old one') });
    const knownAt = world.clock.now().toISOString();
    world.clock.advance({ minutes: 1 });
    trainer = await world.as('trainer');
    await trainer.mutate('recordFinding', finding(), 'id');
    await trainer.mutate('withdrawEvidence', { evidenceId: past.id, reason: 'Not his.' }, 'id');
    const now = await standing(trainer);
    const nodes: Node[] = now.explanation;
    expect(nodes[0]).toMatchObject({ id: '1', parentId: null, depth: 0, kind: 'STANDING', counts: false });
    const pieces = nodes.filter(({ kind }) => kind === 'EVIDENCE');
    expect(pieces.map(({ why, rule, counts }) => [why, rule, counts])).toEqual([
      ['finding-counts', 'STD-04', true],
      ['withdrawn', 'STD-06', false],
      ['expired', 'STD-04', false],
    ]);
    expect(pieces[2]).toMatchObject({ evidenceId: old.id });
    expect(pieces[2]?.['sentence']).toMatch(
      /^External certificate “An old one”, level 2\. Does not count on this day/,
    );
    const ids = new Set(nodes.map(({ id }) => id));
    for (const { id, parentId, depth } of nodes) {
      expect(parentId === null || ids.has(parentId)).toBe(true);
      expect(depth).toBe(id.split('.').length - 1);
    }
    const below = nodes.filter(({ parentId }) => parentId === pieces[1]?.['id']);
    expect(below.map(({ kind }) => kind)).toEqual(['SOURCE', 'KNOWN', 'ENDED']);
    expect(below[0]).toMatchObject({ source: 'Chronicle', confidence: 'RECORDED', rule: 'STD-43' });
    expect(below[0]?.['sentence']).toBe('Source: Chronicle. How sure: recorded in another system.');
    const judged = nodes.find(({ kind }) => kind === 'PEOPLE');
    expect(judged).toMatchObject({ personIds: [trainer.personId], sentence: 'Judged by Tess Farrow.' });
    expect(now.explanationText.split('\n')).toHaveLength(nodes.length);
    expect(now.explanationText).not.toContain('Not his');
    const then = await standing(trainer, { knownAt });
    expect(then.level).toBe(2);
    expect(then.explanation.map(({ why }: Node) => why).filter(Boolean)).toEqual(['counts', 'expired']);
    const welsh = await standing(trainer, {}, TREE, { 'accept-language': 'cy' });
    expect(welsh.explanationText).toContain('Barnwyd gan Tess Farrow.');
    expect(welsh.explanationText).toContain('Pa mor sicr: cofnodwyd mewn system arall.');
  });

  it('STD-59 after a transfer the receiving force sees outcomes alone, counts none, and only while they are posted there', async () => {
    const certification = { code: 'OLH-101', needsAuthority: true };
    await record({ kind: 'award', certification, title: englishOnly('A title of theirs') });
    await trainer.mutate('recordFinding', finding(), 'id');
    await world.get(RecordAuthority).execute(
      { ...world.system(), actor: { kind: 'person', personId: capability.personId } },
      {
        ...{ personId: someone.personId, certificationCode: 'OLH-101', state: 'authorised', to: null },
        ...{ from: calendarDateOf('2026-11-23'), reason: 'By the unit head' },
      },
    );
    const other = await world.as('otherTrainer');
    const ask = (who: Caller) =>
      who.send(
        'query O($id: ID!) { outcomesElsewhere(personId: $id) { force skillId certificationCode level from lastValidDay isInDate authority } }',
        { id: someone.personId },
      );
    expect((await ask(other)).errors[0]?.extensions['code']).toBe('NOT_FOUND');
    const glan = world.forces['glan-arian'];
    const people = world.connection.collection('people');
    await people.updateOne(
      { _id: objectId(someone.personId) },
      { $push: { forceIds: objectId(glan.id) } as never },
    );
    expect((await ask(other)).data?.['outcomesElsewhere']).toEqual([]);
    const unitId = glan.units['team'];
    if (unitId === undefined) throw new Error('No team');
    await world.get(PostPerson).execute(world.system('glan-arian'), {
      ...{ personId: someone.personId, unitId, roleId: 'response-officer', rankId: 'pc' },
      ...{ from: calendarDateOf('2026-11-23'), to: calendarDateOf('2026-11-30') },
    });
    await world.settle();
    expect((await ask(other)).data?.['outcomesElsewhere']).toEqual([
      {
        ...{ force: 'Harbourshire Police', skillId: 'OLH-01', certificationCode: 'OLH-101', level: 2 },
        ...{ from: '2026-10-01', lastValidDay: '2027-10-01', isInDate: true, authority: 'AUTHORISED' },
      },
    ]);
    expect((await standing(other)).level).toBe(0);
    const theirs = (await list(other)).data?.['evidenceOf'];
    expect(theirs.totalCount).toBe(0);
    const cover = await (await world.as('otherTrainer')).query(
      'query C($unitId: ID!) { cover(unitId: $unitId, skillId: "OLH-01", roleId: "response-officer") { rows { level inDate } } }',
      { unitId },
    );
    expect(cover.rows.every(({ inDate }: { inDate: number }) => inDate === 0)).toBe(true);
    expect((await standing(trainer, {}, 'level')).level).toBe(1);
    world.at('2026-12-01T09:00:00Z');
    expect((await ask(await world.as('otherTrainer'))).data?.['outcomesElsewhere']).toEqual([]);
  });
});
