import { componentPassed } from '@app/assessment';
import { CollectOutcome } from '@app/certification';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Passed = Parameters<typeof componentPassed>[0];

/** A component was passed: collect it, and award when it was the last. */
@Injectable()
@Consumes({ name: 'certification-collect-component', events: [componentPassed] })
export class CollectComponentProcessor implements EventConsumer<Passed> {
  constructor(private readonly collectOutcome: CollectOutcome) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Passed>): Promise<void> {
    const { courseCode, versionId, componentKey, attemptId, on } = data;
    const passedOn = calendarDateOf(on);
    const personId = data.personId as PersonId;
    const outcome = { personId, courseCode, versionId, componentKey, sourceId: attemptId, passedOn };
    await this.collectOutcome.execute(ctx, outcome);
  }
}
