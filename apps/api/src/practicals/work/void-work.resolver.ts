import type { RequestContext } from '@app/platform/context/request-context.js';
import { VoidWork, type WorkId } from '@app/practicals';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { resultOf } from '../../edge/refused.js';
import { VoidWorkInput } from './work.input.js';
import { WorkVoidedType } from './work.type.js';

const VoidWorkResult = resultOf('VoidWork', WorkVoidedType);

/** What a training lead decides about somebody's work, without seeing what was written. */
@Resolver()
export class VoidWorkResolver {
  constructor(private readonly voids: VoidWork) {}

  @Allow('practicals.work.void')
  @Mutation(() => VoidWorkResult, {
    description:
      'Says that a work does not count: by whoever may for the whole force, never its author. Refused: WORK_OWN_VOID, WORK_VOID_REASON_MISSING, WORK_NOT_DRAFT. Voided again is the same answer.',
  })
  async voidWork(@Ctx() ctx: RequestContext, @Args('input') input: VoidWorkInput): Promise<WorkVoidedType> {
    const workId = idArg<WorkId>(input.workId, 'workId');
    return WorkVoidedType.of(await this.voids.execute(ctx, { workId, reason: input.reason }));
  }
}
