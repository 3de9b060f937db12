import { AcceptMarks, ModerateResponse, ReleaseMarks, RoundReader, WithdrawMark } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Done } from '../../edge/done.type.js';
import { Ctx, Gql, type GraphqlContext } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import { FileAddresses } from '../../files/file-addresses.js';
import { RoundAgreementType } from './agreement.type.js';
import { InRoundArgs, ResponseInReviewConnection, ResponseInReviewType } from './marked-response.type.js';
import {
  AcceptMarksInput,
  ModerateResponseInput,
  ReleaseMarksInput,
  WithdrawMarkInput,
} from './marking.input.js';
import { MarkingRoundType } from './marking-round.type.js';
import { ResponseFileType } from './marking-task.type.js';
import { filesOf } from './response-files.js';

const ModerateResponseResult = resultOf('ModerateResponse', Done);
const AcceptMarksResult = resultOf('AcceptMarks', MarkingRoundType);
const ReleaseMarksResult = resultOf('ReleaseMarks', MarkingRoundType);
const WithdrawMarkResult = resultOf('WithdrawMark', Done);

/** What a moderator sees and decides. */
@Resolver(() => ResponseInReviewType)
export class ModerationResolver {
  constructor(
    private readonly rounds: RoundReader,
    private readonly moderate: ModerateResponse,
    private readonly accept: AcceptMarks,
    private readonly release: ReleaseMarks,
    private readonly withdraw: WithdrawMark,
    private readonly addresses: FileAddresses,
  ) {}

  @Allow('assessment.response.moderate')
  @Query(() => ResponseInReviewConnection, {
    description:
      'A round’s responses in a state, with every mark; without those that the caller marked, and without anybody in the caller’s line.',
  })
  async responsesInRound(
    @Ctx() ctx: RequestContext,
    @Args() args: PageArgs,
    @Args() { roundId, state }: InRoundArgs,
  ) {
    const round = await this.rounds.byId(ctx, idArg(roundId, 'roundId'));
    const fetch = this.rounds.responsesOf.bind(this.rounds, ctx, { round, state });
    return page(args, fetch, (response) => ResponseInReviewType.of(response));
  }

  @Allow('assessment.response.moderate')
  @Query(() => RoundAgreementType, {
    description: 'How far a round’s markers agree, and how severe each is.',
  })
  async roundAgreement(
    @Ctx() ctx: RequestContext,
    @Args('roundId', { type: () => ID, description: 'The round.' }) roundId: string,
  ): Promise<RoundAgreementType> {
    const round = await this.rounds.byId(ctx, idArg(roundId, 'roundId'));
    return RoundAgreementType.of(await this.rounds.agreement(ctx, round));
  }

  @Allow('assessment.response.moderate')
  @Mutation(() => ModerateResponseResult, {
    description:
      'Sets the final mark. Refused: RESPONSE_NOT_MARKED_YET, MODERATOR_MARKED, MARKER_CONFLICT, CRITERION_UNKNOWN, CRITERION_MISSING, CRITERION_TWICE, POINTS_OUT_OF_RANGE, COMMENT_TOO_LONG, RESPONSE_RELEASED.',
  })
  async moderateResponse(
    @Ctx() ctx: RequestContext,
    @Args('input') { responseId, criteria, comment }: ModerateResponseInput,
  ): Promise<Done> {
    await this.moderate.execute(ctx, { responseId: idArg(responseId, 'responseId'), criteria, comment });
    return { ok: true };
  }

  @Allow('assessment.marks.accept')
  @Mutation(() => AcceptMarksResult, {
    description:
      'Accepts every two marks that agree, as their mean. What the caller marked waits for another.',
  })
  async acceptMarks(
    @Ctx() ctx: RequestContext,
    @Args('input') { roundId }: AcceptMarksInput,
  ): Promise<MarkingRoundType> {
    return MarkingRoundType.of(await this.accept.execute(ctx, { roundId: idArg(roundId, 'roundId') }));
  }

  @Allow('assessment.marks.release')
  @Mutation(() => ReleaseMarksResult, {
    description: 'Lets candidates know every mark of a round that is ready. With none ready nothing happens.',
  })
  async releaseMarks(
    @Ctx() ctx: RequestContext,
    @Args('input') { roundId }: ReleaseMarksInput,
  ): Promise<MarkingRoundType> {
    return MarkingRoundType.of(await this.release.execute(ctx, { roundId: idArg(roundId, 'roundId') }));
  }

  @Allow('assessment.mark.withdraw')
  @Mutation(() => WithdrawMarkResult, {
    description:
      'Takes a provisional mark back, so that its marker marks anew: one’s own, or, for a moderator, any of the force’s candidates. Refused: MARKING_REASON_MISSING, MARK_IN_REVIEW, RESPONSE_RELEASED.',
  })
  async withdrawMark(
    @Ctx() ctx: RequestContext,
    @Args('input') { markId, reason }: WithdrawMarkInput,
  ): Promise<Done> {
    await this.withdraw.execute(ctx, { markId: idArg(markId, 'markId'), reason });
    return { ok: true };
  }

  @ResolveField(() => [ResponseFileType], { description: 'The files that were handed in, in their order.' })
  async files(
    @Gql() gql: GraphqlContext,
    @Parent() response: ResponseInReviewType,
  ): Promise<ResponseFileType[]> {
    return filesOf(this.addresses, gql, response.fileIds);
  }
}
