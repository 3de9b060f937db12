import { componentAssessed as paperAssessed } from '@app/assessment';
import { TakeResult } from '@app/certification';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { componentAssessed as practicalAssessed } from '@app/practicals';
import { Injectable } from '@nestjs/common';

type Assessed = Parameters<typeof paperAssessed>[0] | Parameters<typeof practicalAssessed>[0];

/** A component has its result: collect it, award when it was what was missing, and act on a failed test. */
@Injectable()
@Consumes({ name: 'certification-collect-component', events: [paperAssessed, practicalAssessed] })
export class CollectComponentProcessor implements EventConsumer<Assessed> {
  constructor(private readonly takeResult: TakeResult) {}

  async consume(ctx: RequestContext, { at: asOf, data }: ReceivedEvent<Assessed>): Promise<void> {
    const { courseCode, versionId, componentKey, sourceId, percent, passed } = data;
    const personId = data.personId as PersonId;
    const what = { personId, courseCode, versionId, componentKey, sourceId };
    await this.takeResult.execute(ctx, { ...what, on: calendarDateOf(data.on), percent, passed, asOf });
  }
}
