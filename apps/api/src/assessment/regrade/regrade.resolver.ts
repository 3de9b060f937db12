import {
  ApplyRegrade,
  ApproveRegrade,
  CancelRegrade,
  DryRunRegrade,
  ProposeRegrade,
  type RegradeId,
  type Remedy,
  readAnswer,
} from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { resultOf } from '../../edge/refused.js';
import {
  ApplyRegradeInput,
  ApproveRegradeInput,
  CancelRegradeInput,
  DryRunRegradeInput,
  ProposeRegradeInput,
} from './regrade.input.js';
import { RegradeType } from './regrade.type.js';

const ProposeRegradeResult = resultOf('ProposeRegrade', RegradeType);
const DryRunRegradeResult = resultOf('DryRunRegrade', RegradeType);
const CancelRegradeResult = resultOf('CancelRegrade', RegradeType);
const ApproveRegradeResult = resultOf('ApproveRegrade', RegradeType);
const ApplyRegradeResult = resultOf('ApplyRegrade', RegradeType);

/** Mending what a faulty item did: the College's doing. */
@Resolver(() => RegradeType)
export class RegradeResolver {
  constructor(
    private readonly propose: ProposeRegrade,
    private readonly dryRun: DryRunRegrade,
    private readonly cancel: CancelRegrade,
    private readonly approve: ApproveRegrade,
    private readonly apply: ApplyRegrade,
  ) {}

  @Allow('assessment.regrade.propose')
  @Mutation(() => ProposeRegradeResult, {
    description:
      'Says that an item version is faulty and begins the dry run, which changes no mark. Refused: REGRADE_REASON_MISSING, REGRADE_ANSWER_UNFIT, REGRADE_ANSWER_RIGHT, REGRADE_AT_WORK. The same proposal again is the one at work.',
  })
  async proposeRegrade(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ProposeRegradeInput,
  ): Promise<RegradeType> {
    const { itemKey, versionNumber, reason } = input;
    const proposal = { itemKey, versionNumber, reason, remedy: remedyOf(input) };
    return RegradeType.of(await this.propose.execute(ctx, proposal));
  }

  @Allow('assessment.regrade.dry-run')
  @Mutation(() => DryRunRegradeResult, {
    description:
      'Looks at every attempt once more, as the next run. Refused: REGRADE_APPLYING, REGRADE_CANCELLED. While a run is under way it is that one.',
  })
  async dryRunRegrade(
    @Ctx() ctx: RequestContext,
    @Args('input') { regradeId }: DryRunRegradeInput,
  ): Promise<RegradeType> {
    return RegradeType.of(
      await this.dryRun.execute(ctx, { regradeId: idArg<RegradeId>(regradeId, 'regradeId') }),
    );
  }

  @Allow('assessment.regrade.cancel')
  @Mutation(() => CancelRegradeResult, {
    description: 'Gives a regrade up, at whatever moment before it is applied. Refused: REGRADE_APPLYING.',
  })
  async cancelRegrade(
    @Ctx() ctx: RequestContext,
    @Args('input') { regradeId }: CancelRegradeInput,
  ): Promise<RegradeType> {
    return RegradeType.of(
      await this.cancel.execute(ctx, { regradeId: idArg<RegradeId>(regradeId, 'regradeId') }),
    );
  }

  @Allow('assessment.regrade.approve')
  @Mutation(() => ApproveRegradeResult, {
    description:
      'Approves exactly the falls below the pass mark of one list. Refused: REGRADE_OWN_APPROVAL, REGRADE_NO_FALLS, REGRADE_NOT_SHOWN, REGRADE_STALE, REGRADE_APPLYING, REGRADE_CANCELLED.',
  })
  async approveRegrade(
    @Ctx() ctx: RequestContext,
    @Args('input') { regradeId, run }: ApproveRegradeInput,
  ): Promise<RegradeType> {
    const which = { regradeId: idArg<RegradeId>(regradeId, 'regradeId'), run };
    return RegradeType.of(await this.approve.execute(ctx, which));
  }

  @Allow('assessment.regrade.apply')
  @Mutation(() => ApplyRegradeResult, {
    description:
      'Applies exactly what the list shows, after checking that it is still true: otherwise nothing is changed and the regrade is STALE. Refused: REGRADE_NOT_APPROVED, REGRADE_NOT_SHOWN, REGRADE_STALE, REGRADE_AT_WORK, REGRADE_APPLYING, REGRADE_CANCELLED.',
  })
  async applyRegrade(
    @Ctx() ctx: RequestContext,
    @Args('input') { regradeId, run, falls }: ApplyRegradeInput,
  ): Promise<RegradeType> {
    const which = { regradeId: idArg<RegradeId>(regradeId, 'regradeId'), run, falls };
    return RegradeType.of(await this.apply.execute(ctx, which));
  }
}

/** The remedy with its answer. An answer too many or too few is BAD_USER_INPUT. */
function remedyOf({ remedy: kind, answer }: ProposeRegradeInput): Remedy {
  if (kind === 'full-marks' || kind === 'drop') {
    if (answer != null)
      throw new Fault('BAD_USER_INPUT', 'That remedy takes no answer: leave it out.', 'answer');
    return { kind };
  }
  if (answer == null)
    throw new Fault('BAD_USER_INPUT', 'Give the answer that is right: the remedy needs it.', 'answer');
  return { kind, answer: readAnswer(answer) };
}
