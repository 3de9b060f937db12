import { mustBeAllowed } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { pastSubmitted } from '../events.js';
import { mayBeApplied, NO_COUNTS, type PastImport, type PastImportId } from './past-import.js';
import { PastImportRepository } from './past-import.repository.js';

/** Submits a checked file to be applied; rows with errors are left out. Asking again gives the import as it stands. */
@Injectable()
export class ApplyPast {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: PastImportRepository,
  ) {}

  async execute(ctx: RequestContext, input: { readonly importId: PastImportId }): Promise<PastImport> {
    mustBeAllowed(ctx, 'standing.past.apply', { forceWide: true });
    return this.work.run(ctx, async (announce) => {
      const past = found(await this.imports.byId(ctx.force, input.importId));
      if (!mayBeApplied(past)) return past;
      const applying: PastImport = { ...past, ...NO_COUNTS, state: 'applying' };
      await this.imports.save(past, applying);
      await this.imports.clearErrors(past);
      announce(pastSubmitted({ importId: past.id, apply: true }));
      return applying;
    });
  }
}
