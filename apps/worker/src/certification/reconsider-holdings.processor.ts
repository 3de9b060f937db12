import { assignmentBegun, awardGranted, awardWithdrawn, ReconsiderHoldings } from '@app/certification';
import { absenceRecorded, personReinstated } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type Delivered, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { evidenceRecorded, evidenceWithdrawn } from '@app/standing';
import { Injectable } from '@nestjs/common';

const WORK = [assignmentBegun, awardGranted, awardWithdrawn, evidenceRecorded, evidenceWithdrawn];
const CLOCK = [absenceRecorded, personReinstated];

/** Something changed that a person's certifications are made of: look at them anew. */
@Injectable()
@Consumes({ name: 'certification-reconsider-holdings', events: [...WORK, ...CLOCK] })
export class ReconsiderHoldingsProcessor implements EventConsumer<{ personId: string }> {
  constructor(private readonly reconsider: ReconsiderHoldings) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<{ personId: string }>): Promise<void> {
    await this.reconsider.execute(ctx, { personId: data.personId as PersonId });
  }

  async consumeAll(deliveries: readonly Delivered<{ personId: string }>[]): Promise<void> {
    await this.reconsider.executeAll(
      deliveries.map(({ ctx, event }) => ({ ctx, personId: event.data.personId as PersonId })),
    );
  }
}
