import {
  type DeliveryId,
  DeliveryReader,
  type DeliveryState,
  DiscardDelivery,
  RedriveDelivery,
  ResolveDelivery,
} from '@app/notifications';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { PageArgs, page } from '../edge/paging.js';
import {
  DeliveryConnection,
  DeliveryStateEnum,
  DeliveryType,
  DiscardDeliveryInput,
  DiscardDeliveryResult,
  deliveryType,
  RedriveDeliveryInput,
  RedriveDeliveryResult,
  ResolveDeliveryInput,
  ResolveDeliveryResult,
} from './delivery.type.js';

/** Messages and what became of them, for operators. No record of anybody. */
@Resolver(() => DeliveryType)
export class DeliveryResolver {
  constructor(
    private readonly desk: DeliveryReader,
    private readonly redrive: RedriveDelivery,
    private readonly discard: DiscardDelivery,
    private readonly resolve: ResolveDelivery,
  ) {}

  @Query(() => DeliveryConnection, {
    description:
      'The messages of every force in a state, oldest first; not those that an operator has settled.',
  })
  @Allow('notifications.delivery.read')
  async deliveries(
    @Args('state', { type: () => DeliveryStateEnum, description: 'Which: `UNKNOWN`, `FAILED`, `BOUNCED`.' })
    state: DeliveryState,
    @Args() args: PageArgs,
  ) {
    return page(args, (request) => this.desk.page(state, request), deliveryType);
  }

  @Mutation(() => RedriveDeliveryResult, {
    description:
      'Has a mail that failed or bounced sent anew. Again is the same answer. Refused: DELIVERY_NOT_FAILED, DELIVERY_MAY_HAVE_GONE.',
  })
  @Allow('notifications.delivery.redrive')
  async redriveDelivery(
    @Ctx() ctx: RequestContext,
    @Args('input') input: RedriveDeliveryInput,
  ): Promise<DeliveryType> {
    const deliveryId = idArg<DeliveryId>(input.deliveryId, 'deliveryId');
    return deliveryType(await this.redrive.execute(ctx, { deliveryId }));
  }

  @Mutation(() => DiscardDeliveryResult, {
    description:
      'Gives up a message that failed or bounced. Again is the same answer. Refused: DELIVERY_NOT_FAILED, DELIVERY_REASON_MISSING.',
  })
  @Allow('notifications.delivery.discard')
  async discardDelivery(
    @Ctx() ctx: RequestContext,
    @Args('input') input: DiscardDeliveryInput,
  ): Promise<DeliveryType> {
    const deliveryId = idArg<DeliveryId>(input.deliveryId, 'deliveryId');
    return deliveryType(await this.discard.execute(ctx, { reason: input.reason, deliveryId }));
  }

  @Mutation(() => ResolveDeliveryResult, {
    description:
      'Says what became of a message whose fate was unknown. It is not sent again. Again is the same answer. Refused: DELIVERY_NOT_UNKNOWN, DELIVERY_REASON_MISSING.',
  })
  @Allow('notifications.delivery.resolve')
  async resolveDelivery(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ResolveDeliveryInput,
  ): Promise<DeliveryType> {
    const deliveryId = idArg<DeliveryId>(input.deliveryId, 'deliveryId');
    return deliveryType(await this.resolve.execute(ctx, { reason: input.reason, deliveryId }));
  }
}
