import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

/** An absence as stored. */
export interface StoredAbsence {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  from: string;
  to: string | null;
  clockStopped: boolean;
  /** What was known of its last day, and since when, oldest first. Absent on absences from before it was kept. */
  known?: { at: Date; to: string | null }[];
}

export const ABSENCE = 'Absence';

const known = new Schema(
  { at: { type: Date, required: true }, to: { type: String, default: null } },
  { _id: false },
);

export const absenceSchema = new Schema<StoredAbsence>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: Schema.Types.ObjectId, required: true },
    from: { type: String, required: true },
    to: { type: String, default: null },
    clockStopped: { type: Boolean, required: true },
    known: { type: [known], default: [] },
  },
  { versionKey: false, collection: 'absences' },
);
// AbsenceReader.ofPerson and ofPeople: unique, so that recording the same first day again amends and never doubles.
absenceSchema.index({ forceId: 1, personId: 1, from: 1 }, { unique: true });
tenant(absenceSchema);
