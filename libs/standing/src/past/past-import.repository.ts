import type { ForceScope } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Fault } from '@app/platform/refusal/fault.js';
import type { Facts } from '@app/platform/refusal/refusal.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { PAST_ERROR, PAST_IMPORT, type StoredPastError, type StoredPastImport } from './past.schema.js';
import type { PastError, PastImport, PastImportId } from './past-import.js';

/** How many errors are kept; all are counted. */
export const MOST_ERRORS = 1000;

/** Stores imports of the past and what is wrong with their rows. */
@Injectable()
export class PastImportRepository {
  constructor(
    @InjectModel(PAST_IMPORT) private readonly imports: Model<StoredPastImport>,
    @InjectModel(PAST_ERROR) private readonly failures: Model<StoredPastError>,
  ) {}

  /** The import, if it is this force's. */
  async byId(scope: ForceScope, id: PastImportId): Promise<PastImport | null> {
    const stored = await this.imports
      .findOne({ forceId: objectId(scope.forceId), _id: objectId(id) })
      .lean<StoredPastImport>();
    return stored === null ? null : importOf(stored);
  }

  /** The import of that file. */
  async ofFile(scope: ForceScope, fileId: FileId): Promise<PastImport | null> {
    const stored = await this.imports
      .findOne({ forceId: objectId(scope.forceId), fileId: objectId(fileId) })
      .lean<StoredPastImport>();
    return stored === null ? null : importOf(stored);
  }

  /** A page of the force's imports, newest first. */
  async page(scope: ForceScope, request: ListRequest): Promise<ListPage<PastImport>> {
    const whole = { forceId: objectId(scope.forceId) };
    const filter =
      request.after === null ? whole : { ...whole, _id: { $lt: objectId(request.after as PastImportId) } };
    const rows = await this.imports
      .find(filter)
      .sort({ _id: -1 })
      .limit(request.limit)
      .lean<StoredPastImport[]>();
    const totalCount = await this.imports.countDocuments(whole);
    return { rows: rows.map(importOf), totalCount, keyOf: ({ id }) => id };
  }

  /** The first errors of an import, by line. */
  async errors(scope: ForceScope, importId: PastImportId, first: number): Promise<PastError[]> {
    const stored = await this.failures
      .find({ forceId: objectId(scope.forceId), importId: objectId(importId) })
      .sort({ line: 1, _id: 1 })
      .limit(first)
      .lean<StoredPastError[]>();
    return stored.map(({ line, column, code, facts }) => ({ line, column, code, facts: facts as Facts }));
  }

  /** Adds an import. A file that has one fails as a duplicate key. */
  async add(past: PastImport): Promise<void> {
    const { id, ...rest } = past;
    const ids = {
      _id: objectId(id),
      forceId: objectId(past.forceId),
      fileId: objectId(past.fileId),
      submittedBy: objectId(past.submittedBy),
    };
    await this.imports.insertMany([{ ...rest, ...ids }], { lean: true });
  }

  /** Saves the step that an import has taken from where it was. CONFLICT when somebody else moved it. */
  async save(from: PastImport, to: PastImport): Promise<void> {
    const { id, forceId, fileId, submittedBy, submittedAt, source, confidence, columns, ...moving } = to;
    const { state, processed } = from;
    const saved = await this.imports.updateOne(
      { forceId: objectId(from.forceId), _id: objectId(from.id), state, processed },
      { $set: moving },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }

  /** Keeps errors, up to the limit. */
  async addErrors(past: PastImport, errors: readonly PastError[]): Promise<void> {
    const kept = errors.slice(0, Math.max(0, MOST_ERRORS - past.errorCount));
    if (kept.length === 0) return;
    const owner = { forceId: objectId(past.forceId), importId: objectId(past.id) };
    await this.failures.insertMany(
      kept.map((error) => ({ ...owner, ...error })),
      { lean: true },
    );
  }

  /** Forgets the errors of the step before. */
  async clearErrors(past: PastImport): Promise<void> {
    await this.failures.deleteMany({ forceId: objectId(past.forceId), importId: objectId(past.id) });
  }
}

function importOf({ _id, ...stored }: StoredPastImport): PastImport {
  return {
    ...stored,
    id: idOf(_id),
    forceId: idOf(stored.forceId),
    fileId: idOf(stored.fileId),
    submittedBy: idOf(stored.submittedBy),
  };
}
