import { type CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { UnitId } from '../unit/unit.js';
import type { DatedPerson, Posting, PostingHistory, PostingId } from './posting.js';
import { POSTING, type StoredDatedPerson, type StoredPosting } from './posting.schema.js';

/** Reads postings of one force. */
@Injectable()
export class PostingReader {
  constructor(@InjectModel(POSTING) private readonly postings: Model<StoredPosting>) {}

  /** The posting, if this force has it. */
  async byId(scope: ForceScope, postingId: PostingId): Promise<Posting | null> {
    const stored = await this.postings
      .findOne({ forceId: objectId(scope.forceId), _id: objectId(postingId) })
      .lean();
    return stored === null ? null : postingOf(stored);
  }

  /** A person's postings in this force, earliest first: those holding on the day, or all when no day is given. */
  async ofPerson(scope: ForceScope, personId: PersonId, on?: CalendarDate): Promise<Posting[]> {
    const stored = await this.postings
      .find({ forceId: objectId(scope.forceId), personId: objectId(personId), ...holding(on) })
      .sort({ from: 1, _id: 1 })
      .lean();
    return stored.map(postingOf);
  }

  /** All postings of several people in this force, by person, earliest first. */
  async ofPeople(scope: ForceScope, personIds: readonly PersonId[]): Promise<Map<PersonId, Posting[]>> {
    const stored = await this.postings
      .find({ forceId: objectId(scope.forceId), personId: { $in: personIds.map(objectId) } })
      .sort({ from: 1, _id: 1 })
      .lean();
    return Map.groupBy(stored.map(postingOf), (posting) => posting.personId);
  }

  /** The days on which people of this force were posted in any other, by person: no more than that is told of it. */
  async daysElsewhere(
    scope: ForceScope,
    personIds: readonly PersonId[],
    forceIds: readonly ForceId[],
  ): Promise<Map<PersonId, Pick<Posting, 'from' | 'to'>[]>> {
    const others = forceIds.filter((forceId) => forceId !== scope.forceId);
    if (others.length === 0) return new Map();
    const stored = await this.postings
      .find(
        { forceId: { $in: others.map(objectId) }, personId: { $in: personIds.map(objectId) } },
        { personId: 1, from: 1, to: 1 },
      )
      .lean<StoredPosting[]>();
    const days = stored.map(({ personId, from, to }) => ({
      personId: idOf<PersonId>(personId),
      ...{ from: from as CalendarDate, to: to as CalendarDate | null },
    }));
    return Map.groupBy(days, ({ personId }) => personId);
  }

  /** All postings of several people in this force with what was known of them when, by person, earliest first. */
  async historiesOf(
    scope: ForceScope,
    personIds: readonly PersonId[],
  ): Promise<Map<PersonId, PostingHistory[]>> {
    const stored = await this.postings
      .find(
        { forceId: objectId(scope.forceId), personId: { $in: personIds.map(objectId) } },
        { personId: 1, unitId: 1, roleId: 1, from: 1, to: 1, shiftPattern: 1, known: 1 },
      )
      .sort({ from: 1, _id: 1 })
      .lean<StoredPosting[]>();
    const byPerson = Map.groupBy(stored, ({ personId }) => idOf<PersonId>(personId));
    return new Map([...byPerson].map(([personId, postings]) => [personId, postings.map(historyOf)]));
  }

  /** Everybody who has or had a posting in the force, each once, those of one unit one after another, in batches. */
  async *everybody(scope: ForceScope, batch: number): AsyncGenerator<PersonId[]> {
    const cursor = this.postings
      .find({ forceId: objectId(scope.forceId) }, { personId: 1 })
      .sort({ unitId: 1, from: 1 })
      .lean<Pick<StoredPosting, 'personId'>[]>()
      .cursor({ batchSize: 10_000 });
    const seen = new Set<PersonId>();
    let some: PersonId[] = [];
    for await (const { personId } of cursor) {
      const id = idOf<PersonId>(personId);
      if (seen.has(id)) continue;
      seen.add(id);
      some.push(id);
      if (some.length < batch) continue;
      yield some;
      some = [];
    }
    if (some.length > 0) yield some;
  }

  /** Every posting of the force that holds on the day, or, without a day, every posting there ever was. */
  async inForce(scope: ForceScope, on?: CalendarDate): Promise<Posting[]> {
    const stored = await this.postings.find({ forceId: objectId(scope.forceId), ...holding(on) }).lean();
    return stored.map(postingOf);
  }

  /** The postings to any of the units that hold on the day. */
  async inUnits(scope: ForceScope, unitIds: readonly UnitId[], on: CalendarDate): Promise<Posting[]> {
    const stored = await this.postings
      .find({ forceId: objectId(scope.forceId), unitId: { $in: unitIds.map(objectId) }, ...holding(on) })
      .lean();
    return stored.map(postingOf);
  }

  /** Who is posted to any of the units on the day, each once. */
  async personIdsInUnits(
    scope: ForceScope,
    unitIds: readonly UnitId[],
    on: CalendarDate,
  ): Promise<PersonId[]> {
    const ids = await this.postings.distinct('personId', {
      forceId: objectId(scope.forceId),
      unitId: { $in: unitIds.map(objectId) },
      ...holding(on),
    });
    return ids.map((id) => idOf<PersonId>(id));
  }
}

/** The part of a query that finds what holds on a day; everything without one. */
export function holding(on?: CalendarDate): object {
  return on === undefined ? {} : { from: { $lte: on }, $or: [{ to: null }, { to: { $gte: on } }] };
}

/** The posting as the code knows it. */
export function postingOf(stored: StoredPosting): Posting {
  return {
    id: idOf<PostingId>(stored._id),
    forceId: idOf<ForceId>(stored.forceId),
    personId: idOf<PersonId>(stored.personId),
    unitId: idOf<UnitId>(stored.unitId),
    rankId: stored.rankId,
    roleId: stored.roleId,
    from: stored.from as CalendarDate,
    to: stored.to as CalendarDate | null,
    shiftPattern: stored.shiftPattern,
    contractedHours: stored.contractedHours,
    lineManagerId: idOrNull(stored.lineManagers.at(-1)),
    lineManagers: stored.lineManagers.map(datedPersonOf),
    deputies: stored.deputies.map(datedPersonOf),
    expectedEnd: stored.expectedEnd as CalendarDate | null,
    revision: stored.revision,
  };
}

function historyOf(stored: StoredPosting): PostingHistory {
  return {
    unitId: idOf<UnitId>(stored.unitId),
    roleId: stored.roleId,
    from: stored.from as CalendarDate,
    to: stored.to as CalendarDate | null,
    shiftPattern: stored.shiftPattern,
    known: (stored.known ?? []).map(({ at, to }) => ({ at, to: to as CalendarDate | null })),
  };
}

function idOrNull(dated: StoredDatedPerson | undefined): PersonId | null {
  return dated === undefined || dated.to !== null ? null : idOf<PersonId>(dated.personId);
}

function datedPersonOf(stored: StoredDatedPerson): DatedPerson {
  return {
    personId: idOf<PersonId>(stored.personId),
    from: stored.from as CalendarDate,
    to: stored.to as CalendarDate | null,
  };
}
