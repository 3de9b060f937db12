import { Schema, type Types } from 'mongoose';
import { tenant } from '../mongo/tenancy.js';

/** A file as stored. `forceId` null: national. */
export interface StoredFileRow {
  _id: Types.ObjectId;
  forceId: Types.ObjectId | null;
  personId: Types.ObjectId | null;
  purpose: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  /** The bytes that it holds, perhaps with others. */
  bytesId: Types.ObjectId;
  uploadedAt: Date;
  usedAt: Date | null;
}

/** Bytes that at least one file holds; `_id` is where they lie. */
export interface HeldBytes {
  _id: Types.ObjectId;
  forceId: Types.ObjectId | null;
  purpose: string;
  sha256: string;
  holders: number;
}

export const FILE = 'File';
export const HELD_BYTES = 'HeldBytes';

export const fileSchema = new Schema<StoredFileRow>(
  {
    forceId: { type: Schema.Types.ObjectId, default: null },
    personId: { type: Schema.Types.ObjectId, default: null },
    purpose: { type: String, required: true },
    name: { type: String, required: true },
    mediaType: { type: String, required: true },
    size: { type: Number, required: true },
    sha256: { type: String, required: true },
    bytesId: { type: Schema.Types.ObjectId, required: true },
    uploadedAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
  },
  { versionKey: false, collection: 'files' },
);
// FileReader.nationalInUse. All other reads are by _id.
fileSchema.index({ forceId: 1, purpose: 1, sha256: 1 });
tenant(fileSchema);

export const heldBytesSchema = new Schema<HeldBytes>(
  {
    forceId: { type: Schema.Types.ObjectId, default: null },
    purpose: { type: String, required: true },
    sha256: { type: String, required: true },
    holders: { type: Number, required: true },
  },
  { versionKey: false, collection: 'heldBytes' },
);
// FileRepository.add: unique, so that the same bytes are kept once for a force and purpose, however many send them at once.
heldBytesSchema.index({ forceId: 1, purpose: 1, sha256: 1 }, { unique: true });
tenant(heldBytesSchema);

export const fileModels = [
  { name: FILE, schema: fileSchema },
  { name: HELD_BYTES, schema: heldBytesSchema },
];
