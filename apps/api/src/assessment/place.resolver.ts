import {
  AttemptReader,
  BookPlace,
  BookPlaces,
  GiveUpPlace,
  type SittingId,
  SittingReader,
} from '@app/assessment';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import type { ListRequest } from '@app/platform/listing/listing.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { PageArgs, page } from '../edge/paging.js';
import { resultOf } from '../edge/refused.js';
import { PlaceConnection, PlaceType } from './place.type.js';
import { BookPlaceInput, BookPlacesInput, GiveUpPlaceInput } from './sitting.input.js';
import { SittingType } from './sitting.type.js';

const BookPlaceResult = resultOf('BookPlace', SittingType);
const BookPlacesResult = resultOf('BookPlaces', SittingType);
const GiveUpPlaceResult = resultOf('GiveUpPlace', SittingType);

/** Places in sittings. */
@Resolver(() => PlaceType)
export class PlaceResolver {
  constructor(
    private readonly sittings: SittingReader,
    private readonly attempts: AttemptReader,
    private readonly book: BookPlace,
    private readonly bookMany: BookPlaces,
    private readonly giveUp: GiveUpPlace,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Allow('assessment.places.list')
  @Query(() => PlaceConnection, {
    description: 'Who holds a place in a sitting, and how far they are. Never a mark.',
  })
  async places(
    @Ctx() ctx: RequestContext,
    @Args('sittingId', { type: () => ID, description: 'The sitting.' }) id: string,
    @Args() args: PageArgs,
  ) {
    const sittingId = idArg<SittingId>(id, 'sittingId');
    found(await this.sittings.byId(ctx.force, sittingId));
    return page(
      args,
      (request) => this.fetch(ctx, sittingId, request),
      (place) => place,
    );
  }

  @Allow('assessment.place.book')
  @Mutation(() => BookPlaceResult, {
    description:
      'Books a place for oneself. Refused: NOT_IN_COHORT, SITTING_FULL, SITTING_CLOSED, SITTING_CANCELLED. Again is the same answer.',
  })
  async bookPlace(
    @Ctx() ctx: RequestContext,
    @Args('input') { sittingId }: BookPlaceInput,
  ): Promise<SittingType> {
    const sitting = await this.book.execute(ctx, { sittingId: idArg(sittingId, 'sittingId') });
    return SittingType.of({ ...sitting, bookedByMe: true }, this.clock.now());
  }

  @Allow('assessment.places.book')
  @Mutation(() => BookPlacesResult, {
    description:
      'Books places for others, all or none; those who have one keep it. Refused: SITTING_FULL, SITTING_CLOSED, SITTING_CANCELLED.',
  })
  async bookPlaces(
    @Ctx() ctx: RequestContext,
    @Args('input') { sittingId, personIds }: BookPlacesInput,
  ): Promise<SittingType> {
    const sitting = await this.bookMany.execute(ctx, {
      sittingId: idArg(sittingId, 'sittingId'),
      personIds: personIds.map((id) => idArg(id, 'personIds')),
    });
    return SittingType.of(sitting, this.clock.now());
  }

  @Allow('assessment.place.give-up')
  @Mutation(() => GiveUpPlaceResult, {
    description:
      'Gives one’s own place up. Refused: PLACE_USED, SITTING_CLOSED, SITTING_CANCELLED. Again is the same answer.',
  })
  async giveUpPlace(
    @Ctx() ctx: RequestContext,
    @Args('input') { sittingId }: GiveUpPlaceInput,
  ): Promise<SittingType> {
    const sitting = await this.giveUp.execute(ctx, { sittingId: idArg(sittingId, 'sittingId') });
    return SittingType.of({ ...sitting, bookedByMe: false }, this.clock.now());
  }

  private async fetch(ctx: RequestContext, sittingId: SittingId, request: ListRequest) {
    const { rows, totalCount } = await this.sittings.places(ctx.force, sittingId, request);
    const people = rows.map(({ personId }) => personId);
    const states = await this.attempts.statesInSitting(ctx.force, sittingId, people);
    const places = rows.map((place) => PlaceType.of(place, states.get(place.personId) ?? null));
    return { rows: places, totalCount, keyOf: (place: PlaceType) => place.personId };
  }
}
