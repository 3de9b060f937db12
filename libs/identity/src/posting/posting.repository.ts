import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { DatedPerson, Posting, PostingId } from './posting.js';
import { postingOf } from './posting.reader.js';
import { POSTING, type StoredDatedPerson, type StoredPosting } from './posting.schema.js';

/** Loads postings for writing, and saves them. */
@Injectable()
export class PostingRepository {
  constructor(
    @InjectModel(POSTING) private readonly postings: Model<StoredPosting>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The posting, if this force has it. */
  async byId(scope: ForceScope, postingId: PostingId): Promise<Posting | null> {
    const stored = await this.postings
      .findOne({ forceId: objectId(scope.forceId), _id: objectId(postingId) })
      .lean();
    return stored === null ? null : postingOf(stored);
  }

  /** Every posting of those people in this force. */
  async ofPeople(scope: ForceScope, personIds: readonly PersonId[]): Promise<Posting[]> {
    const stored = await this.postings
      .find({ forceId: objectId(scope.forceId), personId: { $in: personIds.map(objectId) } })
      .lean();
    return stored.map(postingOf);
  }

  /** The posting of the same person, unit, role and first day. */
  async same(posting: Posting): Promise<Posting | null> {
    const stored = await this.postings
      .findOne({
        forceId: objectId(posting.forceId),
        personId: objectId(posting.personId),
        unitId: objectId(posting.unitId),
        roleId: posting.roleId,
        from: posting.from,
      })
      .lean();
    return stored === null ? null : postingOf(stored);
  }

  /** Adds postings. */
  async addAll(postings: readonly Posting[]): Promise<void> {
    if (postings.length === 0) return;
    const at = this.clock.now();
    await this.postings.insertMany(
      postings.map((posting) => ({
        ...{ _id: objectId(posting.id), ...stored(posting), revision: 1 },
        known: [{ at, to: posting.to }],
      })),
      { lean: true },
    );
  }

  /** Saves postings as changed since they were loaded. CONFLICT when somebody else changed one meanwhile. */
  async saveAll(postings: readonly Posting[]): Promise<void> {
    if (postings.length === 0) return;
    const at = this.clock.now();
    const result = await this.postings.bulkWrite(
      postings.map((posting) => ({
        updateOne: {
          filter: {
            forceId: objectId(posting.forceId),
            _id: objectId(posting.id),
            revision: posting.revision,
          },
          update: {
            $set: { ...stored(posting), revision: posting.revision + 1 },
            $push: { known: { at, to: posting.to } },
          },
        },
      })),
    );
    if (result.matchedCount !== postings.length) throw new Fault('CONFLICT');
  }
}

function stored(posting: Posting): Omit<StoredPosting, '_id' | 'revision' | 'known'> {
  return {
    forceId: objectId(posting.forceId),
    personId: objectId(posting.personId),
    unitId: objectId(posting.unitId),
    rankId: posting.rankId,
    roleId: posting.roleId,
    from: posting.from,
    to: posting.to,
    shiftPattern: posting.shiftPattern,
    contractedHours: posting.contractedHours,
    lineManagers: posting.lineManagers.map(storedDated),
    deputies: posting.deputies.map(storedDated),
    expectedEnd: posting.expectedEnd,
  };
}

function storedDated(dated: DatedPerson): StoredDatedPerson {
  return { personId: objectId(dated.personId), from: dated.from, to: dated.to };
}
