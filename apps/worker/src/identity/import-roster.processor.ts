import { ImportRoster, type RosterImportId, rosterSubmitted } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** Checks or applies a submitted roster. Long: it commits batch by batch, without a surrounding transaction. */
@Injectable()
@Consumes({ name: 'import-roster', events: [rosterSubmitted], queue: 'reports', outside: true })
export class ImportRosterProcessor implements EventConsumer<{ importId: RosterImportId; apply: boolean }> {
  constructor(private readonly importRoster: ImportRoster) {}

  async consume(
    ctx: RequestContext,
    event: ReceivedEvent<{ importId: RosterImportId; apply: boolean }>,
  ): Promise<void> {
    await this.importRoster.execute(ctx, event.data);
  }
}
