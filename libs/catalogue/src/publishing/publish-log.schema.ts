import { national } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { Change } from '../course/published-version.js';

/**
 * One row each time a course was published: from which version to which, why, and by whom. Append-only. The pointer on
 * the course says what is published now; this says how it came to be.
 */
export interface PublishLogRow {
  _id: Types.ObjectId;
  courseId: Types.ObjectId;
  fromVersionId: Types.ObjectId | null;
  toVersionId: Types.ObjectId;
  change: Change;
  note: string;
  cutOff: string | null;
  /** Null when the content pack published it. */
  publishedBy: Types.ObjectId | null;
  at: Date;
}

export const PUBLISH_LOG = 'PublishLogRow';

export const publishLogSchema = new Schema<PublishLogRow>(
  {
    courseId: { type: Schema.Types.ObjectId, required: true },
    fromVersionId: { type: Schema.Types.ObjectId, default: null },
    toVersionId: { type: Schema.Types.ObjectId, required: true },
    change: { type: String, required: true },
    note: { type: String, required: true },
    cutOff: { type: String, default: null },
    publishedBy: { type: Schema.Types.ObjectId, default: null },
    at: { type: Date, required: true },
  },
  { versionKey: false, collection: 'publishLog' },
);
// CourseRepository.publish appends; unique so that a version is published once.
publishLogSchema.index({ toVersionId: 1 }, { unique: true });
// The history of a course, newest first.
publishLogSchema.index({ courseId: 1, at: -1 });
national(publishLogSchema, 'one catalogue for every force');
