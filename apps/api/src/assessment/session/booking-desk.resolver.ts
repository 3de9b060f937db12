import {
  AbstractionReader,
  AgreeSwap,
  BookingReader,
  DecideBooking,
  OfferSwap,
  RecordAttendance,
  RenewCalendar,
  RevokeCalendar,
  WithdrawSwap,
} from '@app/assessment';
import { mustBeAllowed, type UnitId, UnitReader } from '@app/identity';
import { addDays, addMonths, parseCalendarDate } from '@app/platform/clock/calendar.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Done } from '../../edge/done.type.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { resultOf } from '../../edge/refused.js';
import {
  AgreeSwapInput,
  DecideBookingInput,
  OfferSwapInput,
  RecordAttendanceInput,
  WithdrawSwapInput,
} from './session.input.js';
import { AbstractionMonthType, BookingType, CalendarAddressType, SwapType } from './session.type.js';

const DecideBookingResult = resultOf('DecideBooking', BookingType);
const RecordAttendanceResult = resultOf('RecordAttendance', BookingType);
const OfferSwapResult = resultOf('OfferSwap', SwapType);
const AgreeSwapResult = resultOf('AgreeSwap', SwapType);
const WithdrawSwapResult = resultOf('WithdrawSwap', SwapType);
const RenewCalendarResult = resultOf('RenewCalendar', CalendarAddressType);
const RevokeCalendarResult = resultOf('RevokeCalendar', Done);

@ArgsType()
class AbstractionArgs {
  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field({ description: 'The first month: `2026-11`.' })
  from!: string;

  @Field({ description: 'The last month: `2026-12`.' })
  to!: string;
}

/** Decisions, attendance and what they come to. */
@Resolver()
export class BookingDeskResolver {
  constructor(
    private readonly decide: DecideBooking,
    private readonly record: RecordAttendance,
    private readonly abstraction: AbstractionReader,
    private readonly units: UnitReader,
  ) {}

  @Allow('assessment.abstraction.read')
  @Query(() => [AbstractionMonthType], {
    description: 'What is booked of a unit and all below it, by month.',
  })
  async abstractionByMonth(
    @Ctx() ctx: RequestContext,
    @Args() { unitId: id, from, to }: AbstractionArgs,
  ): Promise<AbstractionMonthType[]> {
    const unitId = idArg<UnitId>(id, 'unitId');
    found(await this.units.byId(ctx.force, unitId));
    mustBeAllowed(ctx, 'assessment.abstraction.read', { unitId });
    const last = addDays(addMonths(firstOf(to, 'to'), 1), -1);
    return this.abstraction.byMonth(ctx.force, unitId, { from: firstOf(from, 'from'), to: last });
  }

  @Allow('assessment.booking.decide')
  @Mutation(() => DecideBookingResult, {
    description:
      'Approves or refuses what somebody asked for; for their line manager or a deputy, or a training lead for who has neither. Refused: BOOKING_DECIDED, SESSION_REASON_MISSING, SESSION_BEGUN, PLACE_HELD.',
  })
  async decideBooking(
    @Ctx() ctx: RequestContext,
    @Args('input') { bookingId, approve, reason }: DecideBookingInput,
  ): Promise<BookingType> {
    const decision = { bookingId: idArg<never>(bookingId, 'bookingId'), approve, reason: reason ?? null };
    return BookingType.of(await this.decide.execute(ctx, decision));
  }

  @Allow('assessment.attendance.record')
  @Mutation(() => RecordAttendanceResult, {
    description:
      'Records whether somebody came; for those who run the session and their training lead. Refused: ATTENDANCE_TOO_EARLY, BOOKING_NOT_HELD.',
  })
  async recordAttendance(
    @Ctx() ctx: RequestContext,
    @Args('input') { bookingId, attended }: RecordAttendanceInput,
  ): Promise<BookingType> {
    const recorded = { bookingId: idArg<never>(bookingId, 'bookingId'), attended };
    return BookingType.of(await this.record.execute(ctx, recorded));
  }
}

/** Swaps between two people. */
@Resolver()
export class SwapResolver {
  constructor(
    private readonly bookings: BookingReader,
    private readonly offer: OfferSwap,
    private readonly agree: AgreeSwap,
    private readonly withdraw: WithdrawSwap,
  ) {}

  @Allow('assessment.session.read')
  @Query(() => [SwapType], { description: 'Swaps that are offered to the caller or by them.' })
  async mySwaps(@Ctx() ctx: RequestContext): Promise<SwapType[]> {
    const swaps = await this.bookings.swapsOf(ctx.force, found(actingPerson(ctx)));
    return swaps.map((swap) => SwapType.of(swap));
  }

  @Allow('assessment.swap.offer')
  @Mutation(() => OfferSwapResult, {
    description: 'Offers to swap seats. Refused: SWAP_UNLIKE, SESSION_BEGUN, SESSION_NOT_FOR_YOU.',
  })
  async offerSwap(@Ctx() ctx: RequestContext, @Args('input') input: OfferSwapInput): Promise<SwapType> {
    const bookingId = idArg<never>(input.bookingId, 'bookingId');
    const otherBookingId = idArg<never>(input.otherBookingId, 'otherBookingId');
    return SwapType.of(await this.offer.execute(ctx, { bookingId, otherBookingId }));
  }

  @Allow('assessment.swap.agree')
  @Mutation(() => AgreeSwapResult, {
    description:
      'Swaps the seats; both are checked anew. Refused: SWAP_OVER, SWAP_UNLIKE, SESSION_BEGUN, ALREADY_ELSEWHERE, ABSTRACTION_LIMIT, ABSTRACTION_NO_ROOM, SESSION_NOT_FOR_YOU, PLACE_HELD.',
  })
  async agreeSwap(@Ctx() ctx: RequestContext, @Args('input') { swapId }: AgreeSwapInput): Promise<SwapType> {
    return SwapType.of(await this.agree.execute(ctx, { swapId: idArg(swapId, 'swapId') }));
  }

  @Allow('assessment.swap.withdraw')
  @Mutation(() => WithdrawSwapResult, {
    description: 'Takes a swap back or turns it down. Refused: SWAP_OVER.',
  })
  async withdrawSwap(
    @Ctx() ctx: RequestContext,
    @Args('input') { swapId }: WithdrawSwapInput,
  ): Promise<SwapType> {
    return SwapType.of(await this.withdraw.execute(ctx, { swapId: idArg(swapId, 'swapId') }));
  }
}

/** The private address of one's calendar. */
@Resolver()
export class CalendarResolver {
  constructor(
    private readonly renew: RenewCalendar,
    private readonly revoke: RevokeCalendar,
  ) {}

  @Allow('assessment.calendar.renew')
  @Mutation(() => RenewCalendarResult, {
    description: 'Gives one’s calendar a new private address; the one before is dead. No refusals.',
  })
  async renewCalendar(@Ctx() ctx: RequestContext): Promise<CalendarAddressType> {
    const path = `/calendars/${await this.renew.execute(ctx)}.ics`;
    return Object.assign(new CalendarAddressType(), { path });
  }

  @Allow('assessment.calendar.revoke')
  @Mutation(() => RevokeCalendarResult, {
    description: 'Takes the address of one’s calendar away. No refusals.',
  })
  async revokeCalendar(@Ctx() ctx: RequestContext): Promise<Done> {
    await this.revoke.execute(ctx);
    return { ok: true };
  }
}

function firstOf(month: string, field: string) {
  const first = parseCalendarDate(`${month}-01`);
  if (first === undefined)
    throw new Fault('BAD_USER_INPUT', `${field} is no month: give one as 2026-11.`, field);
  return first;
}
