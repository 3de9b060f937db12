import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { rosterImportOf } from './roster.reader.js';
import type { RosterError, RosterImport } from './roster-import.js';
import {
  ROSTER_ERROR,
  ROSTER_IMPORT,
  type StoredRosterError,
  type StoredRosterImport,
} from './roster-import.schema.js';
import type { UploadId } from './upload.js';

/** How many errors are kept; all are counted. A file with more is better corrected first. */
export const MOST_ERRORS = 1000;

/** Stores roster imports and their errors. */
@Injectable()
export class RosterImportRepository {
  constructor(
    @InjectModel(ROSTER_IMPORT) private readonly imports: Model<StoredRosterImport>,
    @InjectModel(ROSTER_ERROR) private readonly failures: Model<StoredRosterError>,
  ) {}

  /** The import of that upload. */
  async ofUpload(scope: ForceScope, uploadId: UploadId): Promise<RosterImport | null> {
    const stored = await this.imports
      .findOne({ forceId: objectId(scope.forceId), uploadId: objectId(uploadId) })
      .lean();
    return stored === null ? null : rosterImportOf(stored);
  }

  /** Adds an import. */
  async add(roster: RosterImport): Promise<void> {
    const { id, forceId, uploadId, submittedBy, leavers, ...rest } = roster;
    await this.imports.insertMany([
      {
        _id: objectId(id),
        forceId: objectId(forceId),
        uploadId: objectId(uploadId),
        submittedBy: objectId(submittedBy),
        leavers: leavers.map(objectId),
        ...rest,
      },
    ]);
  }

  /** Saves the step that an import has taken from where it was. CONFLICT when another process took it. */
  async save(from: RosterImport, to: RosterImport): Promise<void> {
    const { state, rows, processed, added, changed, unchanged, errorCount, held } = to;
    const leavers = to.leavers.map(objectId);
    const saved = await this.imports.updateOne(
      {
        forceId: objectId(from.forceId),
        _id: objectId(from.id),
        state: from.state,
        processed: from.processed,
      },
      { $set: { state, rows, processed, added, changed, unchanged, errorCount, held, leavers } },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }

  /** Keeps errors, up to the limit. */
  async addErrors(roster: RosterImport, errors: readonly RosterError[]): Promise<void> {
    const kept = errors.slice(0, Math.max(0, MOST_ERRORS - roster.errorCount));
    if (kept.length === 0) return;
    const owner = { forceId: objectId(roster.forceId), importId: objectId(roster.id) };
    await this.failures.insertMany(
      kept.map((error) => ({ ...owner, ...error })),
      { lean: true },
    );
  }

  /** Forgets the errors of the step before. */
  async clearErrors(roster: RosterImport): Promise<void> {
    await this.failures.deleteMany({
      forceId: objectId(roster.forceId),
      importId: objectId(roster.id),
    });
  }
}
