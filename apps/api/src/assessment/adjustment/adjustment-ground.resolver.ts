import { AdjustmentGroupReader, DeclareFixedTime, SaveAdjustmentGroup } from '@app/assessment';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { resultOf } from '../../edge/refused.js';
import { DeclareFixedTimeInput, SaveAdjustmentGroupInput } from './adjustment.input.js';
import { AdjustmentGroupType, FixedTimeType } from './adjustment.type.js';

const SaveAdjustmentGroupResult = resultOf('SaveAdjustmentGroup', AdjustmentGroupType);
const DeclareFixedTimeResult = resultOf('DeclareFixedTime', FixedTimeType);

/** Who shares adjustments, and which papers give everybody the same time. */
@Resolver()
export class AdjustmentGroundResolver {
  constructor(
    private readonly groups: AdjustmentGroupReader,
    private readonly save: SaveAdjustmentGroup,
    private readonly declare: DeclareFixedTime,
  ) {}

  @Allow('assessment.adjustment.grant')
  @Query(() => [AdjustmentGroupType], {
    description: 'The groups of the force that share adjustments, by name.',
  })
  async adjustmentGroups(@Ctx() ctx: RequestContext): Promise<AdjustmentGroupType[]> {
    return (await this.groups.all(ctx.force)).map((group) => AdjustmentGroupType.of(group));
  }

  @Allow('assessment.adjustment.grant')
  @Mutation(() => SaveAdjustmentGroupResult, {
    description:
      'Makes a group that shares adjustments, or says anew who is in it. Refused: ADJUSTMENT_GROUP_MALFORMED. The same again changes nothing.',
  })
  async saveAdjustmentGroup(
    @Ctx() ctx: RequestContext,
    @Args('input') { name, personIds }: SaveAdjustmentGroupInput,
  ): Promise<AdjustmentGroupType> {
    const people = personIds.map((id) => idArg<PersonId>(id, 'personIds'));
    return AdjustmentGroupType.of(await this.save.execute(ctx, { name, personIds: people }));
  }

  @Allow('assessment.fixed-time.declare')
  @Mutation(() => DeclareFixedTimeResult, {
    description:
      'Declares that a paper gives everybody the same time, with a published reason, or lifts that. Attempts that run keep their time. Refused: FIXED_TIME_REASON_MISSING, COMPONENT_UNKNOWN. The same again changes nothing.',
  })
  async declareFixedTime(
    @Ctx() ctx: RequestContext,
    @Args('input') input: DeclareFixedTimeInput,
  ): Promise<FixedTimeType> {
    const { courseCode, componentKey, reason, reasonWelsh } = input;
    const words = reason === null || reason === undefined ? null : { en: reason, cy: reasonWelsh };
    return FixedTimeType.of(await this.declare.execute(ctx, { courseCode, componentKey, reason: words }));
  }
}
