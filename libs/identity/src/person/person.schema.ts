import type { Language } from '@app/platform/context/request-context.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { AccountStatus } from './person.js';

/** A person as stored. */
export interface StoredPerson {
  _id: Types.ObjectId;
  givenName: string;
  familyName: string;
  sortKey: string;
  email: string | null;
  language: Language;
  forceIds: Types.ObjectId[];
  staffNumbers: { forceId: Types.ObjectId; number: string }[];
  accountStatus: AccountStatus;
  suspendedIn: Types.ObjectId[];
  /** Absent on people from before rosters left a mark. */
  fedIn?: Types.ObjectId[];
  revision: number;
  /** In which forces they were suspended from an instant on, oldest first. Absent before the first suspension. */
  suspensions?: { at: Date; suspendedIn: Types.ObjectId[] }[];
}

export const PERSON = 'Person';

const staffNumber = new Schema(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    number: { type: String, required: true },
  },
  { _id: false },
);

const suspension = new Schema(
  { at: { type: Date, required: true }, suspendedIn: { type: [Schema.Types.ObjectId], default: [] } },
  { _id: false },
);

export const personSchema = new Schema<StoredPerson>(
  {
    givenName: { type: String, required: true },
    familyName: { type: String, required: true },
    sortKey: { type: String, required: true },
    email: { type: String, default: null },
    language: { type: String, required: true },
    forceIds: { type: [Schema.Types.ObjectId], required: true },
    staffNumbers: { type: [staffNumber], default: [] },
    accountStatus: { type: String, required: true },
    suspendedIn: { type: [Schema.Types.ObjectId], default: [] },
    fedIn: { type: [Schema.Types.ObjectId], default: [] },
    revision: { type: Number, required: true },
    suspensions: { type: [suspension], default: [] },
  },
  { versionKey: false, collection: 'people' },
);
// A partial index serves a query only if its filter follows from the query: from equality follows `$gt: ''`, not `$type`.
// PersonRepository.byEmail: unique, since the address is what a person signs in with.
personSchema.index({ email: 1 }, { unique: true, partialFilterExpression: { email: { $gt: '' } } });
// PersonRepository.byStaffNumbers and the people search: unique, since force and number are the roster's key.
personSchema.index(
  { 'staffNumbers.forceId': 1, 'staffNumbers.number': 1 },
  { unique: true, partialFilterExpression: { 'staffNumbers.number': { $gt: '' } } },
);
// PeopleReader.page: by name, and by the beginning of a family name.
personSchema.index({ forceIds: 1, sortKey: 1 });
// PersonRepository.fed: whom a whole roster speaks of.
personSchema.index({ fedIn: 1 });
tenant(personSchema, 'forceIds');
