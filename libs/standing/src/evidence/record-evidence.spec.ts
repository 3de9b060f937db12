import { LoadFramework, type Skill } from '@app/framework';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StandingReader } from '../standing/standing.reader.js';
import { StandingModule } from '../standing.module.js';
import type { EvidenceId } from './evidence.js';
import { RecordEvidence, type RecordEvidenceInput } from './record-evidence.js';
import { WithdrawEvidence } from './withdraw-evidence.js';

const LEVELS = ['0', '1', '2', '3', '4'];
const skill: Skill = {
  id: 'DEV-01',
  areaId: 'DEV',
  name: englishOnly('Recognise'),
  description: englishOnly('…'),
  fade: 'medium',
  ...{ validityMonths: 24, levels: LEVELS },
};

describe('recording evidence', () => {
  let world: DomainWorld;
  const forceId = newId<ForceId>();

  const input = (more: Partial<RecordEvidenceInput> = {}): RecordEvidenceInput => ({
    personId: newId<PersonId>(),
    skillId: 'DEV-01',
    level: 2,
    from: calendarDateOf('2026-11-23'),
    lastValidDay: calendarDateOf('2027-11-23'),
    kind: 'award',
    title: englishOnly('First contact with digital evidence'),
    sourceId: newId(),
    ...more,
  });
  const record = (what: RecordEvidenceInput) =>
    world.get(RecordEvidence).execute(world.system(forceId), what);
  const standing = (personId: PersonId) => {
    const when = { asAt: calendarDateOf('2026-11-23') };
    return world.get(StandingReader).of(world.system(forceId).force, { personId, skillId: 'DEV-01' }, when);
  };

  beforeAll(async () => {
    world = await DomainWorld.of([StandingModule]);
    const areas = [{ id: 'DEV', name: englishOnly('Scene'), levels: LEVELS }];
    const content = { areas, skills: [skill], roles: [], ranks: [], profiles: [], law: [] };
    await world.get(LoadFramework).execute(world.system(), content);
  });
  afterAll(() => world.close());

  it('STD-02 keeps the shorter of the award’s validity and the skill’s months, and tells it', async () => {
    const what = input({ lastValidDay: calendarDateOf('2030-01-01') });
    const evidence = await record(what);
    expect(evidence.lastValidDay).toBe('2028-11-23');
    const row = await world.connection.collection('journal').findOne({ 'data.evidenceId': evidence.id });
    expect(row?.['data']).toMatchObject({ lastValidDay: '2028-11-23', negative: false, forceId, level: 2 });
    expect(await standing(what.personId)).toMatchObject({ level: 2, lastValidDay: '2028-11-23' });
  });

  it('STD-05 gives the same evidence for the same source, and announces it once', async () => {
    const what = input();
    const first = await record(what);
    const [second, third] = await Promise.all([record(what), record(what)]);
    expect([second.id, third.id]).toEqual([first.id, first.id]);
    const told = await world.connection.collection('journal').countDocuments({ 'data.evidenceId': first.id });
    expect(told).toBe(1);
  });

  it('STD-05 refuses another content from the same source', async () => {
    const what = input();
    await record(what);
    await expect(record({ ...what, level: 3 })).rejects.toMatchObject({ code: 'EVIDENCE_DIFFERS' });
  });

  it('STD-01 refuses a skill that the framework has not, and a level that is none', async () => {
    await expect(record(input({ skillId: 'XXX-01' }))).rejects.toMatchObject({
      code: 'EVIDENCE_SKILL_UNKNOWN',
    });
    await expect(record(input({ level: 0 }))).rejects.toMatchObject({ code: 'EVIDENCE_LEVEL_WRONG' });
    await expect(record(input({ level: 2.5 }))).rejects.toMatchObject({ code: 'EVIDENCE_LEVEL_WRONG' });
  });

  it('STD-03 refuses evidence that ends before it begins', async () => {
    const backwards = input({ lastValidDay: calendarDateOf('2026-11-22') });
    await expect(record(backwards)).rejects.toMatchObject({ code: 'EVIDENCE_ENDS_BEFORE_IT_BEGINS' });
  });

  it('commits with its caller or not at all', async () => {
    const what = input();
    const failed = world.get(UnitOfWork).run(world.system(forceId), async () => {
      await record(what);
      throw new Error('the award failed');
    });
    await expect(failed).rejects.toThrow('the award failed');
    expect((await standing(what.personId)).because).toEqual([]);
  });

  it('STD-06 supersedes an earlier piece, which then counts no more', async () => {
    const what = input();
    const old = await record(what);
    await record({ ...what, sourceId: newId(), level: 1, supersedes: old.id });
    expect((await standing(what.personId)).level).toBe(1);
    const again = { ...what, sourceId: newId(), supersedes: old.id };
    await expect(record(again)).rejects.toMatchObject({ code: 'EVIDENCE_ALREADY_ENDED' });
  });

  it('STD-06 withdraws with a reason that lies apart, once, and leaves what was known before', async () => {
    const what = input();
    const evidence = await record(what);
    const before = world.clock.now();
    world.clock.advance({ minutes: 1 });
    const withdraw = (reason: string) =>
      world.get(WithdrawEvidence).execute(world.system(forceId), { evidenceId: evidence.id, reason });
    await expect(withdraw(' ')).rejects.toMatchObject({ code: 'EVIDENCE_REASON_MISSING' });
    const first = await withdraw('entered for the wrong person');
    world.clock.advance({ minutes: 1 });
    expect(await withdraw('again')).toEqual(first);
    expect((await standing(what.personId)).level).toBe(0);
    const asKnown = { asAt: what.from, knownAt: before };
    const scope = world.system(forceId).force;
    const then = await world.get(StandingReader).of(scope, { ...what }, asKnown);
    expect(then.level).toBe(2);
    const rows = await world.connection
      .collection('journal')
      .find({ 'data.evidenceId': evidence.id })
      .toArray();
    expect(rows.map(({ type }) => type as string)).toEqual([
      'standing.evidence.recorded.v1',
      'standing.evidence.withdrawn.v1',
    ]);
    expect(JSON.stringify(rows)).not.toContain('wrong person');
  });

  it('finds nothing of another force', async () => {
    const evidence = await record(input());
    const elsewhere = world.system(newId<ForceId>());
    const stolen = world.get(WithdrawEvidence).execute(elsewhere, { evidenceId: evidence.id, reason: 'x' });
    await expect(stolen).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const unknown = { evidenceId: newId<EvidenceId>(), reason: 'x' };
    const missing = world.get(WithdrawEvidence).execute(world.system(forceId), unknown);
    await expect(missing).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('reads a person’s standing by its index', async () => {
    const plan = await world.connection
      .collection('evidence')
      .find({ forceId: newId<never>(), personId: newId<never>(), skillId: 'DEV-01' })
      .explain('queryPlanner');
    expect(JSON.stringify(plan['queryPlanner'].winningPlan)).toContain('forceId_1_personId_1_skillId_1');
  });
});
