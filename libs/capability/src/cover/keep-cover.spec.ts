import { LoadFramework } from '@app/framework';
import {
  AddPerson,
  CreateUnit,
  EndPosting,
  IdentityModule,
  PeopleReader,
  type Posting,
  PostPerson,
  RecordAbsence,
  ReinstatePerson,
  SuspendPerson,
  type UnitId,
} from '@app/identity';
import { addDays, addMonths, calendarDateOf } from '@app/platform/clock/calendar.js';
import {
  type ForceId,
  type PersonId,
  type RequestContext,
  scopeOf,
  systemContext,
} from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { Refusal } from '@app/platform/refusal/refusal.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import {
  type AuthorityState,
  type EvidenceCertification,
  type EvidenceId,
  RecordAuthority,
  RecordEvidence,
  StandingModule,
  WithdrawEvidence,
} from '@app/standing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CapabilityModule } from '../capability.module.js';
import { SetMinimumCover } from '../minimum/set-minimum-cover.js';
import { CoverReader } from './cover.reader.js';
import { COVER_TALLY } from './cover.schema.js';
import { KeepCover } from './keep-cover.js';
import { RebuildCover } from './rebuild-cover.js';
import { slotsOn } from './tally.js';

const words = englishOnly('x');
const day = calendarDateOf;
const start = day('2026-11-23');
const ROLE = 'response-officer';
const LEVELS = ['0', '1', '2', '3', '4'];

function skill(id: string) {
  return {
    ...{ id, areaId: 'DEV', name: englishOnly(id), description: words, fade: 'slow' as const },
    ...{ validityMonths: 24, levels: LEVELS },
  };
}

/** A force with a command, two teams below it and some people. */
interface Ground {
  readonly ctx: RequestContext;
  readonly units: readonly UnitId[];
  readonly people: readonly PersonId[];
}

describe('cover', () => {
  let world: DomainWorld;
  let staff = 0;

  beforeAll(async () => {
    world = await DomainWorld.of([CapabilityModule, IdentityModule, StandingModule]);
    const requirements = [
      { skillId: 'DEV-01', level: 2, essential: true },
      { skillId: 'DEV-02', level: 1, essential: false },
    ];
    await world.get(LoadFramework).execute(world.system(), {
      areas: [{ id: 'DEV', name: words, levels: LEVELS }],
      skills: [skill('DEV-01'), skill('DEV-02')],
      roles: [ROLE, 'neighbourhood-officer'].map((id) => ({
        id,
        name: englishOnly(id),
        employment: 'officer',
        purpose: '',
      })),
      ranks: [],
      profiles: [{ roleId: ROLE, roleName: englishOnly('Response officer'), requirements }],
      law: [],
    });
  });
  afterAll(() => world.close());

  async function ground(count: number): Promise<Ground> {
    const ctx = systemContext('test', newId<ForceId>());
    const unit = async (name: string, parentId: UnitId | null) =>
      (await world.get(CreateUnit).execute(ctx, { name, kind: 'team', parentId })).id;
    const top = await unit('Top', null);
    const units = [top, await unit('A', top), await unit('B', top)];
    const people: PersonId[] = [];
    for (let made = 0; made < count; made++) {
      staff += 1;
      const person = await world.get(AddPerson).execute(ctx, {
        givenName: 'Given',
        familyName: `Family ${staff}`,
        staffNumber: `S${staff}`,
        email: null,
      });
      people.push(person.id);
    }
    return { ctx, units, people };
  }

  const post = (on: Ground, who: number, unit: number, more: { from?: string; to?: string | null } = {}) =>
    world.get(PostPerson).execute(on.ctx, {
      ...{ personId: at(on.people, who), unitId: at(on.units, unit), rankId: 'pc', roleId: ROLE },
      ...{
        from: day(more.from ?? '2026-01-01'),
        to: more.to === undefined || more.to === null ? null : day(more.to),
      },
    });

  const prove = (
    on: Ground,
    who: number,
    level: number,
    from = '2026-11-23',
    skillId = 'DEV-01',
    certification?: EvidenceCertification,
  ) =>
    world.get(RecordEvidence).execute(on.ctx, {
      ...{
        personId: at(on.people, who),
        skillId,
        level,
        from: day(from),
        lastValidDay: addMonths(day(from), 12),
      },
      ...{ kind: 'award' as const, title: words, sourceId: newId<PersonId>() },
      ...(certification === undefined ? {} : { certification }),
    });

  const keep = (on: Ground, people = on.people) =>
    world.get(KeepCover).execute(on.ctx, { personIds: people });

  async function figures(on: Ground, unit: number, date: string): Promise<number[][]> {
    const rows = await world.get(CoverReader).of(on.ctx.force, at(on.units, unit), { on: day(date) });
    return rows.map(({ level, inDate, posted }) => [level, inDate, posted]);
  }

  /** Every tally and profile of the force’s cover, whatever its generation. */
  async function stored(on: Ground): Promise<unknown> {
    const forceId = objectId(on.ctx.force.forceId);
    const read = async (name: string, sort: string) => {
      const options = { promoteBuffers: true };
      const found = await world.connection.collection(name).find({ forceId }, options).toArray();
      const rows = found.map((row) => ({
        ...row,
        _id: String(row._id).split('|').slice(2).join('|'),
        generation: 0,
      }));
      return (rows as Record<string, unknown>[]).sort((a, b) => (String(a[sort]) < String(b[sort]) ? -1 : 1));
    };
    return JSON.parse(
      JSON.stringify({
        tallies: await read('coverTallies', '_id'),
        people: await read('coverProfiles', 'personId'),
      }),
    ) as unknown;
  }

  it('CAP-01 counts people posted and people in date, in the unit and above it, today and at a date', async () => {
    const on = await ground(3);
    await post(on, 0, 1);
    await post(on, 1, 1);
    await post(on, 2, 2);
    await prove(on, 0, 2);
    await prove(on, 2, 3);
    await keep(on);
    expect(await figures(on, 1, '2026-11-22')).toEqual([
      [2, 0, 2],
      [1, 0, 2],
    ]);
    expect(await figures(on, 1, '2026-11-23')).toEqual([
      [2, 1, 2],
      [1, 0, 2],
    ]);
    expect(await figures(on, 0, '2027-11-23')).toEqual([
      [2, 2, 3],
      [1, 0, 3],
    ]);
    expect(await figures(on, 0, '2027-11-24')).toEqual([
      [2, 0, 3],
      [1, 0, 3],
    ]);
    const need = { roleId: ROLE, skillId: 'DEV-01', level: 3 };
    expect(await world.get(CoverReader).ofForce(on.ctx.force, need, start)).toBe(1);
  });

  it('CAP-08 is read over a period, on its first day and wherever a figure moves', async () => {
    const on = await ground(2);
    await post(on, 0, 1);
    await post(on, 1, 1, { from: '2027-03-01', to: '2027-06-30' });
    await prove(on, 0, 2);
    await keep(on);
    const request = { roleId: ROLE, skillId: 'DEV-01', from: start, to: addMonths(start, 24) };
    expect(await world.get(CoverReader).over(on.ctx.force, at(on.units, 1), request)).toEqual([
      { on: '2026-11-23', inDate: 1, supervised: 0, posted: 1 },
      { on: '2027-03-01', inDate: 1, supervised: 0, posted: 2 },
      { on: '2027-07-01', inDate: 1, supervised: 0, posted: 1 },
      { on: '2027-11-24', inDate: 0, supervised: 0, posted: 1 },
    ]);
    const reader = world.get(CoverReader);
    const unit = at(on.units, 1);
    for (const wrong of [addDays(start, -1), addDays(addMonths(start, 36), 1)])
      await expect(reader.over(on.ctx.force, unit, { ...request, to: wrong })).rejects.toThrow(
        'COVER_PERIOD_WRONG',
      );
  });

  it('CAP-09 refuses a need that neither the profile nor a minimum has, and takes one that a minimum has', async () => {
    const on = await ground(1);
    const request = { roleId: 'neighbourhood-officer', skillId: 'DEV-01', from: start, to: start };
    const reader = world.get(CoverReader);
    const unit = at(on.units, 1);
    await expect(reader.over(on.ctx.force, unit, request)).rejects.toMatchObject({
      code: 'COVER_NEED_UNKNOWN',
    });
    await world
      .get(SetMinimumCover)
      .execute(on.ctx, { unitId: unit, roleId: ROLE, skillId: 'DEV-01', level: 4, minimum: 1 });
    const rows = await reader.of(on.ctx.force, unit, { on: start });
    expect(rows.map(({ level, minimum, short, essential }) => [level, minimum, short, essential])).toEqual([
      [4, 1, true, false],
    ]);
  });

  it('is of no other force', async () => {
    const on = await ground(1);
    await post(on, 0, 1);
    await keep(on);
    const elsewhere = scopeOf(newId<ForceId>());
    expect(await world.get(CoverReader).of(elsewhere, at(on.units, 1), { on: start })).toEqual([]);
  });

  it('CAP-05 follows recorded authority, shows supervision apart, and a rebuild finds nothing to correct', async () => {
    const on = await ground(1);
    await post(on, 0, 1);
    const certification = { code: 'DMI-201', needsAuthority: true };
    await prove(on, 0, 2, '2026-11-23', 'DEV-01', certification);
    const officer = world.as(newId<PersonId>(), on.ctx.force.forceId, ['capability-lead']);
    const rows = async (date: string) => {
      await keep(on);
      const read = await world.get(CoverReader).of(on.ctx.force, at(on.units, 1), { on: day(date) });
      return read.filter(({ skillId }) => skillId === 'DEV-01').map((row) => [row.inDate, row.supervised]);
    };
    const record = (state: AuthorityState, from: string) =>
      world.get(RecordAuthority).execute(officer, {
        ...{
          personId: at(on.people, 0),
          certificationCode: 'DMI-201',
          state,
          reason: 'as the panel decided',
        },
        ...{ from: day(from), to: null },
      });
    expect(await rows('2026-12-01')).toEqual([[0, 0]]);
    await record('supervised', '2026-11-23');
    expect(await rows('2026-12-01')).toEqual([[0, 1]]);
    world.clock.advance({ minutes: 1 });
    await record('authorised', '2026-12-02');
    expect(await rows('2026-12-01')).toEqual([[0, 1]]);
    expect(await rows('2026-12-02')).toEqual([[1, 0]]);
    expect(await world.get(RebuildCover).execute(on.ctx)).toMatchObject({ corrected: 0 });
    expect(await rows('2026-12-02')).toEqual([[1, 0]]);
  });

  it('CAP-06 is exact when many are counted at the same moment, and a change during it is not lost', async () => {
    const on = await ground(12);
    for (let who = 0; who < 12; who++) await post(on, who, 1 + (who % 2));
    await Promise.all(on.people.map(async (personId) => keep(on, [personId])));
    await Promise.all(
      on.people.map(async (personId, who) => {
        await prove(on, who, 2);
        await keep(on, [personId]);
      }),
    );
    expect((await figures(on, 0, '2026-12-01'))[0]).toEqual([2, 12, 12]);
    expect(await world.connection.collection('coverStale').countDocuments({})).toBe(0);
    expect(await world.get(RebuildCover).execute(on.ctx)).toEqual({ people: 12, units: 4, corrected: 0 });
  });

  it('CAP-06 is rebuilt from the facts where a count was wrong, missing or too many', async () => {
    const on = await ground(2);
    await post(on, 0, 1);
    await post(on, 1, 2);
    await prove(on, 0, 2);
    await keep(on);
    const right = await stored(on);
    const tallies = world.connection.collection('coverTallies');
    const forceId = objectId(on.ctx.force.forceId);
    const of = (unitId: UnitId | null, part: string) => ({
      ...{
        forceId,
        unitId: unitId === null ? null : objectId(unitId),
        roleId: ROLE,
        shift: '*',
        view: 'now',
        part,
      },
    });
    expect((await tallies.deleteOne(of(null, ''))).deletedCount).toBe(1);
    const one = await tallies.updateOne(of(at(on.units, 1), ''), {
      $set: { moves: Buffer.from([0, 0, 0, 0, 9, 0, 0, 0]) },
    });
    expect(one.modifiedCount).toBe(1);
    await tallies.insertOne({
      ...of(null, '1999'),
      ...{ _id: `${on.ctx.force.forceId}|1|now|force|ghost|*|1999` as never, generation: 1, roleId: 'ghost' },
      ...{ leaf: true, count: 1, lo: 0, hi: 0, moves: Buffer.alloc(8, 1), at: null, last: null },
    });
    expect(await world.get(RebuildCover).execute(on.ctx)).toMatchObject({ corrected: 3 });
    expect(await stored(on)).toEqual(right);
  });

  it('CAP-06 refuses a rebuild while cover is being kept', async () => {
    const on = await ground(0);
    const forceId = objectId(on.ctx.force.forceId);
    const leases = world.connection.collection('coverLeases');
    await leases.insertOne({ forceId, holder: 'another', until: new Date('2999-01-01T00:00:00Z') });
    await expect(world.get(RebuildCover).execute(on.ctx)).rejects.toMatchObject({ code: 'COVER_BEING_KEPT' });
    await leases.deleteOne({ forceId });
  });

  const action = fc.record({
    kind: fc.constantFrom(
      'post',
      'end',
      'absent',
      'prove',
      'prove',
      'negative',
      'withdraw',
      'suspend',
      'reinstate',
      'tell',
    ),
    who: fc.nat(3),
    unit: fc.nat(2),
    offset: fc.integer({ min: -200, max: 500 }),
    length: fc.option(fc.integer({ min: 0, max: 300 })),
    level: fc.integer({ min: 1, max: 4 }),
  });
  type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

  interface Memory {
    readonly postings: Posting[];
    readonly evidence: EvidenceId[];
  }

  async function act(on: Ground, step: Action, memory: Memory): Promise<void> {
    const from = addDays(start, step.offset);
    const to = step.length === null ? null : addDays(from, step.length);
    const personId = at(on.people, step.who);
    const proven = async (kind: 'award' | 'negative') => {
      const input = {
        personId,
        skillId: step.unit === 0 ? 'DEV-02' : 'DEV-01',
        level: step.level,
        from,
        kind,
      };
      const source = { lastValidDay: to, title: words, sourceId: newId<PersonId>() };
      memory.evidence.push((await world.get(RecordEvidence).execute(on.ctx, { ...input, ...source })).id);
    };
    const acts: Record<Action['kind'], () => Promise<unknown>> = {
      post: async () => memory.postings.push(await post(on, step.who, step.unit, { from, to })),
      end: async () => {
        const last = memory.postings.at(-1);
        const day = addDays(start, Math.abs(step.offset));
        if (last !== undefined) await world.get(EndPosting).execute(on.ctx, { postingId: last.id, to: day });
      },
      absent: () =>
        world.get(RecordAbsence).execute(on.ctx, { personId, from, to, clockStopped: step.level > 2 }),
      prove: () => proven('award'),
      negative: () => proven('negative'),
      withdraw: async () => {
        const evidenceId = memory.evidence.at(-1);
        if (evidenceId !== undefined)
          await world.get(WithdrawEvidence).execute(on.ctx, { evidenceId, reason: 'x' });
      },
      suspend: () => world.get(SuspendPerson).execute(on.ctx, { personId, reason: 'under review' }),
      reinstate: () => world.get(ReinstatePerson).execute(on.ctx, { personId }),
      tell: () => keep(on, [personId]),
    };
    await acts[step.kind]();
  }

  it('CAP-06 kept by events in any order, with repeats, is what a rebuild from nothing gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(action, { minLength: 6, maxLength: 25 }),
        fc.infiniteStream(fc.nat()),
        async (steps, dice) => {
          const on = await ground(4);
          const memory: Memory = { postings: [], evidence: [] };
          for (const step of steps) {
            try {
              await act(on, step, memory);
            } catch (error) {
              if (!(error instanceof Refusal)) throw error;
            }
          }
          // Each person's events arrive two to four times, in an order of the dice's making.
          const events = on.people.flatMap((person) =>
            Array.from({ length: 2 + ((dice.next().value ?? 0) % 3) }, () => person),
          );
          const shuffled = events
            .map((person) => ({ person, place: dice.next().value ?? 0 }))
            .sort((a, b) => a.place - b.place);
          for (const { person } of shuffled) await keep(on, [person]);
          const kept = await stored(on);
          const forceId = objectId(on.ctx.force.forceId);
          await world.connection.collection('coverTallies').deleteMany({ forceId });
          await world.connection.collection('coverProfiles').deleteMany({ forceId });
          await world.get(RebuildCover).execute(on.ctx);
          expect(await stored(on)).toEqual(kept);
        },
      ),
      { numRuns: 8 },
    );
  }, 120_000);

  it('reads the counts of a unit through one index, and the same number of documents whatever the head count', async () => {
    const on = await ground(30);
    const read = async () => {
      const { slots } = { slots: slotsOn(day('2026-12-01')).map(({ part }) => part) };
      const plan = await world.connection
        .model(COVER_TALLY)
        .find({
          ...{ forceId: on.ctx.force.forceId, generation: 1, view: 'now', shift: { $in: ['*'] } },
          ...{ part: { $in: slots }, roleId: { $in: [ROLE] }, unitId: { $in: [objectId(at(on.units, 0))] } },
        })
        .explain('executionStats');
      const { executionStats: stats } = plan as unknown as {
        executionStats: { totalDocsExamined: number; executionStages: unknown };
      };
      expect(JSON.stringify(stats.executionStages)).not.toContain('COLLSCAN');
      return stats.totalDocsExamined;
    };
    await post(on, 0, 1);
    await prove(on, 0, 2);
    await prove(on, 0, 2, '2026-12-01', 'DEV-02');
    await keep(on);
    const documents = 1;
    expect(await read()).toBe(documents);
    for (let who = 1; who < 30; who++) {
      await post(on, who, 1);
      await prove(on, who, 2);
    }
    await keep(on);
    expect(await read()).toBe(documents);
    expect(await world.get(PeopleReader).byIds(on.ctx.force, on.people)).toHaveProperty('size', 30);
  });
});

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`Nothing at ${index}`);
  return value;
}
