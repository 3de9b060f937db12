import { COMPLETION, CollectOutcome } from '@app/certification';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { courseCompleted } from '@app/progress';
import { Injectable } from '@nestjs/common';

type Completed = Parameters<typeof courseCompleted>[0];

/** A course was completed: for one without assessment, that is all that its award waits for. */
@Injectable()
@Consumes({ name: 'certification-collect-completion', events: [courseCompleted] })
export class CollectCompletionProcessor implements EventConsumer<Completed> {
  constructor(private readonly collectOutcome: CollectOutcome) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Completed>): Promise<void> {
    const { courseCode, versionId, enrolmentId, on } = data;
    const personId = data.personId as PersonId;
    await this.collectOutcome.execute(ctx, {
      ...{ personId, courseCode, versionId, componentKey: COMPLETION, sourceId: enrolmentId },
      ...{ on: calendarDateOf(on), percent: null, passed: true },
    });
  }
}
