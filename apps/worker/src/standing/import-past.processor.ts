import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { ImportPast, type PastImportId, pastSubmitted } from '@app/standing';
import { Injectable } from '@nestjs/common';

type Data = { importId: PastImportId; apply: boolean };

/** Checks or applies a file of past training. Long: it commits batch by batch, without a surrounding transaction. */
@Injectable()
@Consumes({ name: 'import-past', events: [pastSubmitted], queue: 'reports', outside: true })
export class ImportPastProcessor implements EventConsumer<Data> {
  constructor(private readonly useCase: ImportPast) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Data>): Promise<void> {
    await this.useCase.execute(ctx, data);
  }
}
