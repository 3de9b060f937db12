import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { RosterState } from './roster-import.js';

/** A roster import as stored. */
export interface StoredRosterImport {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  uploadId: Types.ObjectId;
  submittedBy: Types.ObjectId;
  state: RosterState;
  rows: number;
  processed: number;
  added: number;
  changed: number;
  unchanged: number;
  errorCount: number;
  /** The next three are absent on imports from before whole rosters. */
  isWhole?: boolean;
  leavers?: Types.ObjectId[];
  held?: number;
}

/** One thing wrong with a roster, as stored. It quotes nothing of the row: that may be personal. */
export interface StoredRosterError {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  importId: Types.ObjectId;
  line: number;
  column: string | null;
  code: string;
  facts: Record<string, unknown>;
}

export const ROSTER_IMPORT = 'RosterImport';
export const ROSTER_ERROR = 'RosterError';

const count = { type: Number, default: 0 } as const;

export const rosterImportSchema = new Schema<StoredRosterImport>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    uploadId: { type: Schema.Types.ObjectId, required: true },
    submittedBy: { type: Schema.Types.ObjectId, required: true },
    state: { type: String, required: true },
    rows: count,
    processed: count,
    added: count,
    changed: count,
    unchanged: count,
    errorCount: count,
    isWhole: { type: Boolean, default: false },
    leavers: { type: [Schema.Types.ObjectId], default: [] },
    held: count,
  },
  { versionKey: false, collection: 'rosterImports' },
);
// RosterImportRepository.ofUpload: unique, so that checking the same file again gives the import that is there.
rosterImportSchema.index({ forceId: 1, uploadId: 1 }, { unique: true });
tenant(rosterImportSchema);

export const rosterErrorSchema = new Schema<StoredRosterError>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    importId: { type: Schema.Types.ObjectId, required: true },
    line: { type: Number, required: true },
    column: { type: String, default: null },
    code: { type: String, required: true },
    facts: { type: Schema.Types.Mixed, default: {} },
  },
  { versionKey: false, minimize: false, collection: 'rosterErrors' },
);
// RosterReader.errors: the first ones by line.
rosterErrorSchema.index({ forceId: 1, importId: 1, line: 1 });
tenant(rosterErrorSchema);
