import { isDuplicateKey } from '@app/platform/mongo/unit-of-work.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Blueprint, KnownShort } from './blueprint.js';
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

  /** As `of`, for setting it anew: setting it conflicts with every change of the bank at the same time. */
  async forChange(courseCode: string, componentKey: string): Promise<Blueprint | null> {
    await this.blueprints.updateOne({ courseCode, componentKey }, { $inc: { bankChecks: 1 } });
    return this.of(courseCode, componentKey);
  }

  /** Every blueprint of a course. */
  async ofCourse(courseCode: string): Promise<Blueprint[]> {
    const stored = await this.blueprints.find({ courseCode }).sort({ componentKey: 1 }).lean();
    return stored.map(blueprintOf);
  }

  /** Every blueprint of a course, for a change of its bank: changes at once conflict, and the second sees the first's. */
  async forBankChange(courseCode: string): Promise<Blueprint[]> {
    await this.blueprints.updateMany({ courseCode }, { $inc: { bankChecks: 1 } });
    return this.ofCourse(courseCode);
  }

  /** Marks a blueprint as short, or as short no more. */
  async markShort({ courseCode, componentKey }: Blueprint, short: KnownShort | null): Promise<void> {
    await this.blueprints.updateOne({ courseCode, componentKey }, { $set: { short } });
  }

  /** Saves it over the revision before, or as the first. CONFLICT when somebody else was quicker. */
  async save(blueprint: Omit<Blueprint, 'id'>): Promise<void> {
    const { courseCode, componentKey, revision, ...rest } = blueprint;
    if (revision === 1) {
      await this.blueprints.create([blueprint]).catch(refuseSecond);
      return;
    }
    const saved = await this.blueprints.updateOne(
      { courseCode, componentKey, revision: revision - 1 },
      { $set: { ...rest, revision } },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }
}

/** Somebody set the first one meanwhile. */
function refuseSecond(error: unknown): never {
  throw isDuplicateKey(error) ? new Fault('CONFLICT') : error;
}
