import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

export const CALENDAR = 'CalendarFeed';

/** The private address of one person's calendar. The token itself is kept nowhere. */
export interface StoredCalendar {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  tokenHash: string;
}

const { ObjectId } = Schema.Types;

export const calendarSchema = new Schema<StoredCalendar>(
  {
    forceId: { type: ObjectId, required: true },
    personId: { type: ObjectId, required: true },
    tokenHash: { type: String, required: true },
  },
  { versionKey: false, collection: 'calendarFeeds' },
);
// CalendarRepository: unique, one address of a person in a force.
calendarSchema.index({ forceId: 1, personId: 1 }, { unique: true });
// CalendarRepository.byHash: whose address it is.
calendarSchema.index({ tokenHash: 1 }, { unique: true });
tenant(calendarSchema);
