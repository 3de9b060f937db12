import type { AssessmentComponent } from '@app/catalogue';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type ComponentStatus, statusOf } from './cycle.js';
import { cycleOf } from './cycle.mapping.js';
import { CYCLE, type StoredCycle } from './cycle.schema.js';

/** The version whose components are asked about: what an enrolment pins. */
export interface VersionComponents {
  readonly code: string;
  readonly components: readonly AssessmentComponent[];
}

/** How people stand in the components of a course. */
@Injectable()
export class ComponentReader {
  constructor(@InjectModel(CYCLE) private readonly cycles: Model<StoredCycle>) {}

  /** Each component of the version, in its order, with how the person stands in it in the latest cycle that holds anything. */
  async of(scope: ForceScope, personId: PersonId, version: VersionComponents): Promise<ComponentStatus[]> {
    const stored = await this.cycles
      .findOne({
        ...{ forceId: objectId(scope.forceId), personId: objectId(personId), courseCode: version.code },
        $or: [{ awardId: { $ne: null } }, { 'outcomes.counts': true }],
      })
      .sort({ cycle: -1 })
      .lean<StoredCycle>();
    const components = version.components.map((component) => ({
      ...component,
      ...{ weight: component.hurdle ? null : component.weight },
      ...{ validityMonths: component.validityMonths ?? null },
    }));
    return statusOf(stored === null ? null : cycleOf(stored), components);
  }
}
