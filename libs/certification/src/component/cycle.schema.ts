import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

/** An outcome as stored in its cycle. */
export interface StoredOutcome {
  componentKey: string;
  sourceId: string;
  versionId: string;
  on: string;
  percent: number | null;
  passed: boolean;
  counts: boolean;
  asOf: Date;
}

/** A cycle as stored. */
export interface StoredCycle {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  courseCode: string;
  cycle: number;
  outcomes: StoredOutcome[];
  awardId: Types.ObjectId | null;
  awardedOn: string | null;
  revision: number;
}

export const CYCLE = 'CertificationCycle';

const outcome = new Schema(
  {
    componentKey: { type: String, required: true },
    sourceId: { type: String, required: true },
    versionId: { type: String, required: true },
    on: { type: String, required: true },
    percent: { type: Number, default: null },
    passed: { type: Boolean, required: true },
    counts: { type: Boolean, required: true },
    asOf: { type: Date, required: true },
  },
  { _id: false },
);

export const cycleSchema = new Schema<StoredCycle>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: Schema.Types.ObjectId, required: true },
    courseCode: { type: String, required: true },
    cycle: { type: Number, required: true },
    outcomes: { type: [outcome], default: [] },
    awardId: { type: Schema.Types.ObjectId, default: null },
    awardedOn: { type: String, default: null },
    revision: { type: Number, required: true },
  },
  { versionKey: false, collection: 'certificationCycles' },
);
// CycleRepository.latest and ComponentReader.of; unique, so that a cycle begins once however many components arrive at once.
cycleSchema.index({ forceId: 1, personId: 1, courseCode: 1, cycle: -1 }, { unique: true });
tenant(cycleSchema);
