import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { AnswerValue } from '../attempt/answer.js';
import type { AttemptId } from '../attempt/attempt.js';
import { ATTEMPT, type StoredAttempt } from '../attempt/attempt.schema.js';

/** One save, as it was acknowledged. */
export interface SavedOnce {
  /** The question's place in the paper, from 1; null for a question that a recall took out. */
  readonly place: number | null;
  readonly itemId: string;
  readonly sequence: number;
  readonly value: AnswerValue;
  /** By the server's clock. */
  readonly at: Date;
  /** What the client's clock said, when it told. */
  readonly clientAt: Date | null;
}

/** The answer history of attempts, in which every acknowledged save stands. */
@Injectable()
export class AnswerHistory {
  constructor(@InjectModel(ATTEMPT) private readonly attempts: Model<StoredAttempt>) {}

  /** Every save of an attempt, in the order in which they were acknowledged. */
  async of(scope: ForceScope, attemptId: AttemptId): Promise<Omit<SavedOnce, 'place'>[]> {
    const filter = { _id: objectId(attemptId), forceId: objectId(scope.forceId) };
    const stored = await this.attempts.findOne(filter, { history: 1 }).lean<StoredAttempt>();
    return (stored?.history ?? []).map(({ itemId, sequence, value, at, clientAt }) => ({
      ...{ itemId: itemId.toHexString(), sequence, value, at },
      clientAt: clientAt ?? null,
    }));
  }
}
