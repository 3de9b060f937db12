import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { AuthorityRecord, AuthorityRecordId } from './authority.js';
import { AUTHORITY, type StoredAuthority } from './authority.schema.js';

/** Reads authority to practise, as one force recorded it. */
@Injectable()
export class AuthorityReader {
  constructor(@InjectModel(AUTHORITY) private readonly records: Model<StoredAuthority>) {}

  /** A person's history under one certification, oldest first. */
  async of(scope: ForceScope, personId: PersonId, certificationCode: string): Promise<AuthorityRecord[]> {
    const stored = await this.records
      .find({ forceId: objectId(scope.forceId), personId: objectId(personId), certificationCode })
      .sort({ _id: 1 })
      .lean<StoredAuthority[]>();
    return stored.map(recordOf);
  }

  /** A person's history under every certification, oldest first. */
  async ofPerson(scope: ForceScope, personId: PersonId): Promise<AuthorityRecord[]> {
    return (await this.ofPeople(scope, [personId])).get(personId) ?? [];
  }

  /** The histories of several people, by person. */
  async ofPeople(
    scope: ForceScope,
    personIds: readonly PersonId[],
  ): Promise<ReadonlyMap<PersonId, AuthorityRecord[]>> {
    const stored = await this.records
      .find({ forceId: objectId(scope.forceId), personId: { $in: personIds.map(objectId) } })
      .sort({ _id: 1 })
      .lean<StoredAuthority[]>();
    return Map.groupBy(stored.map(recordOf), ({ personId }) => personId);
  }
}

/** A stored record as the code holds it. */
export function recordOf(stored: StoredAuthority): AuthorityRecord {
  return {
    id: idOf<AuthorityRecordId>(stored._id),
    forceId: idOf<ForceId>(stored.forceId),
    personId: idOf<PersonId>(stored.personId),
    certificationCode: stored.certificationCode,
    state: stored.state,
    from: stored.from as CalendarDate,
    to: stored.to as CalendarDate | null,
    by: stored.by === null ? null : idOf<PersonId>(stored.by),
    ground: stored.ground,
    sourceId: stored.sourceId,
    recordedAt: stored.recordedAt,
  };
}
