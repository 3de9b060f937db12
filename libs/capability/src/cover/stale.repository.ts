import { randomUUID } from 'node:crypto';
import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { isDuplicateKey } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { COVER_LEASE, COVER_STALE, type CoverLease, type StaleMark } from './cover.schema.js';

const LEASE_MS = 60_000;

/** A person to be counted anew, as of a generation of changes. */
export interface StalePerson {
  readonly personId: PersonId;
  readonly generation: number;
}

/** The right to move the counts of a force. */
export interface Lease {
  readonly holder: string;
}

/** Who must be counted anew, and who is at it. */
@Injectable()
export class StaleRepository {
  constructor(
    @InjectModel(COVER_STALE) private readonly stale: Model<StaleMark>,
    @InjectModel(COVER_LEASE) private readonly leases: Model<CoverLease>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Marks people. A mark that is there already still moves: whoever is counting that person must not take it away. */
  async mark(scope: ForceScope, personIds: readonly PersonId[]): Promise<void> {
    if (personIds.length === 0) return;
    await this.stale.bulkWrite(
      personIds.map((personId) => ({
        updateOne: {
          filter: { forceId: objectId(scope.forceId), personId: objectId(personId) },
          update: { $inc: { generation: 1 } },
          upsert: true,
        },
      })),
      { ordered: false },
    );
  }

  /** At most so many marked people. */
  async some(scope: ForceScope, limit: number): Promise<StalePerson[]> {
    const marks = await this.stale
      .find({ forceId: objectId(scope.forceId) })
      .limit(limit)
      .lean<StaleMark[]>();
    return marks.map(({ personId, generation }) => ({ personId: idOf<PersonId>(personId), generation }));
  }

  /** Takes marks away, unless they have moved since. */
  async clear(scope: ForceScope, people: readonly StalePerson[]): Promise<void> {
    await this.stale.bulkWrite(
      people.map(({ personId, generation }) => ({
        deleteOne: {
          filter: { forceId: objectId(scope.forceId), personId: objectId(personId), generation },
        },
      })),
      { ordered: true },
    );
  }

  /** The lease on a force's counts; null while somebody else holds it. */
  async takeLease(scope: ForceScope): Promise<Lease | null> {
    const holder = randomUUID();
    const now = this.clock.now();
    try {
      await this.leases.updateOne(
        { forceId: objectId(scope.forceId), until: { $lte: now } },
        { $set: { holder, until: new Date(now.getTime() + LEASE_MS) } },
        { upsert: true },
      );
      return { holder };
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  /** Holds on to a lease. False when it was lost meanwhile. */
  async keepLease(scope: ForceScope, { holder }: Lease): Promise<boolean> {
    const until = new Date(this.clock.now().getTime() + LEASE_MS);
    const kept = await this.leases.updateOne(
      { forceId: objectId(scope.forceId), holder },
      { $set: { until } },
    );
    return kept.matchedCount === 1;
  }

  /** Gives a lease back. */
  async giveBack(scope: ForceScope, { holder }: Lease): Promise<void> {
    await this.leases.deleteOne({ forceId: objectId(scope.forceId), holder });
  }
}
