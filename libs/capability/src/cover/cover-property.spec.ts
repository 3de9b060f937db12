import { LoadFramework } from '@app/framework';
import { CreateUnit, IdentityModule, type UnitId } from '@app/identity';
import {
  addDays,
  type CalendarDate,
  holdsOn,
  londonDate,
  startOfLondonDay,
} from '@app/platform/clock/calendar.js';
import { type ForceId, type PersonId, systemContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { AuthorityReader, practiceOn, StandingModule, StandingReader, standingAt } from '@app/standing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CapabilityModule } from '../capability.module.js';
import { Chance, RandomEvents, type Scene, type Write, writeAll } from '../testing/random-events.js';
import { Columns, POSTED, supervisedColumn } from './columns.js';
import type { StoredPart, StoredState } from './cover.schema.js';
import { ANY, tallyName } from './expand.js';
import { KeepCover } from './keep-cover.js';
import { DAYS } from './moves.js';
import type { View } from './profile.js';
import { RebuildCover } from './rebuild-cover.js';
import { movesOf } from './tally.js';
import { TallyReader } from './tally.reader.js';

/**
 * The whole form: `COVER_EVENTS=100000 COVER_SEED=7 npm run jest -- libs/capability/src/cover/cover-property.spec.ts`. It says
 * its seed, so that what fails can be seen again.
 */
const EVENTS = Number(process.env['COVER_EVENTS'] ?? 1000);
const SEED = Number(process.env['COVER_SEED'] ?? 20261123);
const PEOPLE = Math.min(400, 40 + Math.floor(EVENTS / 250));
const MONTHS = 24;
const AT_ONCE = 50;
const SAMPLES = 60;

const skills = ['DEV-01', 'DEV-02', 'DFX-01', 'OLH-01', 'CYB-01', 'COM-02'];
const roles = ['response-officer', 'neighbourhood-officer'];
const words = englishOnly('x');

describe(`cover after ${EVENTS} random events (seed ${SEED})`, () => {
  let world: DomainWorld;
  let scene: Scene;
  const chance = new Chance(SEED);
  const forceId = newId<ForceId>();
  const ctx = systemContext('test', forceId);

  beforeAll(async () => {
    world = await DomainWorld.of([CapabilityModule, IdentityModule, StandingModule], {
      at: '2025-01-06T09:00:00Z',
    });
    const levels = ['0', '1', '2', '3', '4'];
    await world.get(LoadFramework).execute(world.system(), {
      areas: [{ id: 'DEV', name: words, levels }],
      skills: skills.map((id) => ({
        ...{ id, areaId: 'DEV', name: words, description: words, fade: 'slow' as const },
        ...{ validityMonths: 24, levels },
      })),
      ...{ roles: [], ranks: [], profiles: [], law: [] },
    });
    const unit = async (name: string, parentId: UnitId | null) =>
      (await world.get(CreateUnit).execute(ctx, { name, kind: 'team', parentId })).id;
    const top = await unit('Top', null);
    const [north, south] = [await unit('North', top), await unit('South', top)];
    const teams = [await unit('N1', north), await unit('N2', north), await unit('S1', south)];
    const units = [top, north, ...teams, ...teams, await unit('Apart', null)];
    scene = { forceId, units, roles, skills, certifications: ['DMI-201', 'SIG-301'] };
  }, 60_000);
  afterAll(() => world.close());

  const collection = (name: string) => world.connection.collection(name);

  /** Every tally of the force's cover by what it counts, whatever order the columns came in. */
  async function picture(): Promise<Record<string, string[]>> {
    const state = (await collection('coverStates').findOne({
      forceId: objectId(forceId),
    })) as StoredState | null;
    const names = new Columns(state?.columns ?? []).names;
    const parts = collection('coverTallies').find(
      { forceId: objectId(forceId), generation: state?.generation ?? 1 },
      { promoteBuffers: true },
    );
    const found: Record<string, string[]> = {};
    for (const part of (await parts.toArray()) as unknown as StoredPart[]) {
      const name = tallyName({ ...part, unitId: (part.unitId?.toHexString() ?? null) as UnitId | null });
      const lines = [...movesOf(part)].map(([key, by]) => {
        const width = part.leaf ? DAYS : 256;
        const cell = Math.floor(key / width);
        return `${names[Math.floor(cell / 4)] ?? '?'}/${1 + (cell % 4)} ${key % width} ${by}`;
      });
      found[`${name}|${part.part}`] = lines.sort();
    }
    return found;
  }

  /** Lets so many things happen while cover hears of them late, twice and in any order. */
  async function live(events: RandomEvents): Promise<void> {
    let writes: Write[] = Array.from({ length: PEOPLE }, () => events.join());
    const waiting: { personId: PersonId; due: number }[] = [];
    const minutes = Math.floor((MONTHS * 30 * 24 * 60) / EVENTS);
    for (let at = 0; at < EVENTS; at++) {
      const { personId, writes: own } = events.happen(world.clock.now());
      writes.push(...own);
      const late = chance.next() < 0.1 ? chance.below(500) : chance.below(20);
      waiting.push({ personId, due: at + late });
      if (chance.next() < 0.2) waiting.push({ personId, due: at + chance.below(800) });
      world.clock.advance({ minutes });
      if (at % AT_ONCE !== AT_ONCE - 1) continue;
      await writeAll(world.connection, writes);
      writes = [];
      await hear(takeDue(waiting, at));
    }
    await writeAll(world.connection, writes);
    await hear(takeDue(waiting, Number.POSITIVE_INFINITY));
  }

  function takeDue(waiting: { personId: PersonId; due: number }[], at: number): PersonId[] {
    const due = waiting.filter((each) => each.due <= at);
    waiting.splice(0, waiting.length, ...waiting.filter((each) => each.due > at));
    return chance.shuffled(due.map(({ personId }) => personId));
  }

  async function hear(personIds: readonly PersonId[]): Promise<void> {
    const half = chance.below(personIds.length + 1);
    for (const some of [personIds.slice(0, half), personIds.slice(half)])
      if (some.length > 0) await world.get(KeepCover).execute(ctx, { personIds: some });
  }

  it('CAP-06 CAP-31 kept by events is what a rebuild gives, today and as known on each day, to the last number', async () => {
    const events = new RandomEvents(scene, chance);
    await live(events);
    const kept = await picture();
    expect(Object.keys(kept).length).toBeGreaterThan(100);

    expect(await world.get(RebuildCover).execute(ctx)).toMatchObject({ corrected: 0 });
    expect(await picture()).toEqual(kept);

    for (const name of ['coverStates', 'coverTallies', 'coverProfiles', 'coverStale', 'coverLeases'])
      await collection(name).deleteMany({});
    await world.get(RebuildCover).execute(ctx);
    expect(await picture()).toEqual(kept);

    for (let sample = 0; sample < SAMPLES; sample++) await looksRight(events);
  }, 3_600_000);

  /** One count, held against one that is worked out of every person’s facts in the plainest way. */
  async function looksRight(events: RandomEvents): Promise<void> {
    const view: View = chance.of(['now', 'past']);
    const unitId = chance.of([null, ...scene.units]);
    const roleId = chance.of([ANY, ...roles]);
    const skillId = chance.of(skills);
    const level = 1 + chance.below(4);
    const on = addDays(londonDate(world.clock.now()), chance.below(1200) - 800);
    const { columns, numbers } = await world
      .get(TallyReader)
      .on(ctx.force, { view, unitIds: [unitId], roleIds: [roleId] }, on);
    const own = numbers.get(tallyName({ view, unitId, roleId, shift: ANY }))?.numbers ?? [];
    const seen = [
      columns.count(own, POSTED),
      columns.count(own, skillId, level),
      columns.count(own, supervisedColumn(skillId), level),
    ];
    expect({ view, roleId, on, seen }).toEqual({
      view,
      roleId,
      on,
      seen: await naive(events, { view, unitId, roleId, skillId, level, on }),
    });
  }

  interface Question {
    readonly view: View;
    readonly unitId: UnitId | null;
    readonly roleId: string;
    readonly skillId: string;
    readonly level: number;
    readonly on: CalendarDate;
  }

  async function isSuspended(id: PersonId, knownAt: Date): Promise<boolean> {
    const person = await collection('people').findOne({ _id: objectId(id) });
    const told = ((person?.['suspensions'] ?? []) as { at: Date; suspendedIn: unknown[] }[])
      .filter(({ at }) => at <= knownAt)
      .at(-1);
    return told !== undefined && told.suspendedIn.length > 0;
  }

  /** The unit and those below it; null for the whole force. */
  async function unitsBelow(unitId: UnitId | null): Promise<Set<string> | null> {
    if (unitId === null) return null;
    const units = await collection('units')
      .find({ path: objectId(unitId) })
      .toArray();
    return new Set(units.map(({ _id }) => String(_id)));
  }

  async function naive(events: RandomEvents, question: Question): Promise<[number, number, number]> {
    const { view, unitId, roleId, skillId, level, on } = question;
    const knownAt =
      view === 'now' ? new Date(8.64e15) : new Date(startOfLondonDay(addDays(on, 1)).getTime() - 1);
    const below = await unitsBelow(unitId);
    const sums: [number, number, number] = [0, 0, 0];
    for (const { id } of events.people) {
      const whose = { forceId: objectId(forceId), personId: objectId(id) };
      const holding = (rows: Record<string, any>[]) =>
        rows.filter(({ from, known }) => {
          const told = (known as { at: Date; to: CalendarDate | null }[])
            .filter(({ at }) => at <= knownAt)
            .at(-1);
          return told !== undefined && holdsOn({ from: from as CalendarDate, to: told.to }, on);
        });
      const posts = holding(await collection('postings').find(whose).toArray()).filter(
        (row) =>
          (below === null || below.has(String(row['unitId']))) &&
          (roleId === ANY || row['roleId'] === roleId),
      );
      if (posts.length === 0) continue;
      sums[0] += 1;
      if (await isSuspended(id, knownAt)) continue;
      if (holding(await collection('absences').find(whose).toArray()).length > 0) continue;
      const pieces = await world.get(StandingReader).evidenceOf(ctx.force, id, skillId);
      const records = (await world.get(AuthorityReader).ofPerson(ctx.force, id)).filter(
        ({ recordedAt }) => recordedAt <= knownAt,
      );
      const practice = (code: string, asks: boolean) =>
        practiceOn(
          records.filter(({ certificationCode }) => certificationCode === code),
          on,
          asks,
        );
      const under = (allowed: string[]) =>
        pieces.filter(
          ({ certification }) =>
            certification === null ||
            allowed.includes(practice(certification.code, certification.needsAuthority)),
        );
      const alone = standingAt(under(['authorised']), on, knownAt).level;
      const supervised = standingAt(under(['authorised', 'supervised']), on, knownAt).level;
      if (alone >= level) sums[1] += 1;
      else if (supervised >= level) sums[2] += 1;
    }
    return sums;
  }
});
