import type { Readable } from 'node:stream';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { FileReader } from '@app/platform/files/file.reader.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import type { PastError, PastImport, PastImportId } from './past-import.js';
import { PastImportRepository } from './past-import.repository.js';

/** An import of the past with its file and its errors. */
@Injectable()
export class PastDesk {
  constructor(
    private readonly imports: PastImportRepository,
    private readonly files: FileReader,
  ) {}

  /** The import, or NOT_FOUND. */
  async load(ctx: RequestContext, id: PastImportId): Promise<PastImport> {
    return found(await this.imports.byId(ctx.force, id));
  }

  /** The file, from its beginning. */
  async bytes(ctx: RequestContext, past: PastImport): Promise<Readable> {
    const [file] = await this.files.byIds(ctx.force, [past.fileId]);
    return this.files.open(found(file));
  }

  /** Saves a step. */
  async save(from: PastImport, to: PastImport): Promise<void> {
    await this.imports.save(from, to);
  }

  /** Saves the step of a run; false when somebody moved the import meanwhile, so that the run is over. */
  async isSaved(from: PastImport, to: PastImport): Promise<boolean> {
    try {
      await this.imports.save(from, to);
      return true;
    } catch (error) {
      if (error instanceof Fault && error.code === 'CONFLICT') return false;
      throw error;
    }
  }

  /** Keeps errors. */
  async addErrors(past: PastImport, errors: readonly PastError[]): Promise<void> {
    await this.imports.addErrors(past, errors);
  }

  /** Forgets the errors of the step before. */
  async clearErrors(past: PastImport): Promise<void> {
    await this.imports.clearErrors(past);
  }
}
