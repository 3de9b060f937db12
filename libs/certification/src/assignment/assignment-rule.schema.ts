import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { AssignmentRule } from './assignment-rule.js';

/** A rule as stored. Ids inside versions are text: they are only ever compared. */
export interface StoredAssignmentRule
  extends Pick<
    AssignmentRule,
    'title' | 'code' | 'state' | 'startsOn' | 'confirmation' | 'steeredAt' | 'appliedAt' | 'revision'
  > {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  versions: AssignmentRule['versions'][number][];
  leftOut: AssignmentRule['leftOut'][number][];
}

/** What a force sets for its rules. */
export interface StoredAssignmentGuard {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  percent: number;
}

export const ASSIGNMENT_RULE = 'AssignmentRule';
export const ASSIGNMENT_GUARD = 'AssignmentGuard';

export const assignmentRuleSchema = new Schema<StoredAssignmentRule>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true, immutable: true },
    title: { type: String, required: true },
    code: { type: String, required: true, immutable: true },
    state: { type: String, required: true },
    startsOn: { type: String, default: null },
    versions: { type: Schema.Types.Mixed, required: true },
    leftOut: { type: [String], required: true },
    confirmation: { type: Schema.Types.Mixed, default: null },
    steeredAt: { type: Date, default: null },
    appliedAt: { type: Date, default: null },
    revision: { type: Number, required: true },
  },
  { versionKey: false, minimize: false, collection: 'assignmentRules' },
);
// AssignmentRuleReader.titled; unique, so that creating a rule twice gives one.
assignmentRuleSchema.index({ forceId: 1, title: 1 }, { unique: true });
// AssignmentRuleReader.page: a force's rules, oldest first.
assignmentRuleSchema.index({ forceId: 1, _id: 1 });
// AssignmentRuleReader.inForce: those that an evaluation looks at.
assignmentRuleSchema.index({ forceId: 1, state: 1 });
// AssignmentRuleReader.forces: which forces have a rule that is on.
assignmentRuleSchema.index({ state: 1, forceId: 1 });
tenant(assignmentRuleSchema);

export const assignmentGuardSchema = new Schema<StoredAssignmentGuard>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true, immutable: true },
    percent: { type: Number, required: true },
  },
  { versionKey: false, collection: 'assignmentGuards' },
);
// AssignmentRuleReader.guard; unique, so that a force has one.
assignmentGuardSchema.index({ forceId: 1 }, { unique: true });
tenant(assignmentGuardSchema);
