import { bookingBooked, placeBooked, type SittingId, SittingReader } from '@app/assessment';
import { StopChain } from '@app/notifications';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { activityCompleted } from '@app/progress';
import { Injectable } from '@nestjs/common';

type Told = Parameters<typeof activityCompleted | typeof bookingBooked | typeof placeBooked>[0];

/** Somebody made progress in a course, or booked a place in its assessment or a seat in a session of it: nobody up the line need be told. */
@Injectable()
@Consumes({
  name: 'notifications-stop-chain',
  events: [activityCompleted, bookingBooked, placeBooked],
  queue: 'events',
})
export class StopChainProcessor implements EventConsumer<Told> {
  constructor(
    private readonly stopChain: StopChain,
    private readonly sittings: SittingReader,
  ) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Told>): Promise<void> {
    const personId = data.personId as PersonId;
    if ('courseCode' in data) {
      await this.stopChain.execute(ctx, {
        personId,
        courseCode: data.courseCode,
        why: 'bookingId' in data ? 'booked' : 'progress',
      });
      return;
    }
    const sitting = await this.sittings.byId(ctx.force, data.sittingId as SittingId);
    if (sitting !== null)
      await this.stopChain.execute(ctx, { personId, courseCode: sitting.courseCode, why: 'booked' });
  }
}
