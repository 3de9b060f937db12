import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { FlagObservations } from '@app/practicals';
import { type EvidenceId, importedEvidenceWithdrawn } from '@app/standing';
import { Injectable } from '@nestjs/common';

/** An import of the past was undone, on which an assessor's standing may have rested: flag what rests on it. */
@Injectable()
@Consumes({
  name: 'practicals-flag-imported-observations',
  events: [importedEvidenceWithdrawn],
  queue: 'reports',
  outside: true,
})
export class FlagImportedObservationsProcessor implements EventConsumer<{ evidenceIds: EvidenceId[] }> {
  constructor(private readonly flag: FlagObservations) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<{ evidenceIds: EvidenceId[] }>): Promise<void> {
    for (const evidenceId of data.evidenceIds)
      await this.flag.execute(ctx, { why: 'evidence-withdrawn', evidenceId });
  }
}
