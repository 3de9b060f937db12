import type { UnitId } from '@app/identity';
import { addDays, type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import type { DomainWorld } from '@app/platform/testing/domain-world.js';

type Connection = DomainWorld['connection'];
/** An operation of a bulk write, as the driver takes it. */
type Operation = object;

/** What one person's facts are at the source, as the test knows them: the second opinion is worked out from these. */
export interface Person {
  readonly id: PersonId;
  readonly postings: Record<'id' | 'unitId' | 'roleId' | 'from', string>[];
  readonly pieces: string[];
}

/** A seeded source of chance: mulberry32. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number below `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** One of the list. */
  of<T>(list: readonly T[]): T {
    const value = list[this.below(list.length)];
    if (value === undefined) throw new RangeError('Nothing to choose from');
    return value;
  }

  /** A copy in random order. */
  shuffled<T>(list: readonly T[]): T[] {
    const out = [...list];
    for (let at = out.length - 1; at > 0; at--) {
      const other = this.below(at + 1);
      [out[at], out[other]] = [out[other] as T, out[at] as T];
    }
    return out;
  }
}

/** What the random events are about. */
export interface Scene {
  readonly forceId: ForceId;
  readonly units: readonly UnitId[];
  readonly roles: readonly string[];
  readonly skills: readonly string[];
  readonly certifications: readonly string[];
}

/** One write to one collection. */
export interface Write {
  readonly collection: string;
  readonly operation: Operation;
}

/**
 * Things that happen to people of a force, written as identity and standing write them, without their use cases: a hundred
 * thousand of them in minutes. Nothing here knows of cover.
 */
export class RandomEvents {
  readonly people: Person[] = [];
  private absences = 0;

  constructor(
    private readonly scene: Scene,
    private readonly chance: Chance,
  ) {}

  /** Somebody new, posted nowhere yet. */
  join(): Write {
    const id = newId<PersonId>();
    this.people.push({ id, postings: [], pieces: [] });
    const document = {
      _id: objectId(id),
      forceIds: [objectId(this.scene.forceId)],
      suspendedIn: [],
      suspensions: [],
    };
    return { collection: 'people', operation: { insertOne: { document: { ...document, sortKey: id } } } };
  }

  /** One thing that happens to somebody now. */
  happen(now: Date): { personId: PersonId; writes: Write[] } {
    const person = this.chance.of(this.people);
    const [kind] = [this.chance.of(KINDS)];
    return { personId: person.id, writes: this[kind](person, now) };
  }

  private post(person: Person, now: Date): Write[] {
    const from = this.near(now, 300);
    const to = this.until(from);
    const shiftPattern = this.chance.of([null, null, '2-2-2-4 A', '2-2-2-4 B']);
    const unitId = this.chance.of(this.scene.units);
    const roleId = this.chance.of(this.scene.roles);
    if (
      person.postings.some((each) => each.unitId === unitId && each.roleId === roleId && each.from === from)
    )
      return [];
    if (person.postings.length > 5) return this.end(person, now);
    const id = newId<never>();
    person.postings.push({ id, unitId, roleId, from });
    const ids = { _id: objectId(id), forceId: objectId(this.scene.forceId), personId: objectId(person.id) };
    const document = {
      ...ids,
      unitId: objectId(unitId),
      roleId,
      from,
      to,
      shiftPattern,
      known: [{ at: now, to }],
    };
    return [{ collection: 'postings', operation: { insertOne: { document } } }];
  }

  private end(person: Person, now: Date): Write[] {
    if (person.postings.length === 0) return [];
    const { id, from } = this.chance.of(person.postings);
    const day = this.near(now, 120);
    const to = day < from ? from : day;
    const update = { $set: { to }, $push: { known: { at: now, to } } };
    return [
      {
        collection: 'postings',
        operation: { updateOne: { filter: { _id: objectId(id as never) }, update } },
      },
    ];
  }

  private absent(person: Person, now: Date): Write[] {
    this.absences += 1;
    const from = addDays(this.near(now, 60), 0);
    const to = this.chance.next() < 0.1 ? null : addDays(from, this.chance.below(40));
    const filter = { forceId: objectId(this.scene.forceId), personId: objectId(person.id), from };
    const update = { $set: { to, clockStopped: this.absences % 2 === 0 }, $push: { known: { at: now, to } } };
    return [{ collection: 'absences', operation: { updateOne: { filter, update, upsert: true } } }];
  }

  private suspend(person: Person, now: Date): Write[] {
    return [this.suspension(person, now, [objectId(this.scene.forceId)])];
  }

  private reinstate(person: Person, now: Date): Write[] {
    return [this.suspension(person, now, [])];
  }

  private suspension(person: Person, now: Date, suspendedIn: object[]): Write {
    const update = { $set: { suspendedIn }, $push: { suspensions: { at: now, suspendedIn } } };
    return {
      collection: 'people',
      operation: { updateOne: { filter: { _id: objectId(person.id) }, update } },
    };
  }

  private prove(person: Person, now: Date, kind = 'award'): Write[] {
    const id = newId<never>();
    person.pieces.push(id);
    const from = this.near(now, 200);
    const code = this.chance.of(this.scene.certifications);
    const certification =
      this.chance.next() < 0.5 ? null : { code, needsAuthority: this.chance.next() < 0.5 };
    const document = {
      ...{ _id: objectId(id), forceId: objectId(this.scene.forceId), personId: objectId(person.id) },
      ...{ skillId: this.chance.of(this.scene.skills), level: 1 + this.chance.below(4), kind, sourceId: id },
      ...{
        title: { en: 'x', cy: null, cyState: 'absent' },
        from,
        lastValidDay: addDays(from, this.chance.below(700)),
      },
      ...{ recordedAt: now, ended: null, certification: kind === 'negative' ? null : certification },
    };
    return [{ collection: 'evidence', operation: { insertOne: { document } } }];
  }

  private find(person: Person, now: Date): Write[] {
    return this.prove(person, now, 'negative');
  }

  private withdraw(person: Person, now: Date): Write[] {
    if (person.pieces.length === 0) return [];
    const filter = { _id: objectId(this.chance.of(person.pieces) as never), ended: null };
    const update = { $set: { ended: { at: now, how: 'withdrawn' } } };
    return [{ collection: 'evidence', operation: { updateOne: { filter, update } } }];
  }

  private authorise(person: Person, now: Date): Write[] {
    const from = addDays(londonDate(now), this.chance.below(30));
    const to = this.chance.next() < 0.5 ? null : addDays(from, this.chance.below(200));
    const document = {
      ...{ forceId: objectId(this.scene.forceId), personId: objectId(person.id), from, to },
      ...{ certificationCode: this.chance.of(this.scene.certifications), recordedAt: now, by: null },
      state: this.chance.of(['authorised', 'authorised', 'supervised', 'restricted', 'suspended']),
      ...{ ground: 'named-officer', sourceId: null },
    };
    return [{ collection: 'authorityRecords', operation: { insertOne: { document } } }];
  }

  private near(now: Date, days: number): CalendarDate {
    return addDays(londonDate(now), this.chance.below(2 * days) - days);
  }

  private until(from: CalendarDate): CalendarDate | null {
    return this.chance.next() < 0.4 ? null : addDays(from, this.chance.below(500));
  }
}

const KINDS = [
  ...(['post', 'post', 'end', 'end', 'absent', 'prove', 'prove', 'prove', 'prove', 'find'] as const),
  ...(['withdraw', 'authorise', 'authorise', 'suspend', 'reinstate', 'reinstate'] as const),
];

/** Writes what happened, in its order. */
export async function writeAll(connection: Connection, writes: readonly Write[]): Promise<void> {
  for (const [collection, own] of Map.groupBy(writes, (write) => write.collection))
    await connection.collection(collection).bulkWrite(
      own.map(({ operation }) => operation as never),
      { ordered: true },
    );
}
