import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Blueprint } from './blueprint.js';
import { BLUEPRINT, blueprintOf, type StoredBlueprint } from './blueprint.schema.js';

/** Loads and saves blueprints. National. */
@Injectable()
export class BlueprintRepository {
  constructor(@InjectModel(BLUEPRINT) private readonly blueprints: Model<StoredBlueprint>) {}

  /** The blueprint of a component; null when there is none yet. */
  async of(courseCode: string, componentKey: string): Promise<Blueprint | null> {
    const stored = await this.blueprints.findOne({ courseCode, componentKey }).lean();
    return stored === null ? null : blueprintOf(stored);
  }

  /** Saves it over the revision before, or as the first. CONFLICT when somebody else was quicker. */
  async save(blueprint: Omit<Blueprint, 'id'>): Promise<void> {
    const { courseCode, componentKey, revision, ...rest } = blueprint;
    if (revision === 1) {
      await this.blueprints.create([blueprint]);
      return;
    }
    const saved = await this.blueprints.updateOne(
      { courseCode, componentKey, revision: revision - 1 },
      { $set: { ...rest, revision } },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }
}
