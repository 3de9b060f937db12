import { type AttemptId, DecideVoid, ProposeVoid, VoidReader } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { resultOf } from '../../edge/refused.js';
import { DecideVoidInput, ProposeVoidInput } from './invigilation.input.js';
import { VoidProposalType } from './invigilation.type.js';

const ProposeVoidResult = resultOf('ProposeVoid', VoidProposalType);
const DecideVoidResult = resultOf('DecideVoid', VoidProposalType);

/** Voiding an attempt: proposed by one, decided by another. */
@Resolver(() => VoidProposalType)
export class VoidResolver {
  constructor(
    private readonly propose: ProposeVoid,
    private readonly decide: DecideVoid,
    private readonly reader: VoidReader,
  ) {}

  @Allow('assessment.void.decide')
  @Query(() => [VoidProposalType], {
    description: 'The force’s proposals that wait for a second person, earliest first; at most 200.',
  })
  async voidProposals(@Ctx() ctx: RequestContext): Promise<VoidProposalType[]> {
    return (await this.reader.waiting(ctx.force)).map((proposal) => VoidProposalType.of(proposal));
  }

  @Allow('assessment.void.propose')
  @Mutation(() => ProposeVoidResult, {
    description:
      'Proposes that an attempt shall not count: by an invigilator of its sitting, or whoever may decide. Refused: VOID_REASON_MISSING, VOID_OWN_PROPOSAL, VOID_PROPOSED, ATTEMPT_VOIDED. The same proposal again is the one that waits.',
  })
  async proposeVoid(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ProposeVoidInput,
  ): Promise<VoidProposalType> {
    const { reason, isMisconduct } = input;
    const attemptId = idArg<AttemptId>(input.attemptId, 'attemptId');
    return VoidProposalType.of(await this.propose.execute(ctx, { attemptId, reason, isMisconduct }));
  }

  @Allow('assessment.void.decide')
  @Mutation(() => DecideVoidResult, {
    description:
      'The second person decides: neither the proposer nor the candidate. Refused: VOID_OWN_PROPOSAL, VOID_NOT_PROPOSED. The same decision again is the same answer.',
  })
  async decideVoid(
    @Ctx() ctx: RequestContext,
    @Args('input') input: DecideVoidInput,
  ): Promise<VoidProposalType> {
    const attemptId = idArg<AttemptId>(input.attemptId, 'attemptId');
    return VoidProposalType.of(await this.decide.execute(ctx, { attemptId, confirm: input.confirm }));
  }
}
