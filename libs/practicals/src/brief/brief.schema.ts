import { idOf, objectId } from '@app/platform/ids/ids.js';
import { national } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { Brief, BriefContent, BriefId } from './brief.js';

export const BRIEF = 'Brief';

/** One version of a brief, never changed after its insertion. The current one has the highest number. */
export interface StoredBrief {
  _id: Types.ObjectId;
  courseCode: string;
  componentKey: string;
  number: number;
  content: BriefContent;
  publishedAt: Date;
}

export const briefSchema = new Schema<StoredBrief>(
  {
    courseCode: { type: String, required: true, immutable: true },
    componentKey: { type: String, required: true, immutable: true },
    number: { type: Number, required: true, immutable: true },
    content: { type: Schema.Types.Mixed, required: true, immutable: true },
    publishedAt: { type: Date, required: true, immutable: true },
  },
  { versionKey: false, minimize: false, collection: 'briefs' },
);
// BriefReader.current and ofCourse: unique, so that two publications at once do not share a number.
briefSchema.index({ courseCode: 1, componentKey: 1, number: -1 }, { unique: true });
national(briefSchema, 'the College says what a course asks; every force assesses by it');

/** The brief as the code knows it. */
export function briefOf({ _id, content, number, publishedAt }: StoredBrief): Brief {
  return { ...content, id: idOf<BriefId>(_id), number, publishedAt };
}

/** The brief as the database holds it. */
export function storedBrief({ id, number, publishedAt, ...content }: Brief): StoredBrief {
  const { courseCode, componentKey } = content;
  return { _id: objectId(id), courseCode, componentKey, number, content, publishedAt };
}
