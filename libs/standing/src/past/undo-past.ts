import { mustBeAllowed } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { pastUndoAsked } from '../events.js';
import { refusal } from '../refusals.js';
import { mayBeUndone, type PastImport, type PastImportId } from './past-import.js';
import { PastImportRepository } from './past-import.repository.js';

/** Which import is undone, and why. Personal: the reason is kept in the journal's erasable payload and nowhere else. */
export interface UndoPastInput {
  readonly importId: PastImportId;
  readonly reason: string;
}

/** Asks for one import to be undone as a whole. Asking again gives the import as it stands. */
@Injectable()
export class UndoPast {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: PastImportRepository,
  ) {}

  async execute(ctx: RequestContext, input: UndoPastInput): Promise<PastImport> {
    mustBeAllowed(ctx, 'standing.past.undo', { forceWide: true });
    const reason = input.reason.trim();
    return this.work.run(ctx, async (announce) => {
      const past = found(await this.imports.byId(ctx.force, input.importId));
      if (reason === '' || reason.length > 2000)
        throw refusal('EVIDENCE_REASON_MISSING', { field: 'reason' });
      if (!mayBeUndone(past)) return past;
      const undoing: PastImport = { ...past, state: 'undoing' };
      await this.imports.save(past, undoing);
      announce(pastUndoAsked({ importId: past.id }, { payload: { reason } }));
      return undoing;
    });
  }
}
