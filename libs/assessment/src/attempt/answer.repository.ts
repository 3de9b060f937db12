import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import type { ItemId } from '../item/item.js';
import type { AnswerValue } from './answer.js';
import type { AttemptId } from './attempt.js';
import { ATTEMPTS, type StoredAttempt } from './attempt.schema.js';

/** How many saves one attempt keeps: with texts of the longest kind still below the limit of a document. */
export const MOST_SAVES = 2000;

/** One answer on its way to the attempt. */
export interface AnswerWrite {
  readonly attemptId: AttemptId;
  readonly personId: PersonId;
  readonly writer: string;
  readonly itemId: ItemId;
  readonly sequence: number;
  readonly value: AnswerValue;
  readonly now: Date;
  /** What the client's clock said: kept with the save, never used (ASM-101). */
  readonly clientAt?: Date | undefined;
}

const TOO_LARGE = new Set([10334, 17419]);

/**
 * The hot path: one conditional update by the bare driver, acknowledged when a majority has it on disk (write concern of
 * the connection). It names the force itself, since the tenant guard watches models only.
 */
@Injectable()
export class AnswerRepository {
  private attempts: mongo.Collection<StoredAttempt> | undefined;

  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Saves the answer and appends it to the history. False when any condition failed: nothing was changed then. */
  async save(scope: ForceScope, write: AnswerWrite): Promise<boolean> {
    try {
      const saved = await this.collection().updateOne(filterOf(scope, write), updateOf(write));
      return saved.modifiedCount === 1;
    } catch (error) {
      if (TOO_LARGE.has((error as { code?: number }).code ?? 0)) return false;
      throw error;
    }
  }

  /** How many saves the attempt has kept: asked only when a save found nothing to change. */
  async savesOf(scope: ForceScope, attemptId: AttemptId): Promise<number> {
    const [counted] = await this.collection()
      .aggregate<{ saves: number }>([
        { $match: { _id: objectId(attemptId), forceId: objectId(scope.forceId) } },
        { $project: { saves: { $size: '$history' } } },
      ])
      .toArray();
    return counted?.saves ?? 0;
  }

  private collection(): mongo.Collection<StoredAttempt> {
    const { db } = this.connection;
    if (db === undefined) throw new Error('Not connected to MongoDB');
    this.attempts ??= db.collection<StoredAttempt>(ATTEMPTS);
    return this.attempts;
  }
}

/** What must hold for the answer to count; all of it in the filter, so that nothing is read first. */
export function filterOf(scope: ForceScope, write: AnswerWrite): mongo.Filter<StoredAttempt> {
  return {
    _id: objectId(write.attemptId),
    personId: objectId(write.personId),
    forceId: objectId(scope.forceId),
    state: 'OPEN',
    deadline: { $gt: write.now },
    restUntil: { $not: { $gt: write.now } },
    writer: write.writer,
    itemIds: objectId(write.itemId),
    [`answers.${write.itemId}.sequence`]: { $not: { $gte: write.sequence } },
    [`history.${MOST_SAVES - 1}`]: { $exists: false },
  };
}

function updateOf(write: AnswerWrite): mongo.UpdateFilter<StoredAttempt> {
  const { itemId, value, sequence, now, clientAt } = write;
  const save = { itemId: objectId(itemId), value, sequence, at: now };
  return {
    $set: { [`answers.${itemId}`]: { sequence, value, savedAt: now } },
    $push: { history: clientAt === undefined ? save : { ...save, clientAt } },
  };
}
