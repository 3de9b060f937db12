import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Assignment } from './assignment.js';
import { ASSIGNMENT, type StoredAssignment } from './assignment.schema.js';

/** Saves what rules ask of people, many at a time. */
@Injectable()
export class AssignmentRepository {
  constructor(@InjectModel(ASSIGNMENT) private readonly assignments: Model<StoredAssignment>) {}

  /** Saves assignments as they were changed since their revisions; at revision 0 they are new. */
  async saveAll(scope: ForceScope, changed: readonly Assignment[]): Promise<void> {
    const forceId = objectId(scope.forceId);
    const fresh = changed.filter(({ revision }) => revision === 0);
    if (fresh.length > 0)
      await this.assignments.insertMany(
        fresh.map((each) => ({
          _id: objectId(each.id),
          forceId,
          ...stateOf(each),
          code: each.code,
          personId: objectId(each.personId),
        })),
        { lean: true, rawResult: true },
      );
    const known = changed.filter(({ revision }) => revision > 0);
    if (known.length === 0) return;
    const saved = await this.assignments.bulkWrite(
      known.map((each) => ({
        updateOne: {
          filter: { _id: objectId(each.id), forceId, revision: each.revision },
          update: { $set: stateOf(each) },
        },
      })),
    );
    if (saved.matchedCount !== known.length) throw new Fault('CONFLICT');
  }
}

function stateOf({ origins, state, dueOn, heldTo, revision }: Assignment) {
  return { origins: [...origins], state, dueOn, heldTo, revision: revision + 1 };
}
