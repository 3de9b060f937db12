import { national } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { FrameworkContent } from './framework-version.js';

/** One immutable version of the framework. Small (some hundred entries), so it is one document and one read. */
export interface StoredFramework {
  _id: Types.ObjectId;
  number: number;
  digest: string;
  loadedAt: Date;
  content: FrameworkContent;
}

export const FRAMEWORK_VERSION = 'FrameworkVersion';

export const frameworkVersionSchema = new Schema<StoredFramework>(
  {
    number: { type: Number, required: true },
    digest: { type: String, required: true },
    loadedAt: { type: Date, required: true },
    content: { type: Schema.Types.Mixed, required: true },
  },
  { versionKey: false, minimize: false, collection: 'frameworkVersions' },
);
// FrameworkVersionRepository.latest and CurrentFramework.read; unique so that two loads cannot make the same version.
frameworkVersionSchema.index({ number: -1 }, { unique: true });
national(frameworkVersionSchema, 'one framework for every force');
