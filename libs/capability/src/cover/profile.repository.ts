import type { UnitId } from '@app/identity';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { inTransaction } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { COVER_PROFILE, type StoredProfile } from './cover.schema.js';
import { isEmpty, type Profile, packed, unpacked } from './profile.js';

/** A person's profile, with whose it is. */
export interface ProfileOf {
  readonly personId: PersonId;
  readonly profile: Profile;
}

/** Keeps what each person was last counted for. */
@Injectable()
export class ProfileRepository {
  constructor(@InjectModel(COVER_PROFILE) private readonly profiles: Model<StoredProfile>) {}

  /** What these people were last counted for, as text; absent where they never were. */
  async of(
    scope: ForceScope,
    generation: number,
    personIds: readonly PersonId[],
  ): Promise<Map<PersonId, string>> {
    const stored = await this.profiles
      .find({ forceId: objectId(scope.forceId), generation, personId: { $in: personIds.map(objectId) } })
      .lean<StoredProfile[]>();
    return new Map(stored.map(({ personId, profile }) => [idOf<PersonId>(personId), profile]));
  }

  /** Saves profiles; an empty one is deleted. */
  async save(scope: ForceScope, generation: number, profiles: readonly ProfileOf[]): Promise<void> {
    const forceId = objectId(scope.forceId);
    const operations = profiles.map(({ personId, profile }) => {
      const filter = { forceId, generation, personId: objectId(personId) };
      if (isEmpty(profile)) return { deleteOne: { filter } };
      return { updateOne: { filter, update: { $set: fieldsOf(profile) }, upsert: true } };
    });
    if (operations.length > 0)
      await this.profiles.collection.bulkWrite(operations, { ordered: true, ...inTransaction() });
  }

  /** Adds the profiles of people of whom the generation has none. */
  async add(scope: ForceScope, generation: number, profiles: readonly ProfileOf[]): Promise<void> {
    const forceId = objectId(scope.forceId);
    const rows = profiles
      .filter(({ profile }) => !isEmpty(profile))
      .map(({ personId, profile }) => ({
        forceId,
        generation,
        personId: objectId(personId),
        ...fieldsOf(profile),
      }));
    if (rows.length > 0) await this.profiles.collection.insertMany(rows, { ordered: false });
  }

  /** Everybody who is or was posted to one of the units, in batches. */
  async *inUnits(
    scope: ForceScope,
    generation: number,
    unitIds: readonly UnitId[],
  ): AsyncGenerator<ProfileOf[]> {
    const cursor = this.profiles.collection
      .find<Pick<StoredProfile, 'personId' | 'profile'>>(
        { forceId: objectId(scope.forceId), generation, unitIds: { $in: unitIds.map(objectId) } },
        { projection: { _id: 0, personId: 1, profile: 1 }, batchSize: BATCH },
      )
      .batchSize(BATCH);
    let batch: ProfileOf[] = [];
    for await (const { personId, profile } of cursor) {
      batch.push({ personId: idOf<PersonId>(personId), profile: unpacked(profile) });
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  }

  /** Deletes every generation but one. */
  async keepOnly(scope: ForceScope, generation: number): Promise<void> {
    await this.profiles.deleteMany({ forceId: objectId(scope.forceId), generation: { $ne: generation } });
  }
}

const BATCH = 1000;

function fieldsOf(profile: Profile): Pick<StoredProfile, 'unitIds' | 'profile'> {
  const unitIds = new Set(profile.posts.flatMap(({ path }) => path.at(-1) ?? []));
  return { unitIds: [...unitIds].map(objectId), profile: packed(profile) };
}
