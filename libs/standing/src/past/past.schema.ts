import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { PastImport, PastRecord } from './past-import.js';
import type { CourseMapping, PastColumns } from './past-mapping.js';

type Ids<T, Keys extends keyof T> = Omit<T, Keys | 'id'> & { _id: Types.ObjectId } & Record<
    Keys,
    Types.ObjectId
  >;

/** An import of the past as stored. */
export type StoredPastImport = Ids<PastImport, 'forceId' | 'fileId' | 'submittedBy'>;

/** A record of the past as stored. `isLive` false: its import was undone. */
export type StoredPastRecord = Ids<PastRecord, 'personId' | 'importId'> & {
  forceId: Types.ObjectId;
  isLive: boolean;
  /** When its course was mapped and its evidence recorded; null while nobody knows what it shows. */
  mappedAt: Date | null;
};

/** One thing wrong with a row, as stored. It quotes nothing of the row: that may be personal. */
export interface StoredPastError {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  importId: Types.ObjectId;
  line: number;
  column: string | null;
  code: string;
  facts: Record<string, unknown>;
}

/** What a force's files look like, and what its courses show. One for each force, and one for each course. */
export interface StoredPastMapping {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  /** Empty: the columns of the force's files. */
  courseKey: string;
  columns?: PastColumns;
  mapping?: CourseMapping;
}

export const PAST_IMPORT = 'PastImport';
export const PAST_RECORD = 'PastRecord';
export const PAST_ERROR = 'PastError';
export const PAST_MAPPING = 'PastMapping';

const id = { type: Schema.Types.ObjectId, required: true } as const;
const text = { type: String, required: true } as const;
const mixed = Schema.Types.Mixed;
const count = { type: Number, default: 0 } as const;

export const pastImportSchema = new Schema<StoredPastImport>(
  {
    ...{ forceId: id, fileId: id, submittedBy: id, submittedAt: { type: Date, required: true } },
    ...{ source: text, confidence: text, columns: { type: mixed, required: true }, state: text },
    ...{ encoding: { type: String, default: null }, rows: count, processed: count, kept: count },
    ...{ unmapped: count, evidence: count, duplicates: count, errorRows: count, errorCount: count },
    unknownCourses: { type: mixed, default: [] },
  },
  { versionKey: false, minimize: false, collection: 'pastImports' },
);
// PastReader.page; PastImportRepository.ofFile: unique, so that one file is one import.
pastImportSchema.index({ forceId: 1, _id: -1 });
pastImportSchema.index({ forceId: 1, fileId: 1 }, { unique: true });
tenant(pastImportSchema);

export const pastRecordSchema = new Schema<StoredPastRecord>(
  {
    ...{ forceId: id, personId: id, importId: id, key: text, course: text, courseKey: text },
    ...{
      completedOn: text,
      expiresOn: { type: String, default: null },
      level: { type: Number, default: null },
    },
    ...{ number: { type: String, default: null }, source: text, confidence: text },
    ...{ isLive: { type: Boolean, required: true }, mappedAt: { type: Date, default: null } },
  },
  { versionKey: false, collection: 'pastRecords' },
);
// PastRecordRepository.known: unique, so that a record comes in once, and again when its import was undone.
pastRecordSchema.index({ forceId: 1, key: 1 }, { unique: true, partialFilterExpression: { isLive: true } });
// PastRecordRepository.peopleOf and .end: what one import brought.
pastRecordSchema.index({ forceId: 1, importId: 1, isLive: 1 });
// PastRecordRepository.unmapped: the rows of a course that was not known.
pastRecordSchema.index({ forceId: 1, courseKey: 1, isLive: 1, mappedAt: 1, _id: 1 });
// PastReader.ofPerson.
pastRecordSchema.index({ forceId: 1, personId: 1, isLive: 1, completedOn: -1 });
tenant(pastRecordSchema);

export const pastErrorSchema = new Schema<StoredPastError>(
  {
    ...{ forceId: id, importId: id, line: { type: Number, required: true } },
    ...{ column: { type: String, default: null }, code: text, facts: { type: mixed, default: {} } },
  },
  { versionKey: false, minimize: false, collection: 'pastErrors' },
);
// PastReader.errors.
pastErrorSchema.index({ forceId: 1, importId: 1, line: 1 });
tenant(pastErrorSchema);

export const pastMappingSchema = new Schema<StoredPastMapping>(
  { forceId: id, courseKey: { type: String, default: '' }, columns: mixed, mapping: mixed },
  { versionKey: false, minimize: false, collection: 'pastMappings' },
);
// PastMappingRepository: unique, so that a course is mapped one way.
pastMappingSchema.index({ forceId: 1, courseKey: 1 }, { unique: true });
tenant(pastMappingSchema);

export const pastModels = [
  { name: PAST_IMPORT, schema: pastImportSchema },
  { name: PAST_RECORD, schema: pastRecordSchema },
  { name: PAST_ERROR, schema: pastErrorSchema },
  { name: PAST_MAPPING, schema: pastMappingSchema },
];
