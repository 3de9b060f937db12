import type { Readable } from 'node:stream';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import type { RosterImportId } from '../events.js';
import { RosterReader } from './roster.reader.js';
import type { RosterError, RosterImport } from './roster-import.js';
import { RosterImportRepository } from './roster-import.repository.js';
import { UploadRepository } from './upload.repository.js';

/** A roster import with its file and its errors. */
@Injectable()
export class RosterDesk {
  constructor(
    private readonly reader: RosterReader,
    private readonly imports: RosterImportRepository,
    private readonly uploads: UploadRepository,
  ) {}

  /** The import, or NOT_FOUND. */
  async load(ctx: RequestContext, id: RosterImportId): Promise<RosterImport> {
    return found(await this.reader.byId(ctx.force, id));
  }

  /** The file, from its beginning. */
  async bytes(ctx: RequestContext, roster: RosterImport): Promise<Readable> {
    return this.uploads.open(ctx.force, roster.uploadId);
  }

  /** Saves a step. */
  async save(from: RosterImport, to: RosterImport): Promise<void> {
    await this.imports.save(from, to);
  }

  /** Keeps errors. */
  async addErrors(roster: RosterImport, errors: readonly RosterError[]): Promise<void> {
    await this.imports.addErrors(roster, errors);
  }

  /** Forgets the errors of the step before. */
  async clearErrors(roster: RosterImport): Promise<void> {
    await this.imports.clearErrors(roster);
  }
}
