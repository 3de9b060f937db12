import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { ROSTER_ERROR, type StoredRosterError } from '../roster/roster-import.schema.js';
import { UploadRepository } from '../roster/upload.repository.js';
import { type StoredUpload, UPLOAD } from '../roster/upload.schema.js';
import { INVITATION, type StoredInvitation } from '../sign-in/invitation.schema.js';
import { PASSWORD_RESET, type StoredPasswordReset } from '../sign-in/password-reset.schema.js';

const EVERY_FORCE = acrossForces('what has expired is forgotten in every force alike');
const BATCH = 100;

/** Deletes what has served its purpose. */
@Injectable()
export class ExpiredRepository {
  constructor(
    @InjectModel(UPLOAD) private readonly uploads: Model<StoredUpload>,
    @InjectModel(ROSTER_ERROR) private readonly errors: Model<StoredRosterError>,
    @InjectModel(INVITATION) private readonly invitations: Model<StoredInvitation>,
    @InjectModel(PASSWORD_RESET) private readonly resets: Model<StoredPasswordReset>,
    private readonly files: UploadRepository,
  ) {}

  /** Uploads whose address ended before then, with their bytes: a batch at a time, bytes first. */
  async forgetUploads(before: Date): Promise<number> {
    let forgotten = 0;
    for (;;) {
      const batch = await this.uploads
        .find({ expiresAt: { $lt: before } }, { fileId: 1 }, EVERY_FORCE)
        .limit(BATCH)
        .lean();
      if (batch.length === 0) return forgotten;
      for (const { _id, fileId } of batch) {
        if (fileId !== null) await this.files.discardIfThere(fileId.toHexString());
        await this.uploads.deleteOne({ _id }, EVERY_FORCE);
      }
      forgotten += batch.length;
    }
  }

  /** Errors of rosters that were made before then. */
  async forgetErrors(before: Date): Promise<number> {
    const limit = Types.ObjectId.createFromTime(Math.floor(before.getTime() / 1000));
    return (await this.errors.deleteMany({ _id: { $lt: limit } }, EVERY_FORCE)).deletedCount;
  }

  /** Invitations that ended before then. */
  async forgetInvitations(before: Date): Promise<number> {
    return (await this.invitations.deleteMany({ expiresAt: { $lt: before } }, EVERY_FORCE)).deletedCount;
  }

  /** Password links that ended before then. */
  async forgetResets(before: Date): Promise<number> {
    return (await this.resets.deleteMany({ expiresAt: { $lt: before } })).deletedCount;
  }
}
