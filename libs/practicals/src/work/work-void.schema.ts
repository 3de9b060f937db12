import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { WorkId } from './work.js';
import type { WorkVoid, WorkVoidId } from './work-void.js';

export const WORK_VOID = 'WorkVoid';

/** A proposal as the database holds it. */
export interface StoredWorkVoid
  extends Omit<WorkVoid, 'id' | 'forceId' | 'workId' | 'personId' | 'proposedBy' | 'decidedBy'> {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  workId: Types.ObjectId;
  personId: Types.ObjectId;
  proposedBy: Types.ObjectId;
  decidedBy: Types.ObjectId | null;
}

const { ObjectId } = Schema.Types;

export const workVoidSchema = new Schema<StoredWorkVoid>(
  {
    forceId: { type: ObjectId, required: true, immutable: true },
    workId: { type: ObjectId, required: true, immutable: true },
    personId: { type: ObjectId, required: true, immutable: true },
    state: { type: String, required: true },
    reason: { type: String, required: true, immutable: true },
    proposedBy: { type: ObjectId, required: true, immutable: true },
    proposedAt: { type: Date, required: true, immutable: true },
    decidedBy: { type: ObjectId, default: null },
    decidedAt: { type: Date, default: null },
  },
  { versionKey: false, collection: 'workVoids' },
);
// WorkVoidRepository.latest.
workVoidSchema.index({ forceId: 1, workId: 1, _id: -1 });
// WorkVoidRepository.add: unique, so that one proposal waits for a work.
workVoidSchema.index(
  { forceId: 1, workId: 1 },
  { unique: true, partialFilterExpression: { state: 'PROPOSED' }, name: 'one proposal waits' },
);
// WorkVoidRepository.waiting: those of a force that wait, earliest first.
workVoidSchema.index({ forceId: 1, state: 1, _id: 1 });
tenant(workVoidSchema);

/** The proposal as the code knows it. */
export function workVoidOf(stored: StoredWorkVoid): WorkVoid {
  const { _id, forceId, workId, personId, proposedBy, decidedBy, ...rest } = stored;
  return {
    ...rest,
    id: idOf<WorkVoidId>(_id),
    forceId: idOf<ForceId>(forceId),
    workId: idOf<WorkId>(workId),
    personId: idOf<PersonId>(personId),
    proposedBy: idOf<PersonId>(proposedBy),
    decidedBy: decidedBy === null ? null : idOf<PersonId>(decidedBy),
  };
}

/** The proposal as the database holds it. */
export function storedWorkVoid(proposal: WorkVoid): StoredWorkVoid {
  const { id, forceId, workId, personId, proposedBy, decidedBy, ...rest } = proposal;
  return {
    ...rest,
    _id: objectId(id),
    forceId: objectId(forceId),
    workId: objectId(workId),
    personId: objectId(personId),
    proposedBy: objectId(proposedBy),
    decidedBy: decidedBy === null ? null : objectId(decidedBy),
  };
}
