import { national } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { CourseContent } from './course-content.js';
import type { Change } from './published-version.js';

/** A published version as stored. Nothing about it ever changes: the schema itself refuses. */
export interface StoredVersion {
  _id: Types.ObjectId;
  courseId: Types.ObjectId;
  code: string;
  number: number;
  publishedAt: Date;
  change: Change;
  note: string;
  cutOff: string | null;
  digest: string;
  content: CourseContent;
}

export const COURSE_VERSION = 'CourseVersion';

export const courseVersionSchema = new Schema<StoredVersion>(
  {
    courseId: { type: Schema.Types.ObjectId, required: true },
    code: { type: String, required: true },
    number: { type: Number, required: true },
    publishedAt: { type: Date, required: true },
    change: { type: String, required: true },
    note: { type: String, required: true },
    cutOff: { type: String, default: null },
    digest: { type: String, required: true },
    content: { type: Schema.Types.Mixed, required: true },
  },
  { versionKey: false, minimize: false, collection: 'courseVersions' },
);
// CourseReader.versions; unique so that two publications cannot make the same version.
courseVersionSchema.index({ courseId: 1, number: 1 }, { unique: true });
national(courseVersionSchema, 'one catalogue for every force');

const CHANGES = [
  'updateOne',
  'updateMany',
  'replaceOne',
  'findOneAndUpdate',
  'findOneAndReplace',
  'findOneAndDelete',
  'deleteOne',
  'deleteMany',
] as const;

for (const change of CHANGES) courseVersionSchema.pre(change as 'updateOne', refuseChange);
courseVersionSchema.pre('bulkWrite', refuseChange);
courseVersionSchema.pre('save', function () {
  if (!this.isNew) refuseChange();
});

/** CAT-02. A published version is never changed and never deleted. */
function refuseChange(): void {
  throw new Error('A published course version is immutable: publish a new one (CAT-02)');
}
