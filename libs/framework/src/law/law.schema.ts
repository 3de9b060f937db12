import { national } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { LawEntry } from './law.js';

/** One immutable version of a law entry; the highest number of a lawId is the one in use. */
export interface StoredLaw {
  _id: Types.ObjectId;
  lawId: string;
  number: number;
  /** True for exactly one version of each lawId. */
  current: boolean;
  digest: string;
  loadedAt: Date;
  entry: LawEntry;
}

export const LAW = 'LawVersion';

export const lawSchema = new Schema<StoredLaw>(
  {
    lawId: { type: String, required: true },
    number: { type: Number, required: true },
    current: { type: Boolean, required: true },
    digest: { type: String, required: true },
    loadedAt: { type: Date, required: true },
    entry: { type: Schema.Types.Mixed, required: true },
  },
  { versionKey: false, minimize: false, collection: 'lawVersions' },
);
// LawRepository.add; unique so that two loads cannot make the same version.
lawSchema.index({ lawId: 1, number: -1 }, { unique: true });
// LawReader.byIds and LawReader.page: the entries in use by key; unique so that an entry has one version in use.
lawSchema.index({ lawId: 1 }, { unique: true, partialFilterExpression: { current: true } });
national(lawSchema, 'one law register for every force');
