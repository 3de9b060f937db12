import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Attempt, AttemptId } from '../attempt/attempt.js';
import type { PaperRules } from './blueprint.js';
import { DRAW, rulesOf, type StoredDraw } from './blueprint.schema.js';
import type { Candidate } from './draw.js';

/** What a draw was made from. */
export interface DrawRecord {
  readonly seed: string;
  readonly rules: PaperRules;
  readonly candidates: readonly Candidate[];
  /** Whether unchecked Welsh could be shown; null when the draw is from before that was kept. */
  readonly allowsDraftWelsh: boolean | null;
}

/** Keeps the inputs of each draw, so that it can be replayed. */
@Injectable()
export class DrawRepository {
  constructor(@InjectModel(DRAW) private readonly draws: Model<StoredDraw>) {}

  /** Keeps the draw of an attempt; `attempt.id` is the draw's own id, and `ofAttempt` the attempt whose remainder it is. */
  async add(attempt: Attempt, draw: DrawRecord, ofAttempt: AttemptId | null = null): Promise<void> {
    const { seed, rules, candidates, allowsDraftWelsh } = draw;
    await this.draws.create([
      {
        _id: objectId(attempt.id),
        forceId: objectId(attempt.forceId),
        personId: objectId(attempt.personId),
        ...(ofAttempt === null ? {} : { remainderOf: objectId(ofAttempt) }),
        seed,
        rules,
        candidates,
        ...(allowsDraftWelsh === null ? {} : { allowsDraftWelsh }),
      },
    ]);
  }

  /** The draws of the remainders of an attempt that was recalled, first to last. */
  async remaindersOf(scope: ForceScope, attemptId: AttemptId): Promise<DrawRecord[]> {
    const stored = await this.draws
      .find({ forceId: objectId(scope.forceId), remainderOf: objectId(attemptId) })
      .sort({ _id: 1 })
      .lean();
    return stored.map(drawOf);
  }

  /** The draw of an attempt, for replay. */
  async of(scope: ForceScope, attemptId: AttemptId): Promise<DrawRecord | null> {
    const stored = await this.draws
      .findOne({ forceId: objectId(scope.forceId), _id: objectId(attemptId) })
      .lean();
    return stored === null ? null : drawOf(stored);
  }
}

function drawOf(stored: StoredDraw): DrawRecord {
  const { seed, candidates, allowsDraftWelsh = null } = stored;
  return { seed, rules: rulesOf(stored.rules), candidates: candidatesOf(candidates), allowsDraftWelsh };
}

/** Draws from before items had bands and sets hold neither. */
function candidatesOf(stored: readonly unknown[]): Candidate[] {
  return (stored as Candidate[]).map(({ item, lastSeen }) => ({
    item: { ...item, difficulty: orNull(item.difficulty), stimulusId: orNull(item.stimulusId) },
    lastSeen,
  }));
}

function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}
