import type { Words } from '@app/platform/context/words.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

/** An award as stored. After insertion only `lastValidDay` ever moves, and `withdrawn` is set, once. */
export interface StoredAward {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  serial: string;
  courseCode: string;
  courseTitle: Words;
  versionId: string;
  versionNumber: number;
  cycle: number;
  awardedOn: string;
  lastValidDay: string;
  grantedTo?: string;
  ruleNumber?: number;
  withdrawn?: { on: string; at: Date } | null;
  skills: { skillId: string; level: number; lastValidDay: string }[];
}

export const AWARD = 'Award';

const fixed = { required: true, immutable: true } as const;

const skill = new Schema(
  {
    skillId: { type: String, ...fixed },
    level: { type: Number, ...fixed },
    lastValidDay: { type: String, ...fixed },
  },
  { _id: false },
);

export const awardSchema = new Schema<StoredAward>(
  {
    forceId: { type: Schema.Types.ObjectId, ...fixed },
    personId: { type: Schema.Types.ObjectId, ...fixed },
    serial: { type: String, ...fixed },
    courseCode: { type: String, ...fixed },
    courseTitle: { type: Schema.Types.Mixed, ...fixed },
    versionId: { type: String, ...fixed },
    versionNumber: { type: Number, ...fixed },
    cycle: { type: Number, ...fixed },
    awardedOn: { type: String, ...fixed },
    lastValidDay: { type: String, required: true },
    grantedTo: { type: String, immutable: true },
    ruleNumber: { type: Number, immutable: true, default: 0 },
    withdrawn: { type: Schema.Types.Mixed, default: null },
    skills: { type: [skill], default: [] },
  },
  { versionKey: false, minimize: false, collection: 'awards' },
);
// AwardReader.latest and AwardRepository.ofCycle; unique, so that a cycle gives one award however often its last pass arrives.
awardSchema.index({ forceId: 1, personId: 1, courseCode: 1, cycle: -1 }, { unique: true });
// AwardReader.ofPerson: newest first.
awardSchema.index({ forceId: 1, personId: 1, awardedOn: -1, _id: -1 });
// Unique in the nation: a certificate's number names one award.
awardSchema.index({ serial: 1 }, { unique: true });
tenant(awardSchema);
