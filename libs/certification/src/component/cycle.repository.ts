import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Cycle } from './cycle.js';
import { cycleOf } from './cycle.mapping.js';
import { CYCLE, type StoredCycle } from './cycle.schema.js';

/** Loads and saves the cycles of people in courses. */
@Injectable()
export class CycleRepository {
  constructor(@InjectModel(CYCLE) private readonly cycles: Model<StoredCycle>) {}

  /** The person's latest cycle in a course; null before the first. */
  async latest(scope: ForceScope, personId: PersonId, courseCode: string): Promise<Cycle | null> {
    const stored = await this.cycles
      .findOne({ forceId: objectId(scope.forceId), personId: objectId(personId), courseCode })
      .sort({ cycle: -1 })
      .lean<StoredCycle>();
    return stored === null ? null : cycleOf(stored);
  }

  /** Every cycle of the person in a course, latest first. */
  async ofCourse(scope: ForceScope, personId: PersonId, courseCode: string): Promise<Cycle[]> {
    const stored = await this.cycles
      .find({ forceId: objectId(scope.forceId), personId: objectId(personId), courseCode })
      .sort({ cycle: -1 })
      .lean<StoredCycle[]>();
    return stored.map(cycleOf);
  }

  /** Saves a cycle as it was changed since its revision; a cycle at revision 0 is new. */
  async save(scope: ForceScope, cycle: Cycle): Promise<void> {
    const key = {
      forceId: objectId(scope.forceId),
      personId: objectId(cycle.personId),
      courseCode: cycle.courseCode,
      cycle: cycle.cycle,
    };
    const state = {
      outcomes: cycle.outcomes.map((outcome) => ({ ...outcome })),
      awardId: cycle.awardId === null ? null : objectId(cycle.awardId),
      awardedOn: cycle.awardedOn,
      revision: cycle.revision + 1,
    };
    if (cycle.revision === 0) {
      await this.cycles.create([{ ...key, ...state }]);
      return;
    }
    const saved = await this.cycles.updateOne({ ...key, revision: cycle.revision }, { $set: state });
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }
}
