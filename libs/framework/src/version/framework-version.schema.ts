import { national } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { FrameworkContent } from './framework-version.js';

/** One immutable version of the framework. Small (some hundred entries), so it is one document and one read. */
export interface StoredFramework {
  _id: Types.ObjectId;
  number: number;
  digest: string;
  loadedAt: Date;
  /** `YYYY-MM-DD`. */
  effectiveFrom: string;
  content: FrameworkContent;
  /** What changed, in words; null when a pack brought it. */
  note: string | null;
  /** Who published it; null when a pack brought it. */
  publishedBy: Types.ObjectId | null;
}

export const FRAMEWORK_VERSION = 'FrameworkVersion';

export const frameworkVersionSchema = new Schema<StoredFramework>(
  {
    number: { type: Number, required: true },
    digest: { type: String, required: true },
    loadedAt: { type: Date, required: true },
    effectiveFrom: { type: String, required: true },
    content: { type: Schema.Types.Mixed, required: true },
    note: { type: String, default: null },
    publishedBy: { type: Schema.Types.ObjectId, default: null },
  },
  { versionKey: false, minimize: false, collection: 'frameworkVersions' },
);
// FrameworkVersionRepository.latest; unique so that two loads cannot make the same version.
frameworkVersionSchema.index({ number: -1 }, { unique: true });
// CurrentFramework.read: the one in force on a day.
frameworkVersionSchema.index({ effectiveFrom: -1, number: -1 });
national(frameworkVersionSchema, 'one framework for every force');
