import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Award, AwardId } from './award.js';
import { awardOf } from './award.mapping.js';
import { AWARD, type StoredAward } from './award.schema.js';

/** Which award: that of one person in one cycle of one course. */
export interface CycleKey {
  readonly personId: PersonId;
  readonly courseCode: string;
  readonly cycle: number;
}

/** Adds awards, finds the one that a cycle already has, moves last valid days and withdraws. */
@Injectable()
export class AwardRepository {
  constructor(@InjectModel(AWARD) private readonly awards: Model<StoredAward>) {}

  /** The award of a cycle; null when it has none yet. */
  async ofCycle(scope: ForceScope, key: CycleKey): Promise<Award | null> {
    const stored = await this.awards
      .findOne({ ...key, forceId: objectId(scope.forceId), personId: objectId(key.personId) })
      .lean<StoredAward>();
    return stored === null ? null : awardOf(stored);
  }

  /** The award, if this force gave it. */
  async byId(scope: ForceScope, id: AwardId): Promise<Award | null> {
    const stored = await this.awards
      .findOne({ _id: objectId(id), forceId: objectId(scope.forceId) })
      .lean<StoredAward>();
    return stored === null ? null : awardOf(stored);
  }

  /** The person's awards in a course that are not withdrawn, in date or not. */
  async standing(scope: ForceScope, personId: PersonId, courseCode: string): Promise<Award[]> {
    const stored = await this.awards
      .find({
        ...{ forceId: objectId(scope.forceId), personId: objectId(personId), courseCode },
        withdrawn: null,
      })
      .sort({ cycle: -1 })
      .lean<StoredAward[]>();
    return stored.map(awardOf);
  }

  /** Writes that an award is withdrawn, once: a withdrawal stays as it was first written. */
  async withdraw(scope: ForceScope, id: AwardId, withdrawn: NonNullable<Award['withdrawn']>): Promise<void> {
    await this.awards.updateOne(
      { _id: objectId(id), forceId: objectId(scope.forceId), withdrawn: null },
      { $set: { withdrawn } },
    );
  }

  /** Moves the last valid day of an award that stands. */
  async move(scope: ForceScope, id: AwardId, lastValidDay: CalendarDate): Promise<void> {
    await this.awards.updateOne(
      { _id: objectId(id), forceId: objectId(scope.forceId), withdrawn: null },
      { $set: { lastValidDay } },
    );
  }

  /** Adds an award. A cycle or a serial that is taken fails as a duplicate key. */
  async add(award: Award): Promise<void> {
    const { id, ...fields } = award;
    await this.awards.create([
      {
        ...fields,
        skills: award.skills.map((skill) => ({ ...skill })),
        _id: objectId(id),
        forceId: objectId(award.forceId),
        personId: objectId(award.personId),
      },
    ]);
  }
}
