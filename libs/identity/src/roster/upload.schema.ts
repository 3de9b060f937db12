import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

/** An upload as stored; its bytes lie in the GridFS bucket `uploads` under the same id. */
export interface StoredUpload {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  sessionId: Types.ObjectId;
  fileName: string;
  expiresAt: Date;
  bytes: number | null;
  fileId: Types.ObjectId | null;
}

export const UPLOAD = 'Upload';

export const uploadSchema = new Schema<StoredUpload>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: Schema.Types.ObjectId, required: true },
    sessionId: { type: Schema.Types.ObjectId, required: true },
    fileName: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    bytes: { type: Number, default: null },
    fileId: { type: Schema.Types.ObjectId, default: null },
  },
  { versionKey: false, collection: 'rosterUploads' },
);
// ExpiredRepository.forgetUploads. UploadRepository.byId reads by _id.
uploadSchema.index({ expiresAt: 1 });
tenant(uploadSchema);
