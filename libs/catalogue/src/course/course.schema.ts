import { national } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { DraftState, LastStep } from './course.js';
import type { CourseContent } from './course-content.js';

/** A course as stored. The draft lies apart (`courseDrafts`), so that lists of courses stay light. */
export interface StoredCourse {
  _id: Types.ObjectId;
  code: string;
  titleEn: string;
  publishedVersionId: Types.ObjectId;
  publishedNumber: number;
  importedDigest: string;
  importedBlocks: [string, string][];
}

/** A course's draft as stored, under the course's id. */
export interface StoredDraft {
  _id: Types.ObjectId;
  content: CourseContent;
  state: DraftState;
  revision: number;
  changedBlocks: string[];
  editors: string[];
  approvedBy: string | null;
  lastStep: LastStep | null;
}

export const COURSE = 'Course';
export const COURSE_DRAFT = 'CourseDraft';

export const courseSchema = new Schema<StoredCourse>(
  {
    code: { type: String, required: true },
    titleEn: { type: String, required: true },
    publishedVersionId: { type: Schema.Types.ObjectId, required: true },
    publishedNumber: { type: Number, required: true },
    importedDigest: { type: String, required: true },
    importedBlocks: { type: Schema.Types.Mixed, required: true },
  },
  { versionKey: false, minimize: false, collection: 'courses' },
);
// CourseReader.byCode and .page; unique since the code is the course's name everywhere.
courseSchema.index({ code: 1 }, { unique: true });
national(courseSchema, 'one catalogue for every force');

export const courseDraftSchema = new Schema<StoredDraft>(
  {
    content: { type: Schema.Types.Mixed, required: true },
    state: { type: String, required: true },
    revision: { type: Number, required: true },
    changedBlocks: { type: [String], required: true },
    editors: { type: [String], required: true },
    approvedBy: { type: String, default: null },
    lastStep: { type: Schema.Types.Mixed, default: null },
  },
  { versionKey: false, minimize: false, collection: 'courseDrafts' },
);
national(courseDraftSchema, 'one catalogue for every force');
