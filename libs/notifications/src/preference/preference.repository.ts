import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type Preferences, USUAL } from './preference.js';
import { PREFERENCE, type StoredPreference } from './preference.schema.js';

/** How people want to be told. */
@Injectable()
export class PreferenceRepository {
  constructor(@InjectModel(PREFERENCE) private readonly preferences: Model<StoredPreference>) {}

  /** A person's preferences in this force; the usual ones when they never chose. */
  async of(scope: ForceScope, personId: PersonId): Promise<Preferences> {
    const stored = await this.preferences
      .findOne({ forceId: objectId(scope.forceId), personId: objectId(personId) })
      .lean<StoredPreference>();
    return stored === null ? USUAL : { mailOff: stored.mailOff, quiet: stored.quiet };
  }

  /** Keeps them. */
  async save(scope: ForceScope, personId: PersonId, { mailOff, quiet }: Preferences): Promise<void> {
    await this.preferences.updateOne(
      { forceId: objectId(scope.forceId), personId: objectId(personId) },
      { $set: { mailOff: [...mailOff], quiet } },
      { upsert: true },
    );
  }
}
