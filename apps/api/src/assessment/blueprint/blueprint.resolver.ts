import {
  BlueprintReader,
  CheckBlueprint,
  RetireItem,
  SamplePaper,
  SetBlueprint,
  type SetBlueprintInput as WantedBlueprint,
} from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { PageArgs, page } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import {
  BlueprintCheckType,
  ItemExposureConnection,
  ItemExposureType,
  ItemRetiredType,
  SampleItemType,
} from './bank-use.type.js';
import { type PolicyInput, type QuotaInput, RetireItemInput, SetBlueprintInput } from './blueprint.input.js';
import { BlueprintType } from './blueprint.type.js';

const SetBlueprintResult = resultOf('SetBlueprint', BlueprintType);
const RetireItemResult = resultOf('RetireItem', ItemRetiredType);

/** What papers draw: the College's work. */
@Resolver()
export class BlueprintResolver {
  constructor(
    private readonly blueprints: BlueprintReader,
    private readonly set: SetBlueprint,
    private readonly check: CheckBlueprint,
    private readonly sample: SamplePaper,
    private readonly retire: RetireItem,
  ) {}

  @Allow('assessment.blueprint.read')
  @Query(() => BlueprintType, { description: 'What the papers of a component draw.' })
  async blueprint(
    @Args('courseCode', { type: () => ID, description: 'The course: `OLH-101`.' }) courseCode: string,
    @Args('componentKey', { type: () => ID, description: 'Which paper of its assessment.' })
    componentKey: string,
  ): Promise<BlueprintType> {
    return BlueprintType.of(found(await this.blueprints.of(courseCode, componentKey)));
  }

  @Allow('assessment.blueprint.set')
  @Query(() => BlueprintCheckType, {
    description:
      'Whether the bank could meet a blueprint, without setting it. `revision` is not looked at. BLUEPRINT_MALFORMED, BLUEPRINT_ITEM_UNKNOWN and COMPONENT_UNKNOWN are errors here, with the code in `extensions.refusal`.',
  })
  async checkBlueprint(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SetBlueprintInput,
  ): Promise<BlueprintCheckType> {
    return BlueprintCheckType.of(await this.check.execute(ctx, wanted(input)));
  }

  @Allow('assessment.paper.sample')
  @Query(() => [SampleItemType], {
    description:
      'A paper as a seed draws it for somebody who has seen nothing. Nobody gets it, and nothing is counted.',
  })
  async samplePaper(
    @Args('courseCode', { type: () => ID, description: 'The course: `OLH-101`.' }) courseCode: string,
    @Args('componentKey', { type: () => ID, description: 'Which paper of its assessment.' })
    componentKey: string,
    @Args('seed', { description: '32 hexadecimal characters: the same seed gives the same paper.' })
    seed: string,
  ): Promise<SampleItemType[]> {
    if (!/^[0-9a-f]{32}$/.test(seed))
      throw new Fault('BAD_USER_INPUT', 'A seed is 32 hexadecimal characters, such as 32 noughts.', 'seed');
    const items = await this.sample.execute({ courseCode, componentKey, seed });
    return items.map((item, index) => SampleItemType.of(item, index));
  }

  @Allow('assessment.blueprint.read')
  @Query(() => ItemExposureConnection, {
    description: 'The paper items of a course by key, each with how often papers have shown it.',
  })
  async itemExposures(
    @Args() args: PageArgs,
    @Args('courseCode', { type: () => ID, description: 'The course: `OLH-101`.' }) courseCode: string,
  ) {
    const fetch = this.blueprints.exposures.bind(this.blueprints, courseCode);
    return page(args, fetch, (row) => ItemExposureType.of(row));
  }

  @Allow('assessment.blueprint.set')
  @Mutation(() => SetBlueprintResult, {
    description:
      'Says what the papers of a component draw. Refused: COMPONENT_UNKNOWN, BLUEPRINT_MALFORMED, BLUEPRINT_ITEM_UNKNOWN, BLUEPRINT_FIXED_UNDRAWABLE, BLUEPRINT_SHORT, BLUEPRINT_UNDECIDED. The same blueprint again changes nothing.',
  })
  async setBlueprint(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SetBlueprintInput,
  ): Promise<BlueprintType> {
    return BlueprintType.of((await this.set.execute(ctx, wanted(input))).blueprint);
  }

  @Allow('assessment.item.retire')
  @Mutation(() => RetireItemResult, {
    description:
      'Takes an item out of the bank for ever. Refused: ITEM_STILL_NEEDED, SHORT_REASON_MALFORMED, ITEM_STATE_REFUSED, BLUEPRINT_UNDECIDED. Retiring again is the same answer.',
  })
  async retireItem(
    @Ctx() ctx: RequestContext,
    @Args('input') { itemKey, evenIfShort }: RetireItemInput,
  ): Promise<ItemRetiredType> {
    return ItemRetiredType.of(await this.retire.execute(ctx, { itemKey, evenIfShort: evenIfShort ?? null }));
  }
}

function wanted(input: SetBlueprintInput): WantedBlueprint {
  const { courseCode, componentKey, count, revision } = input;
  return {
    ...{ courseCode, componentKey, count, revision },
    quotas: input.quotas.map(quotaOf),
    scope: input.scope?.map(({ skillId, maxLevel }) => ({ skillId, maxLevel })),
    fixed: input.fixed ?? undefined,
    exclusions: input.exclusions?.map(({ itemKeys }) => itemKeys),
    policy: input.policy == null ? undefined : policyOf(input.policy),
  };
}

function policyOf({ atDeadline, graceMinutes, release, appealDays }: PolicyInput) {
  return { atDeadline, graceMinutes, release, ...(appealDays == null ? {} : { appealDays }) };
}

function quotaOf({ count, skillId, minLevel, maxLevel, types, tag, difficulty }: QuotaInput) {
  return {
    count,
    ...(skillId == null ? {} : { skillId }),
    ...(minLevel == null ? {} : { minLevel }),
    ...(maxLevel == null ? {} : { maxLevel }),
    ...(types == null ? {} : { types }),
    ...(tag == null ? {} : { tag }),
    ...(difficulty == null ? {} : { difficulty }),
  };
}
