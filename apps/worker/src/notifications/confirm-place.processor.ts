import { placeBooked, type SittingId } from '@app/assessment';
import { TellOfSitting } from '@app/notifications';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Told = Parameters<typeof placeBooked>[0];

/** A place was booked: confirm it to its holder, once for each booking. */
@Injectable()
@Consumes({ name: 'notifications-confirm-place', events: [placeBooked], queue: 'mail', outside: true })
export class ConfirmPlaceProcessor implements EventConsumer<Told> {
  constructor(private readonly tellOfSitting: TellOfSitting) {}

  async consume(ctx: RequestContext, { data, eventId }: ReceivedEvent<Told>): Promise<void> {
    await this.tellOfSitting.execute(ctx, {
      what: 'place',
      sittingId: data.sittingId as SittingId,
      personId: data.personId as PersonId,
      occasion: eventId,
    });
  }
}
