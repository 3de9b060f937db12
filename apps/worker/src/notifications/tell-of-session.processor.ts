import { type SessionId, sessionCancelled, sessionScheduled } from '@app/assessment';
import { TellOfSession } from '@app/notifications';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Told = Parameters<typeof sessionScheduled>[0];

/** A session is on the timetable, or off it: tell those who run it. Those who booked hear of their own booking. */
@Injectable()
@Consumes({
  name: 'notifications-tell-of-session',
  events: [sessionScheduled, sessionCancelled],
  queue: 'events',
})
export class TellOfSessionProcessor implements EventConsumer<Told> {
  constructor(private readonly tellOfSession: TellOfSession) {}

  async consume(ctx: RequestContext, { data, eventId: occasion, type }: ReceivedEvent<Told>): Promise<void> {
    const what = type === sessionScheduled.type ? 'scheduled' : 'cancelled';
    await this.tellOfSession.execute(ctx, { what, sessionId: data.sessionId as SessionId, occasion });
  }
}
