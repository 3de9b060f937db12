import type { VersionId } from '@app/catalogue';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import type { EnrolmentId } from '@app/progress';
import { Schema, type Types } from 'mongoose';
import type { Work, WorkId } from './work.js';

export const WORK = 'Work';

/** A work as the database holds it. */
export interface StoredWork extends Omit<Work, 'id' | 'forceId' | 'personId' | 'enrolmentId' | 'versionId'> {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  enrolmentId: Types.ObjectId;
  versionId: Types.ObjectId;
}

const { Mixed, ObjectId } = Schema.Types;

export const workSchema = new Schema<StoredWork>(
  {
    forceId: { type: ObjectId, required: true, immutable: true },
    personId: { type: ObjectId, required: true, immutable: true },
    enrolmentId: { type: ObjectId, required: true, immutable: true },
    courseCode: { type: String, required: true, immutable: true },
    versionId: { type: ObjectId, required: true, immutable: true },
    componentKey: { type: String, required: true, immutable: true },
    number: { type: Number, required: true, immutable: true },
    terms: { type: Mixed, required: true, immutable: true },
    state: { type: String, required: true },
    writer: { type: String, required: true },
    sequence: { type: Number, required: true },
    parts: { type: Mixed, required: true },
    startedAt: { type: Date, required: true, immutable: true },
    savedAt: { type: Date, default: null },
    submittedAt: { type: Date, default: null },
    late: { type: Boolean, default: null },
    outcome: { type: Mixed, default: null },
    releasedAt: { type: Date, default: null },
  },
  { versionKey: false, minimize: false, collection: 'works' },
);
// WorkRepository.ofEnrolment, first to last; unique, so that two starts at once are one work.
workSchema.index({ forceId: 1, enrolmentId: 1, componentKey: 1, number: 1 }, { unique: true });
// WorkReader.own: a person's, newest first.
workSchema.index({ forceId: 1, personId: 1, _id: -1 });
// WorkReader.forcePage: a component's, newest first.
workSchema.index({ forceId: 1, courseCode: 1, componentKey: 1, _id: -1 });
tenant(workSchema);

/** The work as the code knows it. */
export function workOf(stored: StoredWork): Work {
  const { _id, forceId, personId, enrolmentId, versionId, ...rest } = stored;
  return {
    ...rest,
    id: idOf<WorkId>(_id),
    forceId: idOf<ForceId>(forceId),
    personId: idOf<PersonId>(personId),
    enrolmentId: idOf<EnrolmentId>(enrolmentId),
    versionId: idOf<VersionId>(versionId),
  };
}

/** The work as the database holds it. */
export function storedWork(work: Work): StoredWork {
  const { id, forceId, personId, enrolmentId, versionId, ...rest } = work;
  return {
    ...rest,
    _id: objectId(id),
    forceId: objectId(forceId),
    personId: objectId(personId),
    enrolmentId: objectId(enrolmentId),
    versionId: objectId(versionId),
  };
}
