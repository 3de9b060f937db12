import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { type Id, idOf, newId, objectId } from '@app/platform/ids/ids.js';
import { isDuplicateKey } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { SittingId } from '../sitting/sitting.js';
import type { Invigilation } from './invigilation.js';
import {
  CODE_TRIES,
  INVIGILATION,
  invigilationOf,
  type StoredCodeTries,
  type StoredInvigilation,
} from './invigilation.schema.js';

const MOST_TRIES = 5;
const TRIES_WINDOW_MS = 10 * 60_000;

/** Who invigilates what, and how often a start code was typed. */
@Injectable()
export class InvigilationRepository {
  constructor(
    @InjectModel(INVIGILATION) private readonly invigilations: Model<StoredInvigilation>,
    @InjectModel(CODE_TRIES) private readonly tries: Model<StoredCodeTries>,
  ) {}

  /** Who invigilates a sitting; null before anybody was assigned. */
  async of(scope: ForceScope, sittingId: SittingId): Promise<Invigilation | null> {
    const stored = await this.invigilations.findOne(at(scope, sittingId)).lean();
    return stored === null ? null : invigilationOf(stored);
  }

  /** The sittings that a person invigilates. */
  async sittingsOf(scope: ForceScope, personId: PersonId): Promise<SittingId[]> {
    const filter = { forceId: objectId(scope.forceId), invigilatorIds: objectId(personId) };
    const stored = await this.invigilations.find(filter, { _id: 1 }).lean();
    return stored.map(({ _id }) => idOf<SittingId>(_id));
  }

  /** Says anew who invigilates. */
  async assign(scope: ForceScope, sittingId: SittingId, personIds: readonly PersonId[]): Promise<void> {
    await this.invigilations.updateOne(
      at(scope, sittingId),
      { $set: { invigilatorIds: personIds.map(objectId) }, $setOnInsert: { epoch: 0 } },
      { upsert: true },
    );
  }

  /** Makes every code of before count no more. */
  async rotate(scope: ForceScope, sittingId: SittingId): Promise<void> {
    await this.invigilations.updateOne(at(scope, sittingId), { $inc: { epoch: 1 } });
  }

  /**
   * Counts a typed code before it is judged, so that many at one moment cannot slip past together. Null within the limit;
   * otherwise when one may try again. Outside any unit of work: a wrong code is remembered although it is refused.
   */
  async takeTry(scope: ForceScope, sittingId: SittingId, by: { personId: PersonId; now: Date }) {
    const { personId, now } = by;
    const until = new Date(now.getTime() + TRIES_WINDOW_MS);
    const running = { $gt: ['$until', now] };
    const filter = { ...of(scope, sittingId), personId: objectId(personId) };
    const take = () =>
      this.tries
        .findOneAndUpdate(
          filter,
          [
            {
              $set: {
                _id: { $ifNull: ['$_id', objectId(newId<Id<'StartCodeTries'>>())] },
                count: { $cond: [running, { $add: ['$count', 1] }, 1] },
                until: { $cond: [running, '$until', until] },
              },
            },
          ],
          { upsert: true, returnDocument: 'after', updatePipeline: true },
        )
        .lean();
    const counted = await take().catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
      return take();
    });
    return counted.count > MOST_TRIES ? counted.until : null;
  }

  /** Forgets what was counted: the code was right. */
  async clearTries(scope: ForceScope, sittingId: SittingId, personId: PersonId): Promise<void> {
    await this.tries.deleteOne({ ...of(scope, sittingId), personId: objectId(personId) });
  }
}

function at(scope: ForceScope, sittingId: SittingId) {
  return { _id: objectId(sittingId), forceId: objectId(scope.forceId) };
}

function of(scope: ForceScope, sittingId: SittingId) {
  return { forceId: objectId(scope.forceId), sittingId: objectId(sittingId) };
}
