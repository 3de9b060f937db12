import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId, parseId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Award, AwardId } from './award.js';
import { awardOf } from './award.mapping.js';
import { AWARD, type StoredAward } from './award.schema.js';

/** Reads the awards that people earned in one force. */
@Injectable()
export class AwardReader {
  constructor(@InjectModel(AWARD) private readonly awards: Model<StoredAward>) {}

  /** The award, if this force gave it. */
  async byId(scope: ForceScope, awardId: AwardId): Promise<Award | null> {
    return (await this.byIds(scope, [awardId])).get(awardId) ?? null;
  }

  /** Those of the awards that this force gave, by id. */
  async byIds(scope: ForceScope, awardIds: readonly AwardId[]): Promise<Map<AwardId, Award>> {
    const stored = await this.awards
      .find({ _id: { $in: awardIds.map(objectId) }, forceId: objectId(scope.forceId) })
      .lean<StoredAward[]>();
    return new Map(stored.map((each) => [idOf<AwardId>(each._id), awardOf(each)]));
  }

  /** The person's award of the latest cycle in a course, in date or not; null when they never had one. */
  async latest(scope: ForceScope, personId: PersonId, courseCode: string): Promise<Award | null> {
    const stored = await this.awards
      .findOne({ forceId: objectId(scope.forceId), personId: objectId(personId), courseCode })
      .sort({ cycle: -1 })
      .lean<StoredAward>();
    return stored === null ? null : awardOf(stored);
  }

  /** A page of all awards of a person, newest first. */
  async ofPerson(scope: ForceScope, personId: PersonId, request: ListRequest): Promise<ListPage<Award>> {
    const all = { forceId: objectId(scope.forceId), personId: objectId(personId) };
    const rows = await this.awards
      .find({ ...all, ...olderThan(request.after) })
      .sort({ awardedOn: -1, _id: -1 })
      .limit(request.limit)
      .lean<StoredAward[]>();
    const totalCount = await this.awards.countDocuments(all);
    return { rows: rows.map(awardOf), totalCount, keyOf };
  }
}

function keyOf(award: Award): string {
  return `${award.awardedOn}/${award.id}`;
}

function olderThan(after: string | null): object {
  const [awardedOn, text] = after?.split('/') ?? [];
  const id = text === undefined ? undefined : parseId<AwardId>(text);
  if (awardedOn === undefined || id === undefined) return {};
  return { $or: [{ awardedOn: { $lt: awardedOn } }, { awardedOn, _id: { $lt: objectId(id) } }] };
}
