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

  /** Keeps the draw of an attempt. */
  async add(attempt: Attempt, draw: DrawRecord): Promise<void> {
    const _id = objectId(attempt.id);
    const { seed, rules, candidates, allowsDraftWelsh } = draw;
    await this.draws.create([
      {
        _id,
        forceId: objectId(attempt.forceId),
        personId: objectId(attempt.personId),
        seed,
        rules,
        candidates,
        ...(allowsDraftWelsh === null ? {} : { allowsDraftWelsh }),
      },
    ]);
  }

  /** The draw of an attempt, for replay. */
  async of(scope: ForceScope, attemptId: AttemptId): Promise<DrawRecord | null> {
    const stored = await this.draws
      .findOne({ forceId: objectId(scope.forceId), _id: objectId(attemptId) })
      .lean();
    if (stored === null) return null;
    const { seed, allowsDraftWelsh = null } = stored;
    return {
      seed,
      rules: rulesOf(stored.rules),
      candidates: candidatesOf(stored.candidates),
      allowsDraftWelsh,
    };
  }
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
