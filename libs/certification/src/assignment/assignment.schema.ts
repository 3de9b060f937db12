import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { Assignment } from './assignment.js';

/** An assignment as stored. */
export interface StoredAssignment
  extends Pick<Assignment, 'code' | 'state' | 'dueOn' | 'heldTo' | 'revision'> {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  origins: Assignment['origins'][number][];
}

export const ASSIGNMENT = 'Assignment';

export const assignmentSchema = new Schema<StoredAssignment>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true, immutable: true },
    personId: { type: Schema.Types.ObjectId, required: true, immutable: true },
    code: { type: String, required: true, immutable: true },
    origins: { type: Schema.Types.Mixed, required: true },
    state: { type: String, required: true },
    dueOn: { type: String, default: null },
    heldTo: { type: String, default: null },
    revision: { type: Number, required: true },
  },
  { versionKey: false, minimize: false, collection: 'assignments' },
);
// AssignmentReader.ofPeople and of; unique, so that overlapping rules give one assignment of a certification to a person.
assignmentSchema.index({ forceId: 1, personId: 1, code: 1 }, { unique: true });
// AssignmentReader.ofRule: whom a rule has caught, in a stable order.
assignmentSchema.index({ forceId: 1, 'origins.ruleId': 1, _id: 1 });
// AssignmentReader.page: who is asked, late or held back, the soonest due first.
assignmentSchema.index({ forceId: 1, state: 1, dueOn: 1, _id: 1 });
tenant(assignmentSchema);
