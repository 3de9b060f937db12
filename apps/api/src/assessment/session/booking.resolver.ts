import {
  AcceptOffer,
  BookingReader,
  BookSeat,
  CancelBooking,
  DeclineOffer,
  JoinWaitingList,
  mustRun,
  type SessionId,
  SessionReader,
} from '@app/assessment';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import {
  AcceptOfferInput,
  BookSeatInput,
  CancelBookingInput,
  DeclineOfferInput,
  JoinWaitingListInput,
} from './session.input.js';
import { BookingConnection, BookingType } from './session.type.js';

const BookSeatResult = resultOf('BookSeat', BookingType);
const JoinWaitingListResult = resultOf('JoinWaitingList', BookingType);
const AcceptOfferResult = resultOf('AcceptOffer', BookingType);
const DeclineOfferResult = resultOf('DeclineOffer', BookingType);
const CancelBookingResult = resultOf('CancelBooking', BookingType);

/** One's own bookings. */
@Resolver(() => BookingType)
export class BookingResolver {
  constructor(
    private readonly book: BookSeat,
    private readonly join: JoinWaitingList,
    private readonly accept: AcceptOffer,
    private readonly decline: DeclineOffer,
    private readonly cancel: CancelBooking,
  ) {}

  @Allow('assessment.session.book')
  @Mutation(() => BookSeatResult, {
    description:
      'Books a seat for oneself, or asks for it where line managers approve. Refused: SESSION_NOT_FOR_YOU, SESSION_FULL, SESSION_BEGUN, SESSION_CANCELLED, ALREADY_ELSEWHERE, ABSTRACTION_LIMIT, ABSTRACTION_NO_ROOM, PLACE_HELD. Again: the same answer.',
  })
  async bookSeat(
    @Ctx() ctx: RequestContext,
    @Args('input') { sessionId }: BookSeatInput,
  ): Promise<BookingType> {
    return BookingType.of(await this.book.execute(ctx, { sessionId: idArg(sessionId, 'sessionId') }));
  }

  @Allow('assessment.waiting-list.join')
  @Mutation(() => JoinWaitingListResult, {
    description:
      'Puts oneself on the waiting list. Refused: SESSION_NOT_FOR_YOU, SESSION_HAS_SEATS, SESSION_BEGUN, SESSION_CANCELLED. Again: the same answer.',
  })
  async joinWaitingList(
    @Ctx() ctx: RequestContext,
    @Args('input') { sessionId }: JoinWaitingListInput,
  ): Promise<BookingType> {
    return BookingType.of(await this.join.execute(ctx, { sessionId: idArg(sessionId, 'sessionId') }));
  }

  @Allow('assessment.offer.accept')
  @Mutation(() => AcceptOfferResult, {
    description:
      'Takes an offered seat. Refused: OFFER_OVER, ALREADY_ELSEWHERE, ABSTRACTION_LIMIT, ABSTRACTION_NO_ROOM, PLACE_HELD. Again: the same answer.',
  })
  async acceptOffer(
    @Ctx() ctx: RequestContext,
    @Args('input') { bookingId }: AcceptOfferInput,
  ): Promise<BookingType> {
    return BookingType.of(await this.accept.execute(ctx, { bookingId: idArg(bookingId, 'bookingId') }));
  }

  @Allow('assessment.offer.decline')
  @Mutation(() => DeclineOfferResult, {
    description: 'Leaves an offered seat to the next. Refused: OFFER_OVER.',
  })
  async declineOffer(
    @Ctx() ctx: RequestContext,
    @Args('input') { bookingId }: DeclineOfferInput,
  ): Promise<BookingType> {
    return BookingType.of(await this.decline.execute(ctx, { bookingId: idArg(bookingId, 'bookingId') }));
  }

  @Allow('assessment.booking.cancel')
  @Mutation(() => CancelBookingResult, {
    description: 'Gives a booking or wish of one’s own up. Refused: BOOKING_NOT_HELD, SESSION_BEGUN.',
  })
  async cancelBooking(
    @Ctx() ctx: RequestContext,
    @Args('input') { bookingId }: CancelBookingInput,
  ): Promise<BookingType> {
    return BookingType.of(await this.cancel.execute(ctx, { bookingId: idArg(bookingId, 'bookingId') }));
  }
}

/** Lists of bookings. */
@Resolver(() => BookingType)
export class BookingListResolver {
  constructor(
    private readonly bookings: BookingReader,
    private readonly sessions: SessionReader,
  ) {}

  @Allow('assessment.session.read')
  @Query(() => BookingConnection, { description: 'The caller’s bookings, newest first.' })
  async myBookings(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    const fetch = this.bookings.ofPerson.bind(this.bookings, ctx.force, found(actingPerson(ctx)));
    return page(args, fetch, (booking) => BookingType.of(booking));
  }

  @Allow('assessment.attendance.record')
  @Query(() => BookingConnection, {
    description: 'The bookings of a session, newest first; for those who run it and their training lead.',
  })
  async sessionBookings(
    @Ctx() ctx: RequestContext,
    @Args() args: PageArgs,
    @Args('sessionId', { type: () => ID, description: 'The session.' }) id: string,
  ) {
    const sessionId = idArg<SessionId>(id, 'sessionId');
    mustRun(ctx, found((await this.sessions.byIds(ctx.force, [sessionId])).get(sessionId) ?? null));
    const fetch = this.bookings.ofSession.bind(this.bookings, ctx.force, sessionId);
    return page(args, fetch, (booking) => BookingType.of(booking));
  }

  @Allow('assessment.booking.decide')
  @Query(() => [BookingType], {
    description: 'What the caller is to approve or refuse, longest asked first.',
  })
  async bookingsToDecide(@Ctx() ctx: RequestContext): Promise<BookingType[]> {
    const bookings = await this.bookings.toDecide(ctx, found(actingPerson(ctx)));
    return bookings.map((booking) => BookingType.of(booking));
  }
}
