import { awardGranted, awardMoved, awardWithdrawn, EvaluatePeople } from '@app/certification';
import { absenceRecorded, postingChanged, postingEnded, postingStarted } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type Delivered, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { evidenceRecorded, evidenceWithdrawn } from '@app/standing';
import { Injectable } from '@nestjs/common';

const WORK = [postingStarted, postingChanged, postingEnded, absenceRecorded];
const RECORD = [awardGranted, awardMoved, awardWithdrawn, evidenceRecorded, evidenceWithdrawn];

interface OfPerson {
  readonly personId: string;
}

/** Something changed that audiences ask about: look at the person anew, and at all of a moment together. */
@Injectable()
@Consumes({ name: 'certification-evaluate-person', events: [...WORK, ...RECORD] })
export class EvaluatePersonProcessor implements EventConsumer<OfPerson> {
  constructor(private readonly evaluate: EvaluatePeople) {}

  async consume(ctx: RequestContext, event: ReceivedEvent<OfPerson>): Promise<void> {
    await this.consumeAll([{ ctx, event }]);
  }

  async consumeAll(deliveries: readonly Delivered<OfPerson>[]): Promise<void> {
    await this.evaluate.execute(
      deliveries.map(({ ctx, event }) => ({ ctx, personId: event.data.personId as PersonId })),
    );
  }
}
