import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { Extract } from './extract.js';

/** An extract as stored. */
export interface StoredExtract
  extends Omit<Extract, 'id' | 'personId' | 'jsonFileId' | 'pdfFileId' | 'madeBy' | 'counted' | 'asAt'> {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  jsonFileId: Types.ObjectId;
  pdfFileId: Types.ObjectId;
  madeBy: Types.ObjectId;
  counted: string[];
  asAt: string;
}

export const EXTRACT = 'Extract';

export const extractSchema = new Schema<StoredExtract>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true, immutable: true },
    personId: { type: Schema.Types.ObjectId, required: true },
    skillId: { type: String, required: true },
    level: { type: Number, required: true },
    asAt: { type: String, required: true },
    knownAt: { type: Date, required: true },
    serial: { type: String, required: true },
    codeDigest: { type: String, required: true },
    held: { type: Number, required: true },
    inDate: { type: Boolean, required: true },
    counted: { type: [String], required: true },
    jsonFileId: { type: Schema.Types.ObjectId, required: true },
    pdfFileId: { type: Schema.Types.ObjectId, required: true },
    madeBy: { type: Schema.Types.ObjectId, required: true },
    madeAt: { type: Date, required: true },
  },
  { versionKey: false, collection: 'extracts' },
);
// ExtractReader.bySerial; unique, so that a serial means one document.
extractSchema.index({ serial: 1 }, { unique: true });
// ExtractReader.page: a force's, newest first.
extractSchema.index({ forceId: 1, _id: -1 });
tenant(extractSchema);
