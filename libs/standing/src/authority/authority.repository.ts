import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { AuthorityRecord } from './authority.js';
import { AUTHORITY, type StoredAuthority } from './authority.schema.js';

/** Appends to the history of authority. Nothing of it is ever changed or removed. */
@Injectable()
export class AuthorityRepository {
  constructor(@InjectModel(AUTHORITY) private readonly records: Model<StoredAuthority>) {}

  /** Appends a record. A source that a rule has acted on before fails as a duplicate key. */
  async append(record: AuthorityRecord): Promise<void> {
    const { id, forceId, personId, by, ...rest } = record;
    await this.records.create([
      {
        ...rest,
        _id: objectId(id),
        forceId: objectId(forceId),
        personId: objectId(personId),
        by: by === null ? null : objectId(by),
      },
    ]);
  }
}
