import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

/** A person with dates, as line manager or deputy. */
export interface StoredDatedPerson {
  personId: Types.ObjectId;
  from: string;
  to: string | null;
}

/** A posting as stored. Dates are calendar dates; both ends are included. */
export interface StoredPosting {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  unitId: Types.ObjectId;
  rankId: string;
  roleId: string;
  from: string;
  to: string | null;
  shiftPattern: string | null;
  contractedHours: number | null;
  lineManagers: StoredDatedPerson[];
  deputies: StoredDatedPerson[];
  expectedEnd: string | null;
  revision: number;
  /** What was known of its last day, and since when, oldest first. Absent on postings from before it was kept. */
  known?: { at: Date; to: string | null }[];
}

export const POSTING = 'Posting';

const datedPerson = new Schema(
  {
    personId: { type: Schema.Types.ObjectId, required: true },
    from: { type: String, required: true },
    to: { type: String, default: null },
  },
  { _id: false },
);

const known = new Schema(
  { at: { type: Date, required: true }, to: { type: String, default: null } },
  { _id: false },
);

export const postingSchema = new Schema<StoredPosting>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: Schema.Types.ObjectId, required: true },
    unitId: { type: Schema.Types.ObjectId, required: true },
    rankId: { type: String, required: true },
    roleId: { type: String, required: true },
    from: { type: String, required: true },
    to: { type: String, default: null },
    shiftPattern: { type: String, default: null },
    contractedHours: { type: Number, default: null },
    lineManagers: { type: [datedPerson], default: [] },
    deputies: { type: [datedPerson], default: [] },
    expectedEnd: { type: String, default: null },
    revision: { type: Number, required: true },
    known: { type: [known], default: [] },
  },
  { versionKey: false, collection: 'postings' },
);
// PostingReader.ofPerson and PostingRepository.same: unique, so that one posting is not recorded twice.
postingSchema.index({ forceId: 1, personId: 1, unitId: 1, roleId: 1, from: 1 }, { unique: true });
// PostingReader.personIdsInUnits and inUnits: who is posted to these units.
postingSchema.index({ forceId: 1, unitId: 1, from: 1 });
tenant(postingSchema);
