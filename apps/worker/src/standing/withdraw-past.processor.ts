import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { type PastImportId, pastUndoAsked, WithdrawPast } from '@app/standing';
import { Injectable } from '@nestjs/common';

type Data = { importId: PastImportId };

/** Undoes an import of the past. Long: it commits batch by batch. */
@Injectable()
@Consumes({ name: 'withdraw-past', events: [pastUndoAsked], queue: 'reports', outside: true })
export class WithdrawPastProcessor implements EventConsumer<Data> {
  constructor(private readonly useCase: WithdrawPast) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Data>): Promise<void> {
    await this.useCase.execute(ctx, data);
  }
}
