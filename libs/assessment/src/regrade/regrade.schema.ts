import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { national, tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { AttemptId } from '../attempt/attempt.js';
import type { ItemId, ItemVersionId } from '../item/item.js';
import type { Regrade, RegradeId, RegradeLine } from './regrade.js';

export const REGRADE = 'Regrade';
export const REGRADE_LINE = 'RegradeLine';

/** A regrade as the database holds it. */
export interface StoredRegrade extends Omit<Regrade, 'id' | 'itemId' | 'itemVersionId'> {
  _id: Types.ObjectId;
  itemId: Types.ObjectId;
  itemVersionId: Types.ObjectId;
}

/** A line as the database holds it. */
export interface StoredRegradeLine
  extends Omit<RegradeLine, 'regradeId' | 'forceId' | 'attemptId' | 'personId'> {
  _id: Types.ObjectId;
  regradeId: Types.ObjectId;
  forceId: Types.ObjectId;
  attemptId: Types.ObjectId;
  personId: Types.ObjectId;
}

const { Mixed, ObjectId } = Schema.Types;
/** The states in which a regrade is neither over nor given up. */
export const AT_WORK = ['LOOKING', 'SHOWN', 'STALE', 'APPLYING'] as const;

export const regradeSchema = new Schema<StoredRegrade>(
  {
    courseCode: { type: String, required: true },
    itemId: { type: ObjectId, required: true },
    itemKey: { type: String, required: true },
    itemVersionId: { type: ObjectId, required: true },
    versionNumber: { type: Number, required: true },
    remedy: { type: Mixed, required: true },
    reason: { type: String, required: true },
    state: { type: String, required: true },
    phase: { type: String, required: true },
    run: { type: Number, required: true },
    cursor: { type: String, default: null },
    done: { type: Number, required: true },
    total: { type: Number, required: true },
    counts: { type: Mixed, required: true },
    digest: { type: String, default: '' },
    fallsDigest: { type: String, default: '' },
    checked: { type: String, default: null },
    approval: { type: Mixed, default: null },
    falls: { type: String, default: null },
    leftOut: { type: Number, default: 0 },
    proposedBy: { type: String, required: true },
    proposedAt: { type: Date, required: true },
    appliedBy: { type: String, default: null },
    inForceAt: { type: Date, default: null },
    finishedAt: { type: Date, default: null },
    revision: { type: Number, required: true },
  },
  { versionKey: false, minimize: false, collection: 'regrades' },
);
// RegradeReader.ofCourse, newest first.
regradeSchema.index({ courseCode: 1, _id: -1 });
// RegradeRepository.atWork and add: unique, so that one regrade of an item version is at work at a time.
regradeSchema.index(
  { itemVersionId: 1 },
  { unique: true, partialFilterExpression: { state: { $in: AT_WORK } }, name: 'one at work for a version' },
);
// RegradeRepository.save: unique, so that no two regrades of a course change the same marks at once.
regradeSchema.index(
  { courseCode: 1 },
  { unique: true, partialFilterExpression: { state: 'APPLYING' }, name: 'one applying in a course' },
);
national(
  regradeSchema,
  'an item is the College’s, and faulty for everybody; whose marks change is in the lines',
);

const marks = { type: Mixed, required: true };

export const regradeLineSchema = new Schema<StoredRegradeLine>(
  {
    regradeId: { type: ObjectId, required: true },
    run: { type: Number, required: true },
    forceId: { type: ObjectId, required: true },
    attemptId: { type: ObjectId, required: true },
    personId: { type: ObjectId, required: true },
    before: marks,
    after: marks,
    crosses: { type: String, default: null },
    stake: { type: Mixed, default: null },
    outcome: { type: String, default: null },
  },
  { versionKey: false, collection: 'regradeLines' },
);
// RegradeLineRepository.page, across forces; unique, so that a page done twice is done once.
regradeLineSchema.index({ regradeId: 1, run: 1, attemptId: 1 }, { unique: true });
// RegradeReader.linesOf: a force's own, in the order of attempts.
regradeLineSchema.index({ forceId: 1, regradeId: 1, run: 1, attemptId: 1 });
tenant(regradeLineSchema);

/** The regrade as the code knows it. */
export function regradeOf(stored: StoredRegrade): Regrade {
  const { _id, itemId, itemVersionId, ...rest } = stored;
  return {
    ...rest,
    id: idOf<RegradeId>(_id),
    itemId: idOf<ItemId>(itemId),
    itemVersionId: idOf<ItemVersionId>(itemVersionId),
  };
}

/** The regrade as the database holds it. */
export function storedRegrade(regrade: Regrade): StoredRegrade {
  const { id, itemId, itemVersionId, ...rest } = regrade;
  return {
    ...rest,
    _id: objectId(id),
    itemId: objectId(itemId),
    itemVersionId: objectId(itemVersionId),
  };
}

/** The line as the code knows it. */
export function lineFrom(stored: StoredRegradeLine): RegradeLine {
  const { _id, regradeId, forceId, attemptId, personId, ...rest } = stored;
  return {
    ...rest,
    regradeId: idOf<RegradeId>(regradeId),
    forceId: idOf<ForceId>(forceId),
    attemptId: idOf<AttemptId>(attemptId),
    personId: idOf<PersonId>(personId),
  };
}
