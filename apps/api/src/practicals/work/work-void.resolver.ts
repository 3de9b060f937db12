import type { RequestContext } from '@app/platform/context/request-context.js';
import { DecideWorkVoid, ProposeWorkVoid, type WorkId, WorkVoidReader } from '@app/practicals';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { resultOf } from '../../edge/refused.js';
import { DecideWorkVoidInput, ProposeWorkVoidInput } from './work.input.js';
import { WorkVoidType } from './work-void.type.js';

const ProposeWorkVoidResult = resultOf('ProposeWorkVoid', WorkVoidType);
const DecideWorkVoidResult = resultOf('DecideWorkVoid', WorkVoidType);

/** Voiding a work: proposed by one training lead, decided by another, neither seeing what was written. */
@Resolver(() => WorkVoidType)
export class WorkVoidResolver {
  constructor(
    private readonly propose: ProposeWorkVoid,
    private readonly decide: DecideWorkVoid,
    private readonly reader: WorkVoidReader,
  ) {}

  @Allow('practicals.work.decide-void')
  @Query(() => [WorkVoidType], {
    description:
      'The force’s proposals about works that wait for a second person, earliest first; at most 200.',
  })
  async workVoids(@Ctx() ctx: RequestContext): Promise<WorkVoidType[]> {
    return (await this.reader.waiting(ctx)).map((proposal) => WorkVoidType.of(proposal));
  }

  @Allow('practicals.work.propose-void')
  @Mutation(() => ProposeWorkVoidResult, {
    description:
      'Proposes that a work shall not count: by whoever may for the whole force, never its author. Refused: WORK_OWN_VOID, WORK_VOID_REASON_MISSING, WORK_VOID_PROPOSED, WORK_NOT_DRAFT. The same proposal again is the one that waits.',
  })
  async proposeWorkVoid(
    @Ctx() ctx: RequestContext,
    @Args('input') { workId, reason }: ProposeWorkVoidInput,
  ): Promise<WorkVoidType> {
    const input = { workId: idArg<WorkId>(workId, 'workId'), reason };
    return WorkVoidType.of(await this.propose.execute(ctx, input));
  }

  @Allow('practicals.work.decide-void')
  @Mutation(() => DecideWorkVoidResult, {
    description:
      'The second person decides: neither the proposer nor the author. Refused: WORK_OWN_VOID, WORK_VOID_NOT_PROPOSED, WORK_NOT_DRAFT. The same decision again is the same answer.',
  })
  async decideWorkVoid(
    @Ctx() ctx: RequestContext,
    @Args('input') { workId, confirm }: DecideWorkVoidInput,
  ): Promise<WorkVoidType> {
    const input = { workId: idArg<WorkId>(workId, 'workId'), confirm };
    return WorkVoidType.of(await this.decide.execute(ctx, input));
  }
}
