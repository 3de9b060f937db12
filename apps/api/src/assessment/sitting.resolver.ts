import {
  assessmentPermissions,
  CancelSitting,
  CreateSitting,
  ReleaseResults,
  type SittingId,
  SittingReader,
} from '@app/assessment';
import { may } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx, Gql, type GraphqlContext, loaderOf } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { PageArgs, page } from '../edge/paging.js';
import { resultOf } from '../edge/refused.js';
import { ReleaseResultsInput } from './attempt.input.js';
import { CancelSittingInput, CreateSittingInput } from './sitting.input.js';
import { SittingConnection, SittingType } from './sitting.type.js';

const CreateSittingResult = resultOf('CreateSitting', SittingType);
const CancelSittingResult = resultOf('CancelSitting', SittingType);
const ReleaseResultsResult = resultOf('ReleaseResults', SittingType);
const BOOKED_BY_ME = Symbol('bookedByMe');

/** Sittings: what one may sit, and what a training lead schedules. */
@Resolver(() => SittingType)
export class SittingResolver {
  constructor(
    private readonly sittingReader: SittingReader,
    private readonly create: CreateSitting,
    private readonly cancel: CancelSitting,
    private readonly release: ReleaseResults,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Allow('assessment.sitting.read')
  @Query(() => SittingConnection, {
    description: 'What the caller may sit now or later, and what they have booked.',
  })
  async mySittings(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    const personId = actingPerson(ctx) ?? ('' as PersonId);
    const now = this.clock.now();
    const fetch = this.sittingReader.pageFor.bind(this.sittingReader, ctx.force, { personId, now });
    return page(args, fetch, (sitting) => SittingType.of(sitting, now));
  }

  @Allow('assessment.sitting.list')
  @Query(() => SittingConnection, {
    description: 'Every sitting of the force, in the order of their making.',
  })
  async sittings(
    @Ctx() ctx: RequestContext,
    @Args() args: PageArgs,
    @Args('courseCode', { type: () => ID, nullable: true, description: 'Only of this course.' })
    courseCode?: string | null,
  ) {
    const filter = { courseCode: courseCode ?? null };
    const fetch = this.sittingReader.page.bind(this.sittingReader, ctx.force, filter);
    return page(args, fetch, (sitting) => SittingType.of(sitting, this.clock.now()));
  }

  @Allow('assessment.sitting.read')
  @Query(() => SittingType, {
    description: 'One sitting: of one’s own cohort or booking, or, for a lead, of the force.',
  })
  async sitting(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The sitting.' }) id: string,
  ): Promise<SittingType> {
    const now = this.clock.now();
    const sitting = found(await this.sittingReader.byId(ctx.force, idArg(id, 'id')));
    if (!may(ctx, assessmentPermissions.listSittings)) {
      const personId = found(actingPerson(ctx));
      const isMine =
        (await this.sittingReader.isInCohort(ctx.force, sitting, { personId, now })) ||
        (await this.sittingReader.hasPlace(ctx.force, sitting.id, personId));
      found(isMine ? sitting : null);
    }
    return SittingType.of(sitting, now);
  }

  @Allow('assessment.sitting.create')
  @Mutation(() => CreateSittingResult, {
    description:
      'Puts a sitting on the timetable. Refused: COMPONENT_UNKNOWN, BLUEPRINT_MISSING, BLUEPRINT_SHORT, SITTING_NEEDS_SAMPLES, SITTING_WINDOW, SITTING_SEATS, REMINDER_TOO_LATE. The same request again is the same sitting.',
  })
  async createSitting(
    @Ctx() ctx: RequestContext,
    @Args('input') input: CreateSittingInput,
  ): Promise<SittingType> {
    const sitting = await this.create.execute(ctx, {
      courseCode: input.courseCode,
      componentKey: input.componentKey,
      opensAt: input.opensAt,
      closesAt: input.closesAt,
      seats: input.seats,
      mode: input.mode,
      invigilated: input.invigilated,
      reminderMinutesBefore: input.reminderMinutesBefore,
      unitIds: (input.unitIds ?? []).map((id) => idArg(id, 'unitIds')),
      personIds: (input.personIds ?? []).map((id) => idArg(id, 'personIds')),
    });
    return SittingType.of(sitting, this.clock.now());
  }

  @Allow('assessment.sitting.cancel')
  @Mutation(() => CancelSittingResult, {
    description: 'Cancels a sitting. Refused: CANCEL_REASON_MISSING, SITTING_RUNNING, SITTING_CLOSED.',
  })
  async cancelSitting(
    @Ctx() ctx: RequestContext,
    @Args('input') { sittingId, reason }: CancelSittingInput,
  ): Promise<SittingType> {
    const sitting = await this.cancel.execute(ctx, { sittingId: idArg(sittingId, 'sittingId'), reason });
    return SittingType.of(sitting, this.clock.now());
  }

  @Allow('assessment.results.release')
  @Mutation(() => ReleaseResultsResult, {
    description: 'Lets those who sat see their results. Refused: RESULTS_TOO_EARLY, SITTING_CANCELLED.',
  })
  async releaseResults(
    @Ctx() ctx: RequestContext,
    @Args('input') { sittingId }: ReleaseResultsInput,
  ): Promise<SittingType> {
    const sitting = await this.release.execute(ctx, { sittingId: idArg(sittingId, 'sittingId') });
    return SittingType.of(sitting, this.clock.now());
  }

  @ResolveField(() => Boolean, { description: 'Whether the caller holds a place.' })
  async bookedByMe(@Gql() gql: GraphqlContext, @Parent() sitting: SittingType): Promise<boolean> {
    if (sitting.bookedByMe !== undefined) return sitting.bookedByMe;
    const loader = loaderOf(gql, BOOKED_BY_ME, async (ctx, ids) => {
      const personId = actingPerson(ctx) ?? ('' as PersonId);
      const booked = await this.sittingReader.bookedAmong(ctx.force, personId, ids as SittingId[]);
      return new Map(ids.map((id) => [id, booked.has(id)]));
    });
    return (await loader.load(sitting.id)) ?? false;
  }
}
