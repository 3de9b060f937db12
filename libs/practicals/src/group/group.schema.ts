import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { GroupCase, GroupId } from './group.js';

export const GROUP_CASE = 'GroupCase';

/** A group as the database holds it. */
export interface StoredGroup extends Omit<GroupCase, 'id' | 'forceId' | 'formedById' | 'submittedById'> {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  formedById: Types.ObjectId | null;
  submittedById: Types.ObjectId | null;
}

const { Mixed, ObjectId } = Schema.Types;

export const groupSchema = new Schema<StoredGroup>(
  {
    forceId: { type: ObjectId, required: true, immutable: true },
    courseCode: { type: String, required: true, immutable: true },
    componentKey: { type: String, required: true, immutable: true },
    terms: { type: Mixed, required: true, immutable: true },
    joinCode: { type: String, required: true, immutable: true },
    formedById: { type: ObjectId, default: null, immutable: true },
    formedAt: { type: Date, required: true, immutable: true },
    state: { type: String, required: true },
    shared: { type: Mixed, required: true },
    submittedById: { type: ObjectId, default: null },
    submittedAt: { type: Date, default: null },
    releasedAt: { type: Date, default: null },
    revision: { type: Number, required: true },
  },
  { versionKey: false, minimize: false, collection: 'groupCases' },
);
// GroupRepository.byCode; unique, so that a code names one group of a force.
groupSchema.index({ forceId: 1, joinCode: 1 }, { unique: true });
// GroupReader.led: all of a force, newest first.
groupSchema.index({ forceId: 1, _id: -1 });
// GroupReader.led: those that somebody formed, newest first.
groupSchema.index({ forceId: 1, formedById: 1, _id: -1 });
tenant(groupSchema);

/** The group as the code knows it. */
export function groupOf(stored: StoredGroup): GroupCase {
  const { _id, forceId, formedById, submittedById, ...rest } = stored;
  return {
    ...rest,
    id: idOf<GroupId>(_id),
    forceId: idOf<ForceId>(forceId),
    formedById: formedById === null ? null : idOf<PersonId>(formedById),
    submittedById: submittedById === null ? null : idOf<PersonId>(submittedById),
  };
}

/** The group as the database holds it. */
export function storedGroup(group: GroupCase): StoredGroup {
  const { id, forceId, formedById, submittedById, ...rest } = group;
  return {
    ...rest,
    _id: objectId(id),
    forceId: objectId(forceId),
    formedById: formedById === null ? null : objectId(formedById),
    submittedById: submittedById === null ? null : objectId(submittedById),
  };
}
