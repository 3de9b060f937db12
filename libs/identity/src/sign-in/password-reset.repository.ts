import type { PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import type { PasswordResetId } from '../events.js';
import type { PasswordReset } from './password-reset.js';
import { PASSWORD_RESET, type StoredPasswordReset } from './password-reset.schema.js';

/** Stores password resets. */
@Injectable()
export class PasswordResetRepository {
  constructor(@InjectModel(PASSWORD_RESET) private readonly resets: Model<StoredPasswordReset>) {}

  /** The reset that a sealed token names. */
  async byId(id: PasswordResetId): Promise<PasswordReset | null> {
    const stored = await this.resets.findById(objectId(id)).lean();
    return stored === null ? null : resetOf(stored);
  }

  /** Adds a reset in place of the person's open ones. For nobody it does the same work. */
  async add(reset: PasswordReset, now: Date): Promise<void> {
    const nobody = new Types.ObjectId('000000000000000000000000');
    await this.resets.updateMany(
      {
        personId: reset.personId === null ? nobody : objectId(reset.personId),
        usedAt: null,
        replacedAt: null,
      },
      { $set: { replacedAt: now } },
    );
    const { id, personId, ...times } = reset;
    await this.resets.insertMany([
      { _id: objectId(id), personId: personId === null ? null : objectId(personId), ...times },
    ]);
  }

  /** Uses the reset up. False when somebody else did. */
  async use(id: PasswordResetId, at: Date): Promise<boolean> {
    const used = await this.resets.updateOne({ _id: objectId(id), usedAt: null }, { $set: { usedAt: at } });
    return used.modifiedCount === 1;
  }
}

function resetOf(stored: StoredPasswordReset): PasswordReset {
  return {
    id: idOf<PasswordResetId>(stored._id),
    personId: stored.personId === null ? null : idOf<PersonId>(stored.personId),
    expiresAt: stored.expiresAt,
    usedAt: stored.usedAt,
    replacedAt: stored.replacedAt,
  };
}
