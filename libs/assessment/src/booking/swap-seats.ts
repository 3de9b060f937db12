import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { type Announce, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { type Session, takesBookings } from '../session/session.js';
import { SessionRepository } from '../session/session.repository.js';
import { again } from './again.js';
import { OpenTo } from './book-seat.js';
import type { Booking, BookingId } from './booking.js';
import { BookingRepository } from './booking.repository.js';
import { swapAgreed, swapOffered, swapWithdrawn } from './events.js';
import { Lapses } from './lapse.js';
import { PersonTime } from './person-time.js';
import { refusal } from './refusals.js';
import { SettleSeat } from './settle-seat.js';
import { type Swap, type SwapId, SwapRepository } from './swap.repository.js';

interface Side {
  readonly booking: Booking;
  readonly session: Session;
}

/** Reads the two sides of a swap, and does it. */
@Injectable()
export class SwapSides {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly bookings: BookingRepository,
    private readonly openTo: OpenTo,
    private readonly time: PersonTime,
    private readonly lapses: Lapses,
    private readonly settle: SettleSeat,
  ) {}

  /** The side of a booking; NOT_FOUND when the force has none such. */
  async side(ctx: RequestContext, bookingId: BookingId): Promise<Side> {
    const booking = await this.bookings.load(ctx.force, bookingId);
    return { booking, session: await this.sessions.load(ctx.force, booking.sessionId) };
  }

  /** ASM-195. Throws unless the two could be swapped at that moment: alike, both booked, both to come, each open to the other. */
  async check(ctx: RequestContext, [one, other]: readonly [Side, Side], now: Date): Promise<void> {
    const alike =
      one.session.id !== other.session.id &&
      one.session.courseCode === other.session.courseCode &&
      one.session.kind === other.session.kind &&
      one.booking.personId !== other.booking.personId;
    const both = one.booking.state === 'BOOKED' && other.booking.state === 'BOOKED';
    if (!alike || !both) throw refusal('SWAP_UNLIKE', { field: 'otherBookingId' });
    for (const { session } of [one, other]) takesBookings(session, now);
    await this.openTo.must(ctx, other.session, one.booking.personId);
    await this.openTo.must(ctx, one.session, other.booking.personId);
  }

  /** Frees both, then takes for each what the other had; whatever refuses undoes it all. */
  async swap(
    ctx: RequestContext,
    announce: Announce,
    { sides, now }: { readonly sides: readonly [Side, Side]; readonly now: Date },
  ): Promise<void> {
    const [one, other] = sides;
    for (const { booking, session } of sides) await this.time.free(ctx, booking, session);
    for (const [{ booking }, { session }] of [[one, other] as const, [other, one] as const]) {
      const first = await this.lapses.atFirst(ctx, session);
      const moved: Booking = {
        ...{ ...booking, ...first, sessionId: session.id, decidedBy: null, changedAt: now },
        sequence: booking.sequence + 1,
      };
      await this.time.take(ctx, moved, session);
      await this.settle.save(ctx, announce, { booking: moved, session, bySwap: true });
    }
  }
}

export interface OfferSwapInput {
  readonly bookingId: BookingId;
  readonly otherBookingId: BookingId;
}

/** Offers to swap one's own booked seat with somebody's of a like session (ASM-195). The same offer again is the same swap. */
@Injectable()
export class OfferSwap {
  constructor(
    private readonly work: UnitOfWork,
    private readonly swaps: SwapRepository,
    private readonly sides: SwapSides,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, pair: OfferSwapInput): Promise<Swap> {
    const personId = candidateOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const one = await this.sides.side(ctx, pair.bookingId);
      found(one.booking.personId === personId ? one : null);
      const other = await this.sides.side(ctx, pair.otherBookingId);
      await this.sides.check(ctx, [one, other], this.clock.now());
      const before = await this.swaps.open(ctx.force, pair);
      if (before !== null) return before;
      const swap = await this.swaps.add(ctx.force, pair);
      announce(swapOffered({ swapId: swap.id, ...pair }));
      return swap;
    });
  }
}

export interface OfSwapInput {
  readonly swapId: SwapId;
}

/**
 * Agrees to a swap that one was offered. Both are checked anew: their time (ASM-190), their units (ASM-196), their sessions (ASM-195).
 * Where line managers approve, both ask again. Agreeing again is the same answer.
 */
@Injectable()
export class AgreeSwap {
  constructor(
    private readonly work: UnitOfWork,
    private readonly swaps: SwapRepository,
    private readonly sides: SwapSides,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { swapId }: OfSwapInput): Promise<Swap> {
    const personId = candidateOf(ctx);
    return again(() =>
      this.work.run(ctx, async (announce) => {
        const swap = await this.swaps.load(ctx.force, swapId);
        const other = await this.sides.side(ctx, swap.otherBookingId);
        found(other.booking.personId === personId ? swap : null);
        if (swap.state === 'AGREED') return swap;
        const one = await this.sides.side(ctx, swap.bookingId);
        const stand = one.booking.state === 'BOOKED' && other.booking.state === 'BOOKED';
        if (swap.state !== 'OFFERED' || !stand) throw refusal('SWAP_OVER');
        const now = this.clock.now();
        await this.sides.check(ctx, [one, other], now);
        await this.sides.swap(ctx, announce, { sides: [one, other], now });
        const agreed: Swap = { ...swap, state: 'AGREED' };
        await this.swaps.save(ctx.force, agreed);
        const { bookingId, otherBookingId } = swap;
        announce(swapAgreed({ swapId, bookingId, otherBookingId }));
        return agreed;
      }),
    );
  }
}

/** Takes an offer to swap back, or turns it down: either of the two. Refuses once it was agreed (ASM-195). Again: the same answer. */
@Injectable()
export class WithdrawSwap {
  constructor(
    private readonly work: UnitOfWork,
    private readonly swaps: SwapRepository,
    private readonly sides: SwapSides,
  ) {}

  async execute(ctx: RequestContext, { swapId }: OfSwapInput): Promise<Swap> {
    const personId = candidateOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const swap = await this.swaps.load(ctx.force, swapId);
      const one = await this.sides.side(ctx, swap.bookingId);
      const other = await this.sides.side(ctx, swap.otherBookingId);
      found([one, other].some(({ booking }) => booking.personId === personId) ? swap : null);
      if (swap.state === 'WITHDRAWN') return swap;
      if (swap.state === 'AGREED') throw refusal('SWAP_OVER');
      const withdrawn: Swap = { ...swap, state: 'WITHDRAWN' };
      await this.swaps.save(ctx.force, withdrawn);
      const { bookingId, otherBookingId } = swap;
      announce(swapWithdrawn({ swapId, bookingId, otherBookingId, by: personId }));
      return withdrawn;
    });
  }
}
