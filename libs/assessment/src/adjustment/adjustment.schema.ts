import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { national, tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { AttemptId } from '../attempt/attempt.js';
import type {
  Adjustment,
  AdjustmentFields,
  AdjustmentGroup,
  AdjustmentGroupId,
  AdjustmentId,
  AdjustmentLevel,
  AdjustmentState,
  AdjustmentStep,
} from './adjustment.js';

export const ADJUSTMENT = 'Adjustment';
export const ADJUSTMENT_REASON = 'AdjustmentReason';
export const ADJUSTMENT_GROUP = 'AdjustmentGroup';
export const FIXED_TIME = 'FixedTime';

/** An adjustment as the database holds it. */
export interface StoredAdjustment {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  level: AdjustmentLevel;
  personId: Types.ObjectId | null;
  groupId: Types.ObjectId | null;
  courseCode: string | null;
  componentKey: string | null;
  attemptId: Types.ObjectId | null;
  state: AdjustmentState;
  fields: AdjustmentFields;
  validFrom: string;
  validTo: string | null;
  enrolmentId: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  decision: string | null;
  history: readonly AdjustmentStep[];
  revision: number;
}

/** Why an adjustment was asked for or granted: apart from it, so that no read of adjustments can bring it along. */
export interface StoredReason {
  /** The adjustment's id. */
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  reasons: { readonly text: string; readonly at: Date; readonly by: string | null }[];
  /** Who has read them, each once (ASM-128); nobody yet when there is none. */
  readBy?: string[];
}

/** A group as the database holds it. */
export interface StoredGroup {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  name: string;
  personIds: Types.ObjectId[];
  revision: number;
}

/** That an assessment gives everybody the same time. */
export interface StoredFixedTime {
  _id: Types.ObjectId;
  courseCode: string;
  componentKey: string;
  reason: Words;
  declaredAt: Date;
}

const { Mixed, ObjectId } = Schema.Types;

export const adjustmentSchema = new Schema<StoredAdjustment>(
  {
    forceId: { type: ObjectId, required: true },
    level: { type: String, required: true },
    personId: { type: ObjectId, default: null },
    groupId: { type: ObjectId, default: null },
    courseCode: { type: String, default: null },
    componentKey: { type: String, default: null },
    attemptId: { type: ObjectId, default: null },
    state: { type: String, required: true },
    fields: { type: Mixed, required: true },
    validFrom: { type: String, required: true },
    validTo: { type: String, default: null },
    enrolmentId: { type: String, default: null },
    decidedBy: { type: String, default: null },
    decidedAt: { type: Date, default: null },
    decision: { type: String, default: null },
    history: { type: [Mixed], required: true },
    revision: { type: Number, required: true },
  },
  { versionKey: false, minimize: false, collection: 'adjustments' },
);
// AdjustmentRepository.granted, AdjustmentReader.ofPerson: those of a person.
adjustmentSchema.index({ forceId: 1, personId: 1, state: 1 });
// AdjustmentRepository.granted: those of a group.
adjustmentSchema.index({ forceId: 1, groupId: 1, state: 1 });
// AdjustmentReader.page: those in a state, in the order of asking.
adjustmentSchema.index({ forceId: 1, state: 1, _id: 1 });
// AdjustmentRepository.add: unique, so that one request waits for a decision at a time.
adjustmentSchema.index(
  { forceId: 1, personId: 1 },
  { unique: true, partialFilterExpression: { state: 'ASKED' }, name: 'one request waits' },
);
tenant(adjustmentSchema);

export const adjustmentReasonSchema = new Schema<StoredReason>(
  {
    forceId: { type: ObjectId, required: true },
    reasons: { type: [Mixed], required: true },
    readBy: { type: [String], default: undefined },
  } as never,
  { versionKey: false, collection: 'adjustmentReasons' },
);
// AdjustmentReasonRepository.of reads by id, which is the adjustment's.
tenant(adjustmentReasonSchema);

export const adjustmentGroupSchema = new Schema<StoredGroup>(
  {
    forceId: { type: ObjectId, required: true },
    name: { type: String, required: true },
    personIds: { type: [ObjectId], required: true },
    revision: { type: Number, required: true },
  },
  { versionKey: false, collection: 'adjustmentGroups' },
);
// AdjustmentGroupRepository.byName: unique, one of a name in a force.
adjustmentGroupSchema.index({ forceId: 1, name: 1 }, { unique: true });
// AdjustmentGroupRepository.ofPerson.
adjustmentGroupSchema.index({ forceId: 1, personIds: 1 });
tenant(adjustmentGroupSchema);

export const fixedTimeSchema = new Schema<StoredFixedTime>(
  {
    courseCode: { type: String, required: true },
    componentKey: { type: String, required: true },
    reason: { type: Mixed, required: true },
    declaredAt: { type: Date, required: true },
  },
  { versionKey: false, collection: 'fixedTimes' },
);
// FixedTimeRepository.of: unique, one for each component.
fixedTimeSchema.index({ courseCode: 1, componentKey: 1 }, { unique: true });
national(fixedTimeSchema, 'the College says what an assessment is, for every force alike');

/** The adjustment as the code knows it. */
export function adjustmentOf(stored: StoredAdjustment): Adjustment {
  const { _id, forceId, personId, groupId, attemptId, ...rest } = stored;
  return {
    ...rest,
    id: idOf<AdjustmentId>(_id),
    forceId: idOf<ForceId>(forceId),
    personId: personId === null ? null : idOf<PersonId>(personId),
    groupId: groupId === null ? null : idOf<AdjustmentGroupId>(groupId),
    attemptId: attemptId === null ? null : idOf<AttemptId>(attemptId),
    validFrom: rest.validFrom as CalendarDate,
    validTo: rest.validTo as CalendarDate | null,
    decidedBy: rest.decidedBy as PersonId | null,
  };
}

/** The adjustment as the database holds it. */
export function storedAdjustment(adjustment: Adjustment): StoredAdjustment {
  const { id, forceId, personId, groupId, attemptId, ...rest } = adjustment;
  return {
    ...rest,
    _id: objectId(id),
    forceId: objectId(forceId),
    personId: personId === null ? null : objectId(personId),
    groupId: groupId === null ? null : objectId(groupId),
    attemptId: attemptId === null ? null : objectId(attemptId),
  };
}

/** The group as the code knows it. */
export function groupOf(stored: StoredGroup): AdjustmentGroup {
  return {
    id: idOf<AdjustmentGroupId>(stored._id),
    forceId: idOf<ForceId>(stored.forceId),
    name: stored.name,
    personIds: stored.personIds.map((id) => idOf<PersonId>(id)),
    revision: stored.revision,
  };
}
