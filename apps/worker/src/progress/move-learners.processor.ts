import { coursePublished, type VersionId } from '@app/catalogue';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { MoveLearners } from '@app/progress';
import { Injectable } from '@nestjs/common';

type Published = Parameters<typeof coursePublished>[0];

/** A course was published: bring it to those who are learning, in batches of their own transactions. */
@Injectable()
@Consumes({ name: 'progress-move-learners', events: [coursePublished], outside: true })
export class MoveLearnersProcessor implements EventConsumer<Published> {
  constructor(private readonly moveLearners: MoveLearners) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Published>): Promise<void> {
    if (data.change === 'first') return;
    const cutOff = data.cutOff === null ? null : calendarDateOf(data.cutOff);
    await this.moveLearners.execute(ctx, {
      versionId: data.versionId as VersionId,
      change: data.change,
      cutOff,
    });
  }
}
