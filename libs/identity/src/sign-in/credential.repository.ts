import type { PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { CREDENTIAL, type StoredCredential } from './credential.schema.js';

const NOBODY = '000000000000000000000000' as PersonId;

/** Stores password hashes. */
@Injectable()
export class CredentialRepository {
  constructor(@InjectModel(CREDENTIAL) private readonly credentials: Model<StoredCredential>) {}

  /** The person's hash. Without a person it asks all the same, so that an unknown account costs what a known one does. */
  async hashOf(personId: PersonId | undefined): Promise<string | null> {
    const stored = await this.credentials.findById(objectId(personId ?? NOBODY)).lean();
    return stored?.passwordHash ?? null;
  }

  /** Sets the person's hash. */
  async set(personId: PersonId, passwordHash: string, changedAt: Date): Promise<void> {
    await this.credentials.updateOne(
      { _id: objectId(personId) },
      { $set: { passwordHash, changedAt } },
      { upsert: true },
    );
  }
}
