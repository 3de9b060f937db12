import type { Words } from '@app/platform/context/words.js';
import { national } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { BroughtRule } from './certification.js';

/** A certification as stored. Rule versions are only ever appended. */
export interface StoredCertification {
  _id: Types.ObjectId;
  code: string;
  title: Words;
  ofCourse: boolean;
  rules: BroughtRule[];
  revision: number;
}

export const CERTIFICATION = 'Certification';

export const certificationSchema = new Schema<StoredCertification>(
  {
    code: { type: String, required: true },
    title: { type: Schema.Types.Mixed, required: true },
    ofCourse: { type: Boolean, required: true },
    rules: { type: Schema.Types.Mixed, required: true },
    revision: { type: Number, required: true },
  },
  { versionKey: false, minimize: false, collection: 'certifications' },
);
// CertificationReader.byCode and all; unique, since a code names one certification.
certificationSchema.index({ code: 1 }, { unique: true });
national(certificationSchema, 'rules are the College’s, the same for every force');
