import { SaveAnswer } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { resultOf } from '../edge/refused.js';
import { AnswerSaved, SaveAnswerInput } from './answer.type.js';

const SaveAnswerResult = resultOf('SaveAnswer', AnswerSaved);

/** The hot path, alone in its file: token, one conditional update, two scalars back. */
@Resolver()
export class AnswerResolver {
  constructor(private readonly saves: SaveAnswer) {}

  @Allow('assessment.attempt.answer', { tokenOnly: true })
  @Mutation(() => SaveAnswerResult, {
    description:
      'Saves one answer of one’s own running attempt. Acknowledged only when it is on disk. Refused: ATTEMPT_OVER, ATTEMPT_SUBMITTED, OTHER_WRITER, ITEM_NOT_IN_PAPER, OLD_SEQUENCE, HISTORY_FULL, ON_REST, ATTEMPT_SUSPENDED, ATTEMPT_VOIDED, ITEM_LOCKED. Send the same again when no answer came: it is the same acknowledgement.',
  })
  saveAnswer(@Ctx() ctx: RequestContext, @Args('input') input: SaveAnswerInput): Promise<AnswerSaved> {
    return this.saves.execute(ctx, {
      attemptId: idArg(input.attemptId, 'attemptId'),
      itemId: idArg(input.itemId, 'itemId'),
      writer: input.writer,
      sequence: input.sequence,
      answer: input.answer,
      clientTime: input.clientTime,
    });
  }
}
