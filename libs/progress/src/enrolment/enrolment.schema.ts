import type { Words } from '@app/platform/context/words.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type {
  ActivityProgress,
  CheckProgress,
  EnrolmentOrigin,
  EnrolmentState,
  TakenBack,
} from './enrolment.js';

/** An enrolment as stored: one document with all of the person's progress in that course and cycle. */
export interface StoredEnrolment {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  courseId: Types.ObjectId;
  courseCode: string;
  courseTitle: Words;
  versionId: Types.ObjectId;
  versionNumber: number;
  origin: EnrolmentOrigin;
  cycle: number;
  dueOn: string | null;
  state: EnrolmentState;
  percent: number;
  resumeAt: string | null;
  startedAt: Date;
  completedAt: Date | null;
  finishBy: string | null;
  activities: ActivityProgress[];
  checks: CheckProgress[];
  takenBack: TakenBack[];
  revision: number;
}

export const ENROLMENT = 'Enrolment';

export const enrolmentSchema = new Schema<StoredEnrolment>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true, immutable: true },
    personId: { type: Schema.Types.ObjectId, required: true, immutable: true },
    courseId: { type: Schema.Types.ObjectId, required: true, immutable: true },
    courseCode: { type: String, required: true, immutable: true },
    courseTitle: { type: Schema.Types.Mixed, required: true },
    versionId: { type: Schema.Types.ObjectId, required: true },
    versionNumber: { type: Number, required: true },
    origin: { type: String, required: true },
    cycle: { type: Number, required: true, immutable: true },
    dueOn: { type: String, default: null },
    state: { type: String, required: true },
    percent: { type: Number, required: true },
    resumeAt: { type: String, default: null },
    startedAt: { type: Date, required: true },
    completedAt: { type: Date, default: null },
    finishBy: { type: String, default: null },
    activities: { type: Schema.Types.Mixed, default: [] },
    checks: { type: Schema.Types.Mixed, default: [] },
    takenBack: { type: Schema.Types.Mixed, default: [] },
    revision: { type: Number, required: true },
  },
  { versionKey: false, minimize: false, collection: 'enrolments' },
);
// EnrolmentReader.current and .ofPerson; unique so that a person has one enrolment per course and cycle.
enrolmentSchema.index({ forceId: 1, personId: 1, courseCode: 1, cycle: -1 }, { unique: true });
// EnrolmentReader.page: a force's enrolments, all or of a course, in a stable order.
enrolmentSchema.index({ forceId: 1, courseCode: 1, _id: 1 });
// EnrolmentReader.page without a course.
enrolmentSchema.index({ forceId: 1, _id: 1 });
// EnrolmentRepository.movable and EnrolmentReader.impactOf: everybody on a course, of every force.
enrolmentSchema.index({ courseCode: 1, state: 1, _id: 1 });
tenant(enrolmentSchema);
