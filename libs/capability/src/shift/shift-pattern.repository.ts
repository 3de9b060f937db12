import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { ShiftPattern } from './shift-pattern.js';
import { SHIFT_PATTERN, type StoredShiftPattern } from './shift-pattern.schema.js';

/** Keeps the shift patterns of forces. */
@Injectable()
export class ShiftPatternRepository {
  constructor(@InjectModel(SHIFT_PATTERN) private readonly patterns: Model<StoredShiftPattern>) {}

  /** Every pattern of the force, by name. */
  async all(scope: ForceScope): Promise<ShiftPattern[]> {
    const stored = await this.patterns
      .find({ forceId: objectId(scope.forceId) })
      .sort({ name: 1 })
      .lean<StoredShiftPattern[]>();
    return stored.map(patternOf);
  }

  /** The pattern of a name; null when the force keeps none. */
  async byName(scope: ForceScope, name: string): Promise<ShiftPattern | null> {
    const stored = await this.patterns
      .findOne({ forceId: objectId(scope.forceId), name })
      .lean<StoredShiftPattern>();
    return stored === null ? null : patternOf(stored);
  }

  /** Saves a pattern: its hours, when there is one of the name. */
  async save(scope: ForceScope, { name, startsAt, endsAt }: ShiftPattern): Promise<void> {
    await this.patterns.updateOne(
      { forceId: objectId(scope.forceId), name },
      { $set: { startsAt, endsAt } },
      { upsert: true },
    );
  }
}

function patternOf({ name, startsAt, endsAt }: StoredShiftPattern): ShiftPattern {
  return { name, startsAt, endsAt };
}
