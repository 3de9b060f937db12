import {
  type AppealId,
  AppealReader,
  AskAppeal,
  type AttemptId,
  lastAppealDay,
  WithdrawAppeal,
} from '@app/assessment';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { resultOf } from '../../edge/refused.js';
import { DateScalar } from '../../edge/scalars.js';
import { AttemptType } from '../attempt.type.js';
import { AskAppealInput, WithdrawAppealInput } from './appeal.input.js';
import { AppealType, OwnAppealType } from './appeal.type.js';

const AskAppealResult = resultOf('AskAppeal', AppealType);
const WithdrawAppealResult = resultOf('WithdrawAppeal', AppealType);

/** One's own appeals. */
@Resolver(() => AttemptType)
export class AppealResolver {
  constructor(
    private readonly ask: AskAppeal,
    private readonly withdraw: WithdrawAppeal,
    private readonly reader: AppealReader,
  ) {}

  @Allow('assessment.appeal.ask')
  @Mutation(() => AskAppealResult, {
    description:
      'Asks for the outcome of one’s own attempt to be looked at again. Refused: APPEAL_TOO_EARLY, APPEAL_TOO_LATE, APPEAL_ATTEMPT_VOIDED, APPEAL_WORDS_MISSING, APPEAL_OPEN, APPEAL_DECIDED. The same again is the one that waits.',
  })
  async askAppeal(@Ctx() ctx: RequestContext, @Args('input') input: AskAppealInput): Promise<AppealType> {
    const { kind, statement } = input;
    const attemptId = idArg<AttemptId>(input.attemptId, 'attemptId');
    return AppealType.of(await this.ask.execute(ctx, { attemptId, kind, statement }));
  }

  @Allow('assessment.appeal.withdraw')
  @Mutation(() => WithdrawAppealResult, {
    description: 'Takes one’s own appeal back while nobody has decided. Refused: APPEAL_ENDED.',
  })
  async withdrawAppeal(
    @Ctx() ctx: RequestContext,
    @Args('input') { appealId }: WithdrawAppealInput,
  ): Promise<AppealType> {
    return AppealType.of(
      await this.withdraw.execute(ctx, { appealId: idArg<AppealId>(appealId, 'appealId') }),
    );
  }

  @ResolveField(() => [OwnAppealType], { description: 'One’s appeals about it, newest first.' })
  async appeals(@Ctx() ctx: RequestContext, @Parent() { source }: AttemptType): Promise<OwnAppealType[]> {
    const own = await this.reader.own(ctx, source.id);
    const all: OwnAppealType[] = [];
    for (const appeal of own) {
      const words = await this.reader.wordsOf(ctx.force, appeal.id);
      const { statement = null, reasons = null } = words ?? {};
      all.push({ appeal: AppealType.of(appeal), statement, reasons });
    }
    return all;
  }

  @ResolveField(() => DateScalar, {
    nullable: true,
    description:
      'The last day on which its outcome may be appealed against, included; null before its release.',
  })
  lastAppealDay(@Parent() { source }: AttemptType): CalendarDate | null {
    return lastAppealDay(source);
  }
}
