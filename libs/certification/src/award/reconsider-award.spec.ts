import { CatalogueModule, ImportCourse, type PublishedVersion } from '@app/catalogue';
import { LoadFramework } from '@app/framework';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { StandingModule, StandingReader } from '@app/standing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CertificationModule } from '../certification.module.js';
import { CollectOutcome } from '../component/collect-outcome.js';
import { type Cycle, nextCycle } from '../component/cycle.js';
import { CycleRepository } from '../component/cycle.repository.js';
import type { Outcome } from '../component/outcome.js';
import type { AwardId } from './award.js';
import { AwardReader } from './award.reader.js';
import { AwardsAtStake } from './awards-at-stake.js';
import { cycleAfterFall, homeOf, standingAward } from './fall.js';
import { ReconsiderAward } from './reconsider-award.js';

const words = englishOnly('x');
const day = calendarDateOf;

describe('reconsidering an award', () => {
  let world: DomainWorld;
  let ctx: RequestContext;
  let version: PublishedVersion;
  const forceId = newId<ForceId>();

  beforeAll(async () => {
    world = await DomainWorld.of([CertificationModule, CatalogueModule, StandingModule], {
      at: '2026-11-23T09:00:00Z',
    });
    ctx = world.system(forceId);
    const levels = ['0', '1', '2', '3', '4'];
    const skill = {
      ...{ id: 'DEV-01', areaId: 'DEV', name: words, description: words, fade: 'slow' as const },
      ...{ validityMonths: 24, levels },
    };
    const areas = [{ id: 'DEV', name: words, levels }];
    await world
      .get(LoadFramework)
      .execute(ctx, { areas, skills: [skill], roles: [], ranks: [], profiles: [], law: [] });
    const components = ['paper', 'watched'].map((key) => ({
      ...{ key, kind: 'observed-practical', title: words, hurdle: true, weight: null, graded: true },
    }));
    const imported = await world.get(ImportCourse).execute(ctx, {
      ...{ code: 'TWO-101', note: 'test' },
      content: {
        ...{ title: words, summary: null, status: 'complete', durationMinutes: 60, validityMonths: 12 },
        ...{ classification: 'OFFICIAL', warnings: [], audienceRoles: [], prerequisites: [], modules: [] },
        ...{ components, skillsTaught: [{ skillId: 'DEV-01', level: 2 }] },
        assessment: { passPercent: 75, maxAttempts: 3, coolDownHours: 24, limitMinutes: 30 },
      },
    });
    version = imported.version;
  });
  afterAll(() => world.close());

  const passed = (personId: PersonId, componentKey: string, sourceId: string, on: string) =>
    world.get(CollectOutcome).execute(ctx, {
      ...{ personId, courseCode: 'TWO-101', versionId: version.id, componentKey, sourceId },
      on: day(on),
      ...{ percent: 80, passed: true },
    });
  const revised = (personId: PersonId, sourceId: string, on: string, isPass: boolean) => ({
    ...{ personId, courseCode: 'TWO-101', versionId: version.id, componentKey: 'paper', sourceId },
    ...{
      on: day(on),
      percent: isPass ? 75 : 70,
      passed: isPass,
      reason: 'A result that the award rests on was corrected.',
    },
  });
  const reconsider = (input: ReturnType<typeof revised>) => world.get(ReconsiderAward).execute(ctx, input);
  const awardsOf = async (personId: PersonId) => {
    const { rows } = await world.get(AwardReader).ofPerson(ctx.force, personId, { limit: 10, after: null });
    return [...rows].sort((one, other) => one.cycle - other.cycle);
  };
  const evidenceOf = async (personId: PersonId) => {
    const all = await world.get(StandingReader).evidenceOfPeople(ctx.force, [personId]);
    return (all.get(personId) ?? []).map(({ from, ended }) => [from, ended?.how ?? null]);
  };

  it('CRT-20 CRT-22 CRT-23 withdraws it with its evidence when it stands no more, and gives it again by the day of the work', async () => {
    const personId = newId<PersonId>();
    await passed(personId, 'paper', 'attempt-1', '2026-11-02');
    const first = await passed(personId, 'watched', 'practical-1', '2026-11-10');
    expect(first).toMatchObject({ cycle: 1, awardedOn: '2026-11-10', withdrawn: null });

    const fall = revised(personId, 'attempt-1', '2026-11-02', false);
    expect(await world.get(AwardsAtStake).of(ctx.force, fall)).toEqual({
      would: 'WITHDRAW',
      awardId: first?.id,
    });
    await reconsider(fall);
    await reconsider(fall);
    expect(await awardsOf(personId)).toMatchObject([
      { cycle: 1, awardedOn: '2026-11-10', withdrawn: { on: '2026-11-23' } },
    ]);
    expect(await evidenceOf(personId)).toEqual([['2026-11-10', 'withdrawn']]);
    const journal = world.connection.collection('journal');
    expect(await journal.countDocuments({ type: 'certification.award.withdrawn.v1' })).toBe(1);

    // The practical still stands, so the corrected paper alone gives the award again: of 10 November, whenever it is corrected.
    const rise = revised(personId, 'attempt-1', '2026-11-02', true);
    expect(await world.get(AwardsAtStake).of(ctx.force, rise)).toEqual({ would: 'GIVE', awardId: null });
    await reconsider(rise);
    await reconsider(rise);
    expect(await awardsOf(personId)).toMatchObject([
      { cycle: 1, withdrawn: { on: '2026-11-23' } },
      { cycle: 2, awardedOn: '2026-11-10', lastValidDay: '2027-11-10', withdrawn: null },
    ]);
    expect(await evidenceOf(personId)).toEqual([
      ['2026-11-10', 'withdrawn'],
      ['2026-11-10', null],
    ]);
    const skill = { personId, skillId: 'DEV-01' as never };
    const moment = { asAt: day('2026-11-23'), knownAt: new Date('2026-11-23T09:00:00Z') };
    const now = await world.get(StandingReader).of(ctx.force, skill, moment);
    expect(now).toMatchObject({ level: 2 });
  });

  it('CRT-21 a later pass needs no component twice; the finished cycle keeps what it rested on', async () => {
    const personId = newId<PersonId>();
    await passed(personId, 'paper', 'attempt-1', '2026-11-02');
    await passed(personId, 'watched', 'practical-1', '2026-11-10');
    await reconsider(revised(personId, 'attempt-1', '2026-11-02', false));
    const award = await passed(personId, 'paper', 'attempt-2', '2026-12-01');
    expect(award).toMatchObject({ cycle: 2, awardedOn: '2026-12-01' });
    const cycles = await world.get(CycleRepository).ofCourse(ctx.force, personId, 'TWO-101');
    const sources = cycles.map(({ outcomes }) => outcomes.map(({ sourceId }) => sourceId));
    expect(sources).toEqual([
      // The corrected result goes along as what it is now, a fail, beside what still stands.
      ['practical-1', 'attempt-1', 'attempt-2'],
      ['attempt-1', 'practical-1'],
    ]);
  });

  it('CRT-20 an outcome that waits for others is taken back alone, and one that counts nowhere changes nothing', async () => {
    const personId = newId<PersonId>();
    await passed(personId, 'paper', 'attempt-1', '2026-11-02');
    await reconsider(revised(personId, 'attempt-9', '2026-11-02', false));
    const cycles = () => world.get(CycleRepository).ofCourse(ctx.force, personId, 'TWO-101');
    const held = async () => (await cycles())[0]?.outcomes.filter(({ passed: is }) => is) ?? [];
    expect(await held()).toHaveLength(1);
    const fall = revised(personId, 'attempt-1', '2026-11-02', false);
    expect(await world.get(AwardsAtStake).of(ctx.force, fall)).toBeNull();
    await reconsider(fall);
    expect(await cycles()).toMatchObject([
      {
        cycle: 1,
        outcomes: [{ sourceId: 'attempt-9' }, { sourceId: 'attempt-1', passed: false, percent: 70 }],
      },
    ]);
    expect(await awardsOf(personId)).toEqual([]);
    const rise = revised(personId, 'attempt-1', '2026-11-02', true);
    expect(await world.get(AwardsAtStake).of(ctx.force, rise)).toBeNull();
    await reconsider(rise);
    expect(await passed(personId, 'watched', 'practical-1', '2026-11-10')).toMatchObject({ cycle: 1 });
  });

  it('CRT-22 a rise where a later award stands already changes nothing', async () => {
    const personId = newId<PersonId>();
    await passed(personId, 'paper', 'attempt-2', '2026-11-05');
    await passed(personId, 'watched', 'practical-1', '2026-11-10');
    const rise = revised(personId, 'attempt-1', '2026-11-02', true);
    expect(await world.get(AwardsAtStake).of(ctx.force, rise)).toBeNull();
    await reconsider(rise);
    expect(await awardsOf(personId)).toHaveLength(1);
  });

  it('CRT-21 looks for a result in the latest cycle that holds it, and leaves a later award alone', () => {
    const personId = newId<PersonId>();
    const outcome = (sourceId: string, place: number, isPass = true): Outcome => ({
      ...{ sourceId, componentKey: `c${place}`, versionId: 'v', on: day('2026-01-01') },
      ...{ percent: 80, passed: isPass, counts: true, asOf: new Date('2026-01-01T12:00:00Z') },
    });
    const cycle = (number: number, awardId: string | null, ...sources: string[]): Cycle => ({
      ...nextCycle({ personId, courseCode: 'TWO-101' }, null),
      ...{
        cycle: number,
        awardId: awardId as AwardId | null,
        awardedOn: awardId === null ? null : day('2026-01-01'),
      },
      outcomes: sources.map((sourceId, place) => outcome(sourceId, place)),
    });
    const older = cycle(1, 'a1', 's1', 's2');
    const newer = cycle(2, 'a2', 's3', 's4');
    const standing = [{ id: 'a1' as AwardId }, { id: 'a2' as AwardId }];
    expect(homeOf([newer, older], outcome('s1', 0))).toBe(older);
    expect(homeOf([newer, older], outcome('s9', 0))).toBeUndefined();
    expect(homeOf([cycle(2, null, 's1'), older], outcome('s1', 0))).toMatchObject({ cycle: 2 });
    expect(standingAward(older, standing)).toEqual({ id: 'a1' });
    // Withdrawn already: nothing rests on it.
    expect(standingAward(older, [{ id: 'a2' as AwardId }])).toBeNull();
    const failed = outcome('s1', 0, false);
    expect(cycleAfterFall(older, [newer, older], failed)).toBeNull();
    // A next cycle that waits takes over what it does not have, the corrected result as it is now.
    const waiting = cycle(2, null, 's5');
    const onwards = cycleAfterFall(older, [waiting, older], failed)?.outcomes ?? [];
    expect(onwards.map(({ sourceId, passed: is }) => [sourceId, is])).toEqual([
      ['s5', true],
      ['s2', true],
      ['s1', false],
    ]);
  });
});
