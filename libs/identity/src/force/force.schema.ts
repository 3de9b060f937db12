import type { WelshState } from '@app/platform/context/words.js';
import { national } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { ForceKind } from './force.js';

/** A force as stored. */
export interface StoredForce {
  _id: Types.ObjectId;
  slug: string;
  name: { en: string; cy: string | null; cyState: WelshState };
  shortCode: string;
  kind: ForceKind;
  bilingual: boolean;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  mergedInto: Types.ObjectId | null;
}

export const FORCE = 'Force';

const words = new Schema(
  {
    en: { type: String, required: true },
    cy: { type: String, default: null },
    cyState: { type: String, required: true },
  },
  { _id: false },
);

export const forceSchema = new Schema<StoredForce>(
  {
    slug: { type: String, required: true },
    name: { type: words, required: true },
    shortCode: { type: String, required: true },
    kind: { type: String, required: true },
    bilingual: { type: Boolean, required: true },
    effectiveFrom: { type: String, default: null },
    effectiveTo: { type: String, default: null },
    mergedInto: { type: Schema.Types.ObjectId, default: null },
  },
  { versionKey: false, collection: 'forces' },
);
// ForceReader.bySlug and page: unique, so that loading the reference data again adds nothing.
forceSchema.index({ slug: 1 }, { unique: true });
national(forceSchema, 'the list of tenants itself');
