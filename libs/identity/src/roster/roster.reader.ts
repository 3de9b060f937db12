import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import type { Facts } from '@app/platform/refusal/refusal.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { RosterImportId } from '../events.js';
import type { RosterError, RosterImport } from './roster-import.js';
import {
  ROSTER_ERROR,
  ROSTER_IMPORT,
  type StoredRosterError,
  type StoredRosterImport,
} from './roster-import.schema.js';
import type { UploadId } from './upload.js';

/** Reads roster imports of one force. */
@Injectable()
export class RosterReader {
  constructor(
    @InjectModel(ROSTER_IMPORT) private readonly imports: Model<StoredRosterImport>,
    @InjectModel(ROSTER_ERROR) private readonly failures: Model<StoredRosterError>,
  ) {}

  /** The import, if it is this force's. */
  async byId(scope: ForceScope, importId: RosterImportId): Promise<RosterImport | null> {
    const stored = await this.imports
      .findOne({ forceId: objectId(scope.forceId), _id: objectId(importId) })
      .lean();
    return stored === null ? null : rosterImportOf(stored);
  }

  /** The first errors of an import, by line. */
  async errors(scope: ForceScope, importId: RosterImportId, first: number): Promise<RosterError[]> {
    const stored = await this.failures
      .find({ forceId: objectId(scope.forceId), importId: objectId(importId) })
      .sort({ line: 1 })
      .limit(first)
      .lean();
    return stored.map(({ line, column, code, facts }) => ({ line, column, code, facts: facts as Facts }));
  }
}

/** The import as the code knows it. */
export function rosterImportOf(stored: StoredRosterImport): RosterImport {
  return {
    id: idOf<RosterImportId>(stored._id),
    forceId: idOf<ForceId>(stored.forceId),
    uploadId: idOf<UploadId>(stored.uploadId),
    submittedBy: idOf<PersonId>(stored.submittedBy),
    state: stored.state,
    rows: stored.rows,
    processed: stored.processed,
    added: stored.added,
    changed: stored.changed,
    unchanged: stored.unchanged,
    errorCount: stored.errorCount,
    isWhole: stored.isWhole ?? false,
    leavers: (stored.leavers ?? []).map((id) => idOf<PersonId>(id)),
    held: stored.held ?? 0,
  };
}
