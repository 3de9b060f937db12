import { ReconsiderHoldings } from '@app/certification';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { evidenceImported, importedEvidenceWithdrawn } from '@app/standing';
import { Injectable } from '@nestjs/common';

/** The past of many people came in or went: look at their certifications anew, each on their own. */
@Injectable()
@Consumes({
  name: 'certification-reconsider-imported',
  events: [evidenceImported, importedEvidenceWithdrawn],
  queue: 'reports',
  outside: true,
})
export class ReconsiderImportedProcessor implements EventConsumer<{ personIds: PersonId[] }> {
  constructor(private readonly reconsider: ReconsiderHoldings) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<{ personIds: PersonId[] }>): Promise<void> {
    for (const personId of data.personIds) await this.reconsider.execute(ctx, { personId });
  }
}
