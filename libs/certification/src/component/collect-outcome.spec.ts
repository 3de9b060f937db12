import { CatalogueModule, ImportCourse, type PublishedVersion } from '@app/catalogue';
import { LoadFramework } from '@app/framework';
import { PostingReader, type UnitId } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import {
  type ForceId,
  type PersonId,
  type RequestContext,
  scopeOf,
} from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { StandingModule, StandingReader } from '@app/standing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mayReadAwards } from '../access.js';
import { AwardReader } from '../award/award.reader.js';
import { AWARD } from '../award/award.schema.js';
import { isSerial } from '../award/serial.js';
import { CertificationModule } from '../certification.module.js';
import { CollectOutcome, type CollectOutcomeInput } from './collect-outcome.js';
import { ComponentReader } from './component.reader.js';
import { COMPLETION } from './outcome.js';

const words = englishOnly('x');
const skill = (id: string, validityMonths: number) => ({
  ...{ id, areaId: 'DEV', name: words, description: words, fade: 'slow' as const, validityMonths },
  levels: ['0', '1', '2', '3', '4'],
});
const component = (key: string) => ({
  key,
  kind: 'observed-practical',
  title: words,
  hurdle: true,
  weight: null,
  graded: true,
});
const day = calendarDateOf;

describe('collecting components', () => {
  let world: DomainWorld;
  let ctx: RequestContext;
  const versions = new Map<string, PublishedVersion>();
  const forceId = newId<ForceId>();

  beforeAll(async () => {
    world = await DomainWorld.of([CertificationModule, CatalogueModule, StandingModule]);
    ctx = world.system(forceId);
    const skills = [skill('DEV-01', 24), skill('DEV-02', 6)];
    const areas = [{ id: 'DEV', name: words, levels: ['0', '1', '2', '3', '4'] }];
    await world
      .get(LoadFramework)
      .execute(ctx, { areas, skills, roles: [], ranks: [], profiles: [], law: [] });
    await course('ONE-101', ['paper']);
    await course('TWO-101', ['paper', 'observed']);
    await course('NIL-101', []);
  });
  afterAll(() => world.close());

  async function course(code: string, components: string[]): Promise<void> {
    const content = {
      ...{ title: englishOnly(`Course ${code}`), summary: null, status: 'complete' as const },
      ...{ durationMinutes: 60, validityMonths: 12, classification: 'OFFICIAL', warnings: [] },
      ...{ audienceRoles: [], prerequisites: [], modules: [], components: components.map(component) },
      skillsTaught: [
        { skillId: 'DEV-01', level: 2 },
        { skillId: 'DEV-02', level: 1 },
      ],
      assessment: { passPercent: 75, maxAttempts: 3, coolDownHours: 24, limitMinutes: 30 },
    };
    const { version } = await world.get(ImportCourse).execute(ctx, { code, content, note: 'test' });
    versions.set(code, version);
  }

  function versionOf(code: string): PublishedVersion {
    const version = versions.get(code);
    if (version === undefined) throw new Error(`No course ${code}`);
    return version;
  }

  function passing(
    personId: PersonId,
    code: string,
    more: Partial<CollectOutcomeInput> = {},
  ): CollectOutcomeInput {
    return {
      ...{ personId, courseCode: code, versionId: versionOf(code).id, componentKey: 'paper' },
      ...{ sourceId: 'attempt-1', on: day('2026-11-23'), percent: 80, passed: true, ...more },
    };
  }

  const collect = (input: CollectOutcomeInput) => world.get(CollectOutcome).execute(ctx, input);
  const count = (personId: PersonId) =>
    world.get(AwardReader).ofPerson(ctx.force, personId, { limit: 10, after: null });

  it('CRT-01 gives the award of a course with a paper alone, with copies of what stood', async () => {
    const personId = newId<PersonId>();
    const award = await collect(passing(personId, 'ONE-101'));
    expect(award).toMatchObject({ personId, cycle: 1, awardedOn: '2026-11-23', lastValidDay: '2027-11-23' });
    expect(award).toMatchObject({ courseTitle: englishOnly('Course ONE-101'), versionNumber: 1 });
    expect(isSerial(award?.serial ?? '')).toBe(true);
  });

  it('CRT-07 records evidence of each skill, to the shorter of the award’s validity and the skill’s', async () => {
    const personId = newId<PersonId>();
    const award = await collect(passing(personId, 'ONE-101'));
    expect(award?.skills).toEqual([
      { skillId: 'DEV-01', level: 2, lastValidDay: '2027-11-23' },
      { skillId: 'DEV-02', level: 1, lastValidDay: '2027-05-23' },
    ]);
    const standing = await world
      .get(StandingReader)
      .ofPerson(ctx.force, personId, { asAt: day('2027-05-24') });
    expect([...standing].map(([id, { level }]) => [id, level])).toEqual([
      ['DEV-01', 2],
      ['DEV-02', 0],
    ]);
  });

  it('CRT-04 waits for all components, and dates the award by the last', async () => {
    const personId = newId<PersonId>();
    const reader = world.get(ComponentReader);
    expect(
      await collect(passing(personId, 'TWO-101', { componentKey: 'observed', on: day('2026-12-02') })),
    ).toBeNull();
    expect((await reader.of(ctx.force, personId, versionOf('TWO-101'))).map(({ passed }) => passed)).toEqual([
      false,
      true,
    ]);
    expect(await collect(passing(personId, 'TWO-101'))).toMatchObject({ awardedOn: '2026-12-02' });
  });

  it('CRT-04 gives nothing for a component that the version does not have', async () => {
    const personId = newId<PersonId>();
    expect(await collect(passing(personId, 'ONE-101', { componentKey: 'essay' }))).toBeNull();
    expect(await collect(passing(personId, 'ONE-101', { componentKey: COMPLETION }))).toBeNull();
    expect((await count(personId)).totalCount).toBe(0);
  });

  it('CRT-04 refuses a version that nobody published', async () => {
    const input = passing(newId<PersonId>(), 'ONE-101', { versionId: newId<PersonId>() });
    await expect(collect(input)).rejects.toMatchObject({ code: 'COMPONENT_VERSION_UNKNOWN' });
  });

  it('CRT-04 takes the completion of a course without assessment', async () => {
    const award = await collect(passing(newId<PersonId>(), 'NIL-101', { componentKey: COMPLETION }));
    expect(award).toMatchObject({ courseCode: 'NIL-101', cycle: 1 });
  });

  it('CRT-06 gives one award when two components, or one twice, arrive at the same moment', async () => {
    const personId = newId<PersonId>();
    const observed = passing(personId, 'TWO-101', { componentKey: 'observed', sourceId: 'o' });
    const arrivals = [passing(personId, 'TWO-101'), observed, passing(personId, 'TWO-101'), observed];
    await Promise.all(arrivals.map(async (input) => collect(input)));
    expect((await count(personId)).totalCount).toBe(1);
    expect(
      await world.connection
        .collection('evidence')
        .countDocuments({ personId: { $exists: true }, sourceId: (await count(personId)).rows[0]?.id }),
    ).toBe(2);
  });

  it('CRT-05 answers a pass of the finished cycle with its award, and a later one with the next', async () => {
    const personId = newId<PersonId>();
    const first = await collect(passing(personId, 'ONE-101'));
    expect(await collect(passing(personId, 'ONE-101'))).toEqual(first);
    expect(
      await collect(passing(personId, 'ONE-101', { sourceId: 'earlier', on: day('2026-11-20') })),
    ).toEqual(first);
    const renewed = await collect(passing(personId, 'ONE-101', { sourceId: 'later', on: day('2027-10-01') }));
    expect(renewed).toMatchObject({ cycle: 2, awardedOn: '2027-10-01', lastValidDay: '2028-10-01' });
    expect((await count(personId)).rows.map(({ id }) => id)).toEqual([renewed?.id, first?.id]);
    expect(await world.get(AwardReader).latest(ctx.force, personId, 'ONE-101')).toEqual(renewed);
  });

  it('CRT-08 is read by its holder and within reach, and by no other force', async () => {
    const personId = newId<PersonId>();
    const award = await collect(passing(personId, 'ONE-101'));
    const elsewhere = scopeOf(newId<ForceId>());
    expect(award).not.toBeNull();
    if (award === null) return;
    expect(await world.get(AwardReader).byId(elsewhere, award.id)).toBeNull();
    expect(await world.get(AwardReader).byId(ctx.force, award.id)).toEqual(award);

    const unit = newId<UnitId>();
    const postings = { ofPerson: async () => [{ unitId: unit }] } as unknown as PostingReader;
    const whose = { personId, today: day('2026-11-24') };
    const supervisor = (unitId: UnitId) => ({
      ...world.as(newId<PersonId>(), forceId, []),
      bundles: [{ bundle: 'supervisor', forceId, unitId, reach: [unitId] }],
    });
    expect(await mayReadAwards(world.as(personId, forceId), postings, whose)).toBe(true);
    expect(await mayReadAwards(world.as(newId<PersonId>(), forceId), postings, whose)).toBe(false);
    expect(
      await mayReadAwards(world.as(newId<PersonId>(), forceId, ['training-lead']), postings, whose),
    ).toBe(true);
    expect(await mayReadAwards(supervisor(unit), postings, whose)).toBe(true);
    expect(await mayReadAwards(supervisor(newId<UnitId>()), postings, whose)).toBe(false);
  });

  it('pages a person’s awards newest first', async () => {
    const personId = newId<PersonId>();
    for (const year of [2026, 2027, 2028])
      await collect(passing(personId, 'ONE-101', { sourceId: `a${year}`, on: day(`${year}-11-23`) }));
    const reader = world.get(AwardReader);
    const page = await reader.ofPerson(ctx.force, personId, { limit: 2, after: null });
    expect(page.rows.map(({ cycle }) => cycle)).toEqual([3, 2]);
    const last = page.rows[1];
    const after = last === undefined ? '' : page.keyOf(last);
    expect(
      (await reader.ofPerson(ctx.force, personId, { limit: 2, after })).rows.map(({ cycle }) => cycle),
    ).toEqual([1]);
  });

  it('reads through indexes', async () => {
    const model = world.connection.model(AWARD);
    const wanted = { forceId: newId<ForceId>(), personId: newId<PersonId>() };
    const plans = [
      await model
        .find({ ...wanted, courseCode: 'X' })
        .sort({ cycle: -1 })
        .explain('queryPlanner'),
      await model.find(wanted).sort({ awardedOn: -1, _id: -1 }).explain('queryPlanner'),
    ];
    for (const plan of plans) {
      const text = JSON.stringify(
        (plan as unknown as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan,
      );
      expect(text).toContain('IXSCAN');
      expect(text).not.toMatch(/COLLSCAN|"SORT"/);
    }
  });
});
