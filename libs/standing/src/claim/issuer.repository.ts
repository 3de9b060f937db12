import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ISSUER, type StoredIssuer } from './claim.schema.js';

/** A body whose certificates the force knows and can look up. A closed one is not chosen any more. */
export interface Issuer {
  readonly key: string;
  readonly name: string;
  readonly isClosed: boolean;
}

/** Stores a force's register of issuers. */
@Injectable()
export class IssuerRepository {
  constructor(@InjectModel(ISSUER) private readonly issuers: Model<StoredIssuer>) {}

  /** The issuer of that key; null when the register has none. */
  async byKey(scope: ForceScope, key: string): Promise<Issuer | null> {
    const stored = await this.issuers.findOne({ forceId: objectId(scope.forceId), key }).lean<StoredIssuer>();
    return stored === null ? null : issuerOf(stored);
  }

  /** All of them, by key. */
  async all(scope: ForceScope): Promise<Issuer[]> {
    const stored = await this.issuers
      .find({ forceId: objectId(scope.forceId) })
      .sort({ key: 1 })
      .lean<StoredIssuer[]>();
    return stored.map(issuerOf);
  }

  /** Writes an issuer in the place of the one of its key. */
  async save(scope: ForceScope, { key, ...said }: Issuer): Promise<void> {
    await this.issuers.updateOne({ forceId: objectId(scope.forceId), key }, { $set: said }, { upsert: true });
  }
}

function issuerOf({ key, name, isClosed }: StoredIssuer): Issuer {
  return { key, name, isClosed };
}
