import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Attempt, AttemptId } from '../attempt/attempt.js';
import type { Blueprint } from './blueprint.js';
import { DRAW, type StoredDraw } from './blueprint.schema.js';
import type { Candidate } from './draw.js';

/** What a draw was made from. */
export interface DrawRecord {
  readonly seed: string;
  readonly rules: Pick<Blueprint, 'count' | 'quotas' | 'scope'>;
  readonly candidates: readonly Candidate[];
}

/** Keeps the inputs of each draw, so that it can be replayed. */
@Injectable()
export class DrawRepository {
  constructor(@InjectModel(DRAW) private readonly draws: Model<StoredDraw>) {}

  /** Keeps the draw of an attempt. */
  async add(attempt: Attempt, draw: DrawRecord): Promise<void> {
    const _id = objectId(attempt.id);
    const { seed, rules, candidates } = draw;
    await this.draws.create([
      {
        _id,
        forceId: objectId(attempt.forceId),
        personId: objectId(attempt.personId),
        seed,
        rules,
        candidates,
      },
    ]);
  }

  /** The draw of an attempt, for replay. */
  async of(scope: ForceScope, attemptId: AttemptId): Promise<DrawRecord | null> {
    const stored = await this.draws
      .findOne({ forceId: objectId(scope.forceId), _id: objectId(attemptId) })
      .lean();
    if (stored === null) return null;
    return { seed: stored.seed, rules: stored.rules, candidates: stored.candidates as Candidate[] };
  }
}
