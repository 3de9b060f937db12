import {
  AbstractionReader,
  CancelSession,
  SaveRoom,
  ScheduleSession,
  SessionReader,
  SetAbstractionLimit,
  SetBookingTerms,
} from '@app/assessment';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg, optionalIdArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import {
  CancelSessionInput,
  SaveRoomInput,
  ScheduleSessionInput,
  SetAbstractionLimitInput,
  SetBookingTermsInput,
} from './session.input.js';
import {
  AbstractionLimitsType,
  BookingTermsType,
  RoomType,
  TrainingSessionConnection,
  TrainingSessionType,
} from './session.type.js';

const SaveRoomResult = resultOf('SaveRoom', RoomType);
const ScheduleSessionResult = resultOf('ScheduleSession', TrainingSessionType);
const CancelSessionResult = resultOf('CancelSession', TrainingSessionType);
const SetBookingTermsResult = resultOf('SetBookingTerms', BookingTermsType);
const SetAbstractionLimitResult = resultOf('SetAbstractionLimit', AbstractionLimitsType);

/** Sessions: what one may book. */
@Resolver(() => TrainingSessionType)
export class SessionResolver {
  constructor(
    private readonly sessions: SessionReader,
    private readonly schedule: ScheduleSession,
    private readonly cancel: CancelSession,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Allow('assessment.session.read')
  @Query(() => TrainingSessionConnection, { description: 'Sessions to come that the caller may book.' })
  async openSessions(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    const reader = { personId: found(actingPerson(ctx)), now: this.clock.now() };
    const fetch = this.sessions.pageFor.bind(this.sessions, ctx.force, reader);
    return page(args, fetch, (session) => TrainingSessionType.of(session, reader.now));
  }

  @Allow('assessment.session.list')
  @Query(() => TrainingSessionConnection, {
    description: 'Every session of the force, in the order of making.',
  })
  async trainingSessions(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    const fetch = this.sessions.page.bind(this.sessions, ctx.force);
    return page(args, fetch, (session) => TrainingSessionType.of(session, this.clock.now()));
  }

  @Allow('assessment.session.schedule')
  @Mutation(() => ScheduleSessionResult, {
    description:
      'Puts a session on the timetable. Refused: SESSION_TIMES, SESSION_SEATS, SESSION_OVER_CAPACITY, SESSION_WHERE, ROOM_CLOSED, SESSION_SITTING, ROOM_TAKEN, TRAINER_TAKEN, TRAINERS_MISSING. The same request again is the same session.',
  })
  async scheduleSession(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ScheduleSessionInput,
  ): Promise<TrainingSessionType> {
    const { kind, courseCode, startsAt, endsAt, seats } = input;
    const session = await this.schedule.execute(ctx, {
      ...{ kind, courseCode, startsAt, endsAt, seats, onlineAddress: input.onlineAddress ?? null },
      sittingId: optionalIdArg(input.sittingId, 'sittingId'),
      roomId: optionalIdArg(input.roomId, 'roomId'),
      trainerIds: input.trainerIds.map((id) => idArg(id, 'trainerIds')),
      unitIds: (input.unitIds ?? []).map((id) => idArg(id, 'unitIds')),
      personIds: (input.personIds ?? []).map((id) => idArg(id, 'personIds')),
    });
    return TrainingSessionType.of(session, this.clock.now());
  }

  @Allow('assessment.session.cancel')
  @Mutation(() => CancelSessionResult, {
    description:
      'Cancels a session with its bookings; those who had one are offered another. Refused: SESSION_REASON_MISSING, SESSION_BEGUN.',
  })
  async cancelSession(
    @Ctx() ctx: RequestContext,
    @Args('input') { sessionId, reason }: CancelSessionInput,
  ): Promise<TrainingSessionType> {
    const session = await this.cancel.execute(ctx, { sessionId: idArg(sessionId, 'sessionId'), reason });
    return TrainingSessionType.of(session, this.clock.now());
  }
}

/** Rooms, terms and limits: what a training lead sets. */
@Resolver()
export class SessionTermsResolver {
  constructor(
    private readonly sessions: SessionReader,
    private readonly abstraction: AbstractionReader,
    private readonly save: SaveRoom,
    private readonly setTerms: SetBookingTerms,
    private readonly setLimit: SetAbstractionLimit,
  ) {}

  @Allow('assessment.session.list')
  @Query(() => [RoomType], { description: 'The force’s rooms by name, at most 500.' })
  async rooms(@Ctx() ctx: RequestContext): Promise<RoomType[]> {
    return (await this.sessions.rooms(ctx.force)).map((room) => RoomType.of(room));
  }

  @Allow('assessment.session.read')
  @Query(() => BookingTermsType, { description: 'How bookings go in the force.' })
  async bookingTerms(@Ctx() ctx: RequestContext): Promise<BookingTermsType> {
    return BookingTermsType.of(await this.abstraction.terms(ctx.force));
  }

  @Allow('assessment.abstraction.read')
  @Query(() => AbstractionLimitsType, { description: 'How much of the units may be away at once.' })
  async abstractionLimits(@Ctx() ctx: RequestContext): Promise<AbstractionLimitsType> {
    return AbstractionLimitsType.of(await this.abstraction.limits(ctx.force));
  }

  @Allow('assessment.room.save')
  @Mutation(() => SaveRoomResult, {
    description:
      'Adds or changes a room; for leads of the whole force. Refused: ROOM_MALFORMED, ROOM_NAME_TAKEN.',
  })
  async saveRoom(@Ctx() ctx: RequestContext, @Args('input') input: SaveRoomInput): Promise<RoomType> {
    const { name, capacity, stepFree, hearingLoop, isClosed } = input;
    const roomId = optionalIdArg<never>(input.roomId, 'roomId');
    const room = { roomId, name, capacity, stepFree, hearingLoop, isClosed };
    return RoomType.of(await this.save.execute(ctx, room));
  }

  @Allow('assessment.booking-terms.set')
  @Mutation(() => SetBookingTermsResult, {
    description: 'Says how bookings go; for leads of the whole force. Refused: TERMS_OUT_OF_RANGE.',
  })
  async setBookingTerms(
    @Ctx() ctx: RequestContext,
    @Args('input') { approval, offerHours }: SetBookingTermsInput,
  ): Promise<BookingTermsType> {
    return BookingTermsType.of(await this.setTerms.execute(ctx, { approval, offerHours }));
  }

  @Allow('assessment.abstraction-limit.set')
  @Mutation(() => SetAbstractionLimitResult, {
    description: 'Says how much of a unit may be away at once. Refused: LIMIT_OUT_OF_RANGE.',
  })
  async setAbstractionLimit(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SetAbstractionLimitInput,
  ): Promise<AbstractionLimitsType> {
    const unitId = optionalIdArg<never>(input.unitId, 'unitId');
    const limits = await this.setLimit.execute(ctx, { unitId, percent: input.percent ?? null });
    return AbstractionLimitsType.of(limits);
  }
}
