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
}

export const ABSENCE = 'Absence';

export const absenceSchema = new Schema<StoredAbsence>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: Schema.Types.ObjectId, required: true },
    from: { type: String, required: true },
    to: { type: String, default: null },
    clockStopped: { type: Boolean, required: true },
  },
  { versionKey: false, collection: 'absences' },
);
// AbsenceReader.ofPerson and ofPeople: unique, so that recording the same first day again amends and never doubles.
absenceSchema.index({ forceId: 1, personId: 1, from: 1 }, { unique: true });
tenant(absenceSchema);
