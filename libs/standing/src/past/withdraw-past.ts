import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { importedEvidenceWithdrawn, pastFinished } from '../events.js';
import type { EvidenceId } from '../evidence/evidence.js';
import { PastDesk } from './past-desk.js';
import type { PastImportId } from './past-import.js';
import { PastRecordRepository } from './past-record.repository.js';

const AT_ONCE = 1000;

/**
 * STD-46. Undoes an import: withdraws what it brought and what still counts of that, many pieces at a time, and nothing else. What was
 * known before stays as it was known. A run that broke off goes on where it stopped.
 */
@Injectable()
export class WithdrawPast {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: PastDesk,
    private readonly records: PastRecordRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { importId }: { readonly importId: PastImportId }): Promise<void> {
    const past = await this.desk.load(ctx, importId);
    if (past.state !== 'undoing') return;
    let after: EvidenceId | null = null;
    do after = await this.step(ctx, importId, after);
    while (after !== null);
    await this.work.run(ctx, async (announce) => {
      await this.records.end(ctx.force, importId);
      await this.desk.save(past, { ...past, state: 'undone' });
      const { rows, kept, evidence, duplicates, errorRows } = past;
      announce(pastFinished({ importId, state: 'undone', rows, kept, evidence, duplicates, errorRows }));
    });
  }

  private async step(
    ctx: RequestContext,
    importId: PastImportId,
    after: EvidenceId | null,
  ): Promise<EvidenceId | null> {
    return this.work.run(ctx, async (announce) => {
      const pieces = await this.records.inForce(ctx.force, importId, { limit: AT_ONCE, after });
      const evidenceIds = pieces.map(({ id }) => id);
      if (evidenceIds.length === 0) return null;
      await this.records.endEvidence(ctx.force, evidenceIds, { at: this.clock.now(), how: 'withdrawn' });
      const personIds = [...new Set(pieces.map(({ personId }) => personId))];
      announce(importedEvidenceWithdrawn({ importId, personIds, evidenceIds }));
      return evidenceIds.at(-1) ?? null;
    });
  }
}
