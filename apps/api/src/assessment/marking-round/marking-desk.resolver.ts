import { HandOnResponse, MarkingDesk, MarkResponse, SkipResponse, TakeNextResponse } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx, Gql, type GraphqlContext } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import { FileAddresses } from '../../files/file-addresses.js';
import { HandOnResponseInput, MarkResponseInput, SkipResponseInput } from './marking.input.js';
import {
  MarkingDeskType,
  MarkingTaskConnection,
  MarkingTaskType,
  ResponseFileType,
} from './marking-task.type.js';
import { filesOf } from './response-files.js';

const TakeNextResponseResult = resultOf('TakeNextResponse', MarkingDeskType);
const MarkResponseResult = resultOf('MarkResponse', MarkingTaskType);
const SkipResponseResult = resultOf('SkipResponse', MarkingDeskType);
const HandOnResponseResult = resultOf('HandOnResponse', MarkingDeskType);

/** A marker’s own desk. Nothing here takes the id of a response, a candidate or another marker. */
@Resolver(() => MarkingTaskType)
export class MarkingDeskResolver {
  constructor(
    private readonly desk: MarkingDesk,
    private readonly takeNext: TakeNextResponse,
    private readonly mark: MarkResponse,
    private readonly skip: SkipResponse,
    private readonly handOn: HandOnResponse,
    private readonly addresses: FileAddresses,
  ) {}

  @Allow('assessment.response.mark')
  @Query(() => MarkingDeskType, { description: 'How much lies on the caller’s desk.' })
  async myMarkingDesk(@Ctx() ctx: RequestContext): Promise<MarkingDeskType> {
    return MarkingDeskType.of(await this.desk.count(ctx), null);
  }

  @Allow('assessment.response.mark')
  @Query(() => MarkingTaskConnection, {
    description: 'What is allocated to the caller, in the order of allocation.',
  })
  async myMarkingTasks(
    @Ctx() ctx: RequestContext,
    @Args() args: PageArgs,
    @Args('isMarked', {
      type: () => Boolean,
      nullable: true,
      description: 'Only marked, or only unmarked, ones.',
    })
    isMarked?: boolean | null,
  ) {
    const fetch = this.desk.page.bind(this.desk, ctx, { isMarked: isMarked ?? null });
    return page(args, fetch, (task) => MarkingTaskType.of(task));
  }

  @Allow('assessment.response.mark')
  @Query(() => MarkingTaskType, { description: 'One response on the caller’s desk.' })
  async markingTask(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The task.' }) id: string,
  ): Promise<MarkingTaskType> {
    return MarkingTaskType.of(await this.desk.task(ctx, idArg(id, 'id')));
  }

  @Allow('assessment.response.take-next')
  @Mutation(() => TakeNextResponseResult, {
    description:
      'Opens the next response on the caller’s desk: item by item, skipped ones last. Until it is marked, the same one again; `task` null when nothing is left.',
  })
  async takeNextResponse(@Ctx() ctx: RequestContext): Promise<MarkingDeskType> {
    const taskId = await this.takeNext.execute(ctx);
    const task = taskId === null ? null : await this.desk.task(ctx, taskId);
    return MarkingDeskType.of(await this.desk.count(ctx), task);
  }

  @Allow('assessment.response.mark')
  @Mutation(() => MarkResponseResult, {
    description:
      'Gives a provisional mark. Refused: CRITERION_UNKNOWN, CRITERION_MISSING, CRITERION_TWICE, POINTS_OUT_OF_RANGE, COMMENT_TOO_LONG, MARK_GIVEN, MARKER_CONFLICT, ASSESSOR_NOT_IN_DATE, ASSESSOR_ROLE_ENDED, TASK_ENDED, RESPONSE_RELEASED. The same mark again is the same answer.',
  })
  async markResponse(
    @Ctx() ctx: RequestContext,
    @Args('input') { taskId, criteria, comment }: MarkResponseInput,
  ): Promise<MarkingTaskType> {
    const marked = await this.mark.execute(ctx, { taskId: idArg(taskId, 'taskId'), criteria, comment });
    return MarkingTaskType.of(await this.desk.task(ctx, marked));
  }

  @Allow('assessment.response.skip')
  @Mutation(() => SkipResponseResult, {
    description: 'Puts a response off until after all others. Refused: MARK_GIVEN, TASK_ENDED.',
  })
  async skipResponse(
    @Ctx() ctx: RequestContext,
    @Args('input') { taskId }: SkipResponseInput,
  ): Promise<MarkingDeskType> {
    await this.skip.execute(ctx, { taskId: idArg(taskId, 'taskId') });
    return MarkingDeskType.of(await this.desk.count(ctx), null);
  }

  @Allow('assessment.response.hand-on')
  @Mutation(() => HandOnResponseResult, {
    description:
      'Gives a response back for somebody else to mark. Refused: MARKING_REASON_MISSING, MARK_GIVEN.',
  })
  async handOnResponse(
    @Ctx() ctx: RequestContext,
    @Args('input') { taskId, reason }: HandOnResponseInput,
  ): Promise<MarkingDeskType> {
    await this.handOn.execute(ctx, { taskId: idArg(taskId, 'taskId'), reason });
    return MarkingDeskType.of(await this.desk.count(ctx), null);
  }

  @ResolveField(() => [ResponseFileType], { description: 'The files that were handed in, in their order.' })
  async files(@Gql() gql: GraphqlContext, @Parent() task: MarkingTaskType): Promise<ResponseFileType[]> {
    return filesOf(this.addresses, gql, task.fileIds);
  }
}
