import { awardGranted, awardMoved, awardWithdrawn, EvaluatePerson } from '@app/certification';
import { absenceRecorded, postingChanged, postingEnded, postingStarted } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { evidenceRecorded, evidenceWithdrawn } from '@app/standing';
import { Injectable } from '@nestjs/common';

const WORK = [postingStarted, postingChanged, postingEnded, absenceRecorded];
const RECORD = [awardGranted, awardMoved, awardWithdrawn, evidenceRecorded, evidenceWithdrawn];

/** Something changed that audiences ask about: look at the person anew. */
@Injectable()
@Consumes({ name: 'certification-evaluate-person', events: [...WORK, ...RECORD] })
export class EvaluatePersonProcessor implements EventConsumer<{ personId: string }> {
  constructor(private readonly evaluate: EvaluatePerson) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<{ personId: string }>): Promise<void> {
    await this.evaluate.execute(ctx, { personId: data.personId as PersonId });
  }
}
