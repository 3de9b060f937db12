import type { Words } from '@app/platform/context/words.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

/** A notice as stored. */
export interface StoredNotice {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  at: Date;
  subject: Words;
  body: Words;
  readAt: Date | null;
}

export const NOTICE = 'Notice';

export const noticeSchema = new Schema<StoredNotice>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: Schema.Types.ObjectId, required: true },
    at: { type: Date, required: true },
    subject: { type: Schema.Types.Mixed, required: true },
    body: { type: Schema.Types.Mixed, required: true },
    readAt: { type: Date, default: null },
  },
  { versionKey: false, minimize: false, collection: 'notices' },
);
// NoticeReader.ofPerson: newest first.
noticeSchema.index({ forceId: 1, personId: 1, _id: -1 });
tenant(noticeSchema);
