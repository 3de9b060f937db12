import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
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
    return (await this.ofPeople(scope, [personId]))(personId);
  }

  /** As `of`, of several people in one read. */
  async ofPeople(
    scope: ForceScope,
    personIds: readonly PersonId[],
  ): Promise<(personId: PersonId) => Preferences> {
    const stored = await this.preferences
      .find({ forceId: objectId(scope.forceId), personId: { $in: personIds.map(objectId) } })
      .lean<StoredPreference[]>();
    const chosen = new Map(
      stored.map(({ personId, mailOff, quiet }) => [idOf<PersonId>(personId), { mailOff, quiet }]),
    );
    return (personId) => chosen.get(personId) ?? USUAL;
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
