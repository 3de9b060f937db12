import type { RequestContext } from '@app/platform/context/request-context.js';
import { SaveWork, StartWork, SubmitWork, WithdrawWork, type WorkId, WorkReader } from '@app/practicals';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import { SaveWorkInput, StartWorkInput, SubmitWorkInput, WithdrawWorkInput } from './work.input.js';
import { WorkConnection, WorkSavedType, WorkType } from './work.type.js';

const StartWorkResult = resultOf('StartWork', WorkType);
const SaveWorkResult = resultOf('SaveWork', WorkSavedType);
const SubmitWorkResult = resultOf('SubmitWork', WorkType);
const WithdrawWorkResult = resultOf('WithdrawWork', WorkType);

/** One's own works. Nobody else's is ever read or written through these. */
@Resolver(() => WorkType)
export class WorkResolver {
  constructor(
    private readonly reader: WorkReader,
    private readonly start: StartWork,
    private readonly save: SaveWork,
    private readonly submit: SubmitWork,
    private readonly withdraw: WithdrawWork,
  ) {}

  @Allow('practicals.work.read-own')
  @Query(() => WorkConnection, { description: 'The caller’s own works in this force, newest first.' })
  async myWorks(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    return page(args, this.reader.ownPage.bind(this.reader, ctx), (work) => WorkType.of(work));
  }

  @Allow('practicals.work.read-own')
  @Query(() => WorkType, { description: 'One of the caller’s own works.' })
  async work(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The work.' }) id: string,
  ): Promise<WorkType> {
    return WorkType.of(await this.reader.ownById(ctx, idArg<WorkId>(id, 'id')));
  }

  @Allow('practicals.work.write')
  @Mutation(() => StartWorkResult, {
    description:
      'Begins a work, or takes the draft up in this window: any other that had it writes no more. Refused: WORK_NOT_ENROLLED, WORK_ALREADY_PASSED, WORK_WAITING, WORK_ATTEMPTS_USED, WORK_COOLING_DOWN.',
  })
  async startWork(@Ctx() ctx: RequestContext, @Args('input') input: StartWorkInput): Promise<WorkType> {
    const { courseCode, componentKey } = input;
    return WorkType.of(await this.start.execute(ctx, { courseCode, componentKey }));
  }

  @Allow('practicals.work.write')
  @Mutation(() => SaveWorkResult, {
    description:
      'Saves the whole draft, or nothing of it. Acknowledged only when it is on disk. Refused: WORK_NOT_DRAFT, WORK_OTHER_WRITER, WORK_OLD_SEQUENCE, WORK_PART_UNKNOWN. The same again is the same acknowledgement.',
  })
  async saveWork(@Ctx() ctx: RequestContext, @Args('input') input: SaveWorkInput): Promise<WorkSavedType> {
    const { writer, sequence, parts } = input;
    const workId = idArg<WorkId>(input.workId, 'workId');
    const saved = await this.save.execute(ctx, { workId, writer, sequence, parts });
    return Object.assign(new WorkSavedType(), saved);
  }

  @Allow('practicals.work.submit')
  @Mutation(() => SubmitWorkResult, {
    description:
      'Hands a draft in: to markers, or, where nothing is graded, it is done. Refused: WORK_PART_EMPTY, WORK_NOT_DRAFT, WORK_NOT_ENROLLED, WORK_ALREADY_PASSED, WORK_WAITING, WORK_ATTEMPTS_USED, WORK_COOLING_DOWN. Handed in again is the same answer.',
  })
  async submitWork(@Ctx() ctx: RequestContext, @Args('input') input: SubmitWorkInput): Promise<WorkType> {
    const workId = idArg<WorkId>(input.workId, 'workId');
    return WorkType.of(await this.submit.execute(ctx, { workId }));
  }

  @Allow('practicals.work.withdraw')
  @Mutation(() => WithdrawWorkResult, {
    description:
      'Takes one’s own work back before it has a mark; a go that was handed in is used up all the same. Refused: WORK_HAS_MARK, WORK_NOT_DRAFT. Taken back again is the same answer.',
  })
  async withdrawWork(@Ctx() ctx: RequestContext, @Args('input') input: WithdrawWorkInput): Promise<WorkType> {
    const workId = idArg<WorkId>(input.workId, 'workId');
    return WorkType.of(await this.withdraw.execute(ctx, { workId }));
  }
}
