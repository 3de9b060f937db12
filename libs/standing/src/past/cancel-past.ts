import { mustBeAllowed } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { pastCancelled } from '../events.js';
import { cancelled, type PastImport, type PastImportId } from './past-import.js';
import { PastImportRepository } from './past-import.repository.js';

const TRIES = 5;

/** Stops an import at its next batch. What was applied stays, until it is undone. */
@Injectable()
export class CancelPast {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: PastImportRepository,
  ) {}

  async execute(ctx: RequestContext, input: { readonly importId: PastImportId }): Promise<PastImport> {
    mustBeAllowed(ctx, 'standing.past.apply', { forceWide: true });
    // Each batch moves the import, and may do so just now.
    for (let left = TRIES; ; left--) {
      try {
        return await this.cancel(ctx, input.importId);
      } catch (error) {
        if (!(error instanceof Fault) || error.code !== 'CONFLICT' || left === 0) throw error;
      }
    }
  }

  private async cancel(ctx: RequestContext, id: PastImportId): Promise<PastImport> {
    return this.work.run(ctx, async (announce) => {
      const past = found(await this.imports.byId(ctx.force, id));
      const next: PastImport = { ...past, state: cancelled(past) };
      if (next.state === past.state) return past;
      await this.imports.save(past, next);
      announce(pastCancelled({ importId: id }));
      return next;
    });
  }
}
