import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { CALENDAR, type StoredCalendar } from './calendar.schema.js';

/** Keeps the addresses of calendars. */
@Injectable()
export class CalendarRepository {
  constructor(@InjectModel(CALENDAR) private readonly calendars: Model<StoredCalendar>) {}

  /** Gives a person an address in place of any before. */
  async save(scope: ForceScope, personId: PersonId, tokenHash: string): Promise<void> {
    await this.calendars.updateOne(of(scope, personId), { $set: { tokenHash } }, { upsert: true });
  }

  /** Takes it away. Whether there was one. */
  async remove(scope: ForceScope, personId: PersonId): Promise<boolean> {
    return (await this.calendars.deleteOne(of(scope, personId))).deletedCount === 1;
  }

  /** Whose address it is. The token is all that a calendar program has, so the force is not known before. */
  async byHash(tokenHash: string): Promise<{ forceId: ForceId; personId: PersonId } | null> {
    const stored = await this.calendars
      .findOne({ tokenHash }, null, acrossForces('the token alone says whose calendar it is'))
      .lean<StoredCalendar>();
    if (stored === null) return null;
    return { forceId: idOf<ForceId>(stored.forceId), personId: idOf<PersonId>(stored.personId) };
  }
}

function of(scope: ForceScope, personId: PersonId) {
  return { forceId: objectId(scope.forceId), personId: objectId(personId) };
}
