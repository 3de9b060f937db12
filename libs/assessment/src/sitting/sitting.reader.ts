import { PostingReader, type UnitId, UnitReader } from '@app/identity';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter, Types } from 'mongoose';
import type { Place, Sitting, SittingId } from './sitting.js';
import {
  PLACE,
  placeOf,
  SITTING,
  type StoredPlace,
  type StoredSitting,
  sittingOf,
} from './sitting.schema.js';

/** A sitting, and whether the person it was read for holds a place in it. */
export interface SittingFor extends Sitting {
  readonly bookedByMe: boolean;
}

/** Reads sittings and places of one force for screens. Ask `stateAt` for the state at an instant. */
@Injectable()
export class SittingReader {
  constructor(
    @InjectModel(SITTING) private readonly sittings: Model<StoredSitting>,
    @InjectModel(PLACE) private readonly placesHeld: Model<StoredPlace>,
    private readonly postings: PostingReader,
    private readonly units: UnitReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The sitting, if this force has it. */
  async byId(scope: ForceScope, sittingId: SittingId): Promise<Sitting | null> {
    const stored = await this.sittings
      .findOne({ forceId: objectId(scope.forceId), _id: objectId(sittingId) })
      .lean();
    return stored === null ? null : sittingOf(stored);
  }

  /** Those of the sittings that this force has. */
  async byIds(scope: ForceScope, sittingIds: readonly SittingId[]): Promise<Sitting[]> {
    const filter = { forceId: objectId(scope.forceId), _id: { $in: sittingIds.map(objectId) } };
    return (await this.sittings.find(filter).lean()).map((stored) => sittingOf(stored));
  }

  /** The sittings of a course that this person may sit now or later, earliest closing first: booked, or in their cohort. */
  async openFor(scope: ForceScope, personId: PersonId, courseCode: string): Promise<SittingFor[]> {
    const now = this.clock.now();
    // By the bare driver: the course page makes this read, and it names the force itself.
    const stored = await this.sittings.collection
      .find<StoredSitting>(
        {
          forceId: objectId(scope.forceId),
          courseCode,
          closesAt: { $gt: now },
          state: { $ne: 'CANCELLED' },
        },
        { sort: { closesAt: 1 }, limit: 100, singleBatch: true },
      )
      .toArray();
    if (stored.length === 0) return [];
    const booked = await this.bookedAmong(
      scope,
      personId,
      stored.map(({ _id }) => idOf<SittingId>(_id)),
    );
    const needsUnits = stored.some(({ unitIds }) => unitIds.length > 0);
    const units = needsUnits ? await this.unitsAbove(scope, personId, now) : new Set<string>();
    return stored
      .filter((sitting) => booked.has(sitting._id.toHexString()) || isFor(sitting, personId, units))
      .map((sitting) => ({ ...sittingOf(sitting), bookedByMe: booked.has(sitting._id.toHexString()) }));
  }

  /** A page of what this person may sit now or later, in any course. */
  async pageFor(
    scope: ForceScope,
    reader: { personId: PersonId; now: Date },
    request: ListRequest,
  ): Promise<ListPage<SittingFor>> {
    const units = await this.unitsAbove(scope, reader.personId, reader.now);
    const booked = await this.sittingIdsOf(scope, reader.personId);
    const wanted: QueryFilter<StoredSitting> = {
      forceId: objectId(scope.forceId),
      closesAt: { $gt: reader.now },
      state: { $ne: 'CANCELLED' },
      $or: [
        { forAll: true },
        { personIds: objectId(reader.personId) },
        { unitIds: { $in: [...units].map((id) => objectId(id as UnitId)) } },
        { _id: { $in: booked } },
      ],
    };
    const page = await this.pageOf(wanted, request);
    const mine = new Set(booked.map((id) => id.toHexString()));
    const rows = page.rows.map((sitting) => ({ ...sitting, bookedByMe: mine.has(sitting.id) }));
    return { rows, totalCount: page.totalCount, keyOf: (sitting) => sitting.id };
  }

  /** A page of all sittings of the force, perhaps of one course only, in the order of their creation. */
  async page(
    scope: ForceScope,
    filter: { courseCode: string | null },
    request: ListRequest,
  ): Promise<ListPage<Sitting>> {
    const wanted = {
      forceId: objectId(scope.forceId),
      ...(filter.courseCode === null ? {} : { courseCode: filter.courseCode }),
    };
    return this.pageOf(wanted, request);
  }

  /** Whether the person is in the sitting's cohort on the day. */
  async isInCohort(
    scope: ForceScope,
    sitting: Pick<Sitting, 'cohort'>,
    reader: { personId: PersonId; now: Date },
  ) {
    const { unitIds, personIds } = sitting.cohort;
    if ((unitIds.length === 0 && personIds.length === 0) || personIds.includes(reader.personId)) return true;
    if (unitIds.length === 0) return false;
    const units = await this.unitsAbove(scope, reader.personId, reader.now);
    return unitIds.some((unitId) => units.has(unitId));
  }

  /** Which of the sittings this person holds a place in. */
  async bookedAmong(
    scope: ForceScope,
    personId: PersonId,
    sittingIds: readonly SittingId[],
  ): Promise<Set<string>> {
    const held = await this.placesHeld
      .find({
        forceId: objectId(scope.forceId),
        personId: objectId(personId),
        sittingId: { $in: sittingIds.map(objectId) },
      })
      .lean();
    return new Set(held.map(({ sittingId }) => sittingId.toHexString()));
  }

  /** Whether this person holds a place in the sitting. */
  async hasPlace(scope: ForceScope, sittingId: SittingId, personId: PersonId): Promise<boolean> {
    return (await this.bookedAmong(scope, personId, [sittingId])).size > 0;
  }

  /** Whether this person holds a place in the sitting that came with no booking of a session. */
  async hasOwnPlace(scope: ForceScope, sittingId: SittingId, personId: PersonId): Promise<boolean> {
    const whose = { forceId: objectId(scope.forceId), sittingId: objectId(sittingId) };
    const filter = { ...whose, personId: objectId(personId), byBooking: { $ne: true as const } };
    return (await this.placesHeld.exists(filter)) !== null;
  }

  /** A page of the places of a sitting, by person. */
  async places(scope: ForceScope, sittingId: SittingId, request: ListRequest): Promise<ListPage<Place>> {
    const wanted = { forceId: objectId(scope.forceId), sittingId: objectId(sittingId) };
    const filter =
      request.after === null ? wanted : { ...wanted, personId: { $gt: objectId(request.after as PersonId) } };
    const rows = await this.placesHeld.find(filter).sort({ personId: 1 }).limit(request.limit).lean();
    const totalCount = await this.placesHeld.countDocuments(wanted);
    return { rows: rows.map(placeOf), totalCount, keyOf: (place) => place.personId };
  }

  /** Everybody who holds a place, for reminders and notices of cancellation. */
  async peopleWithPlace(scope: ForceScope, sittingId: SittingId): Promise<PersonId[]> {
    const held = await this.placesHeld
      .find({ forceId: objectId(scope.forceId), sittingId: objectId(sittingId) }, { personId: 1 })
      .lean();
    return held.map(({ personId }) => idOf<PersonId>(personId));
  }

  private async sittingIdsOf(scope: ForceScope, personId: PersonId): Promise<Types.ObjectId[]> {
    const held = await this.placesHeld
      .find({ forceId: objectId(scope.forceId), personId: objectId(personId) }, { sittingId: 1 })
      .lean();
    return held.map(({ sittingId }) => sittingId);
  }

  /** The units that the person is posted to on the day, and all those above them. */
  private async unitsAbove(scope: ForceScope, personId: PersonId, now: Date): Promise<Set<string>> {
    const postings = await this.postings.ofPerson(scope, personId, londonDate(now));
    const units = await this.units.byIds(
      scope,
      postings.map(({ unitId }) => unitId),
    );
    return new Set([...units.values()].flatMap(({ path }) => path));
  }

  private async pageOf(wanted: QueryFilter<StoredSitting>, request: ListRequest): Promise<ListPage<Sitting>> {
    const filter: QueryFilter<StoredSitting> = { ...wanted };
    if (request.after !== null) filter.$and = [{ _id: { $gt: objectId(request.after as SittingId) } }];
    const rows = await this.sittings.find(filter).sort({ _id: 1 }).limit(request.limit).lean();
    const totalCount = await this.sittings.countDocuments(wanted);
    return { rows: rows.map((row) => sittingOf(row)), totalCount, keyOf: (sitting) => sitting.id };
  }
}

function isFor(sitting: StoredSitting, personId: PersonId, units: ReadonlySet<string>): boolean {
  if (sitting.forAll || sitting.personIds.some((id) => id.toHexString() === personId)) return true;
  return sitting.unitIds.some((id) => units.has(id.toHexString()));
}
