import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { placeBooked, placeGivenUp } from '../events.js';
import { HoldRepository, thePerson } from '../session/hold.repository.js';
import type { Session } from '../session/session.js';
import { PlaceRepository } from '../sitting/place.repository.js';
import { AbstractionLedger } from './abstraction-ledger.js';
import type { Booking } from './booking.js';
import { refusal } from './refusals.js';

/**
 * Takes and frees what a booking needs besides its seat: the person's time (ASM-190), their unit's share (ASM-196) and, once it is
 * booked, their place in the sitting that is sat there (ASM-202). Always in the unit of work of the booking itself.
 */
@Injectable()
export class PersonTime {
  constructor(
    private readonly work: UnitOfWork,
    private readonly holds: HoldRepository,
    private readonly ledger: AbstractionLedger,
    private readonly places: PlaceRepository,
  ) {}

  async take(ctx: RequestContext, booking: Booking, session: Session): Promise<void> {
    const holder = thePerson(booking.personId);
    const taken = await this.holds.taken(ctx.force, [holder], { stretch: session });
    if (taken.size > 0) throw refusal('ALREADY_ELSEWHERE');
    const { id: bookingId, personId } = booking;
    await this.ledger.take(ctx, { bookingId, personId, stretch: session });
    await this.holds.take(ctx.force, holder, { stretch: session, ownerId: bookingId });
    await this.seat(ctx, booking, session);
  }

  /** Puts the person on the sitting's list, once they are booked, as any other place. The seat was set aside with the session. */
  async seat(ctx: RequestContext, booking: Booking, { sittingId }: Session): Promise<void> {
    if (booking.state !== 'BOOKED' || sittingId === null) return;
    const { personId, changedAt: at } = booking;
    const holders = await this.places.holders(ctx.force, sittingId, [personId]);
    if (holders.size > 0) throw refusal('PLACE_HELD');
    await this.work.run(ctx, async (announce) => {
      await this.places.add(ctx.force, sittingId, { personIds: [personId], at, byBooking: true });
      announce(placeBooked({ sittingId, personId }));
    });
  }

  /** What the booking took, in the state in which it took it. */
  async free(ctx: RequestContext, booking: Booking, { sittingId }: Session): Promise<void> {
    await this.holds.free(ctx.force, booking.id);
    await this.ledger.free(ctx, booking.id);
    if (booking.state !== 'BOOKED' || sittingId === null) return;
    const { personId } = booking;
    await this.work.run(ctx, async (announce) => {
      if (await this.places.remove(ctx.force, sittingId, personId))
        announce(placeGivenUp({ sittingId, personId }));
    });
  }
}
