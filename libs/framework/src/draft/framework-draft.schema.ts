import { national } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { FrameworkContent } from '../version/framework-version.js';

/** A draft as stored: one document, found by its id alone. */
export interface StoredDraft {
  _id: Types.ObjectId;
  basedOn: number;
  content: FrameworkContent;
  writers: Types.ObjectId[];
  publishedAs: number | null;
  revision: number;
}

export const FRAMEWORK_DRAFT = 'FrameworkDraft';

export const frameworkDraftSchema = new Schema<StoredDraft>(
  {
    basedOn: { type: Number, required: true, immutable: true },
    content: { type: Schema.Types.Mixed, required: true },
    writers: { type: [Schema.Types.ObjectId], required: true },
    publishedAs: { type: Number, default: null },
    revision: { type: Number, required: true },
  },
  { versionKey: false, minimize: false, collection: 'frameworkDrafts' },
);
// FrameworkDraftReader.openPage.
frameworkDraftSchema.index({ publishedAs: 1, _id: -1 });
national(frameworkDraftSchema, 'one framework for every force; the College writes it');
