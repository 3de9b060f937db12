import { type CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { UnitId } from '../unit/unit.js';
import type { DatedPerson, Posting, PostingId } from './posting.js';
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
