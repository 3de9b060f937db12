import type { RequestContext } from '@app/platform/context/request-context.js';
import {
  type GroupId,
  GroupReader,
  JoinGroup,
  LeaveGroup,
  SaveGroupPart,
  SubmitGroup,
  TakeUpGroupPart,
} from '@app/practicals';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import {
  JoinGroupInput,
  LeaveGroupInput,
  SaveGroupPartInput,
  SubmitGroupInput,
  TakeUpGroupPartInput,
} from './group.input.js';
import { GroupPartSavedType, MyGroupConnection, MyGroupType, TakenUpGroupPartType } from './group.type.js';

const JoinGroupResult = resultOf('JoinGroup', MyGroupType);
const LeaveGroupResult = resultOf('LeaveGroup', MyGroupType);
const TakeUpGroupPartResult = resultOf('TakeUpGroupPart', TakenUpGroupPartType);
const SaveGroupPartResult = resultOf('SaveGroupPart', GroupPartSavedType);
const SubmitGroupResult = resultOf('SubmitGroup', MyGroupType);

/** One's own groups. Nobody else's is ever read or written through these, nor what a fellow member wrote alone. */
@Resolver(() => MyGroupType)
export class GroupResolver {
  constructor(
    private readonly reader: GroupReader,
    private readonly join: JoinGroup,
    private readonly leave: LeaveGroup,
    private readonly takeUp: TakeUpGroupPart,
    private readonly save: SaveGroupPart,
    private readonly submit: SubmitGroup,
  ) {}

  @Allow('practicals.group.read-own')
  @Query(() => MyGroupConnection, { description: 'Groups that the caller is or was in, newest first.' })
  async myGroups(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    return page(args, this.reader.ownPage.bind(this.reader, ctx), (own) => MyGroupType.of(own));
  }

  @Allow('practicals.group.read-own')
  @Query(() => MyGroupType, { description: 'One group that the caller is or was in.' })
  async myGroup(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The group.' }) id: string,
  ): Promise<MyGroupType> {
    return this.own(ctx, idArg(id, 'id'));
  }

  @Allow('practicals.group.join')
  @Mutation(() => JoinGroupResult, {
    description:
      'Joins a group of one’s own force by its code, or comes back to it. Refused: GROUP_NOT_ENROLLED, GROUP_IN_ANOTHER, GROUP_ALREADY_PASSED, GROUP_ATTEMPTS_USED, GROUP_COOLING_DOWN, GROUP_FULL, GROUP_REMOVED, GROUP_SUBMITTED. Again is the same answer.',
  })
  async joinGroup(@Ctx() ctx: RequestContext, @Args('input') input: JoinGroupInput): Promise<MyGroupType> {
    return this.own(ctx, (await this.join.execute(ctx, { joinCode: input.joinCode })).id);
  }

  @Allow('practicals.group.leave')
  @Mutation(() => LeaveGroupResult, {
    description:
      'Leaves one’s own group before it is handed in: not marked, and no fail. Refused: GROUP_SUBMITTED, GROUP_NOT_A_MEMBER. Again is the same answer.',
  })
  async leaveGroup(@Ctx() ctx: RequestContext, @Args('input') input: LeaveGroupInput): Promise<MyGroupType> {
    const groupId = idArg<GroupId>(input.groupId, 'groupId');
    return this.own(ctx, (await this.leave.execute(ctx, { groupId })).id);
  }

  @Allow('practicals.group.write')
  @Mutation(() => TakeUpGroupPartResult, {
    description:
      'Takes up, in this window, what all write together or one’s own: any other that had it writes no more. Refused: GROUP_SUBMITTED, GROUP_NOT_A_MEMBER.',
  })
  async takeUpGroupPart(
    @Ctx() ctx: RequestContext,
    @Args('input') { groupId, shared }: TakeUpGroupPartInput,
  ): Promise<TakenUpGroupPartType> {
    const part = { groupId: idArg<GroupId>(groupId, 'groupId'), shared };
    return TakenUpGroupPartType.of(await this.takeUp.execute(ctx, part));
  }

  @Allow('practicals.group.write')
  @Mutation(() => SaveGroupPartResult, {
    description:
      'Saves the whole part, or nothing of it. Acknowledged only when it is on disk. Refused: GROUP_SUBMITTED, GROUP_NOT_A_MEMBER, GROUP_OTHER_WRITER, GROUP_OLD_SEQUENCE, GROUP_PART_UNKNOWN. The same again is the same acknowledgement.',
  })
  async saveGroupPart(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SaveGroupPartInput,
  ): Promise<GroupPartSavedType> {
    const { shared, writer, sequence, parts } = input;
    const groupId = idArg<GroupId>(input.groupId, 'groupId');
    const saved = await this.save.execute(ctx, { groupId, shared, writer, sequence, parts });
    return Object.assign(new GroupPartSavedType(), saved);
  }

  @Allow('practicals.group.submit')
  @Mutation(() => SubmitGroupResult, {
    description:
      'Hands the case in for everybody who is in the group: to markers, or, where nothing is graded, it is done. Refused: GROUP_SHARED_EMPTY, GROUP_OWN_EMPTY, GROUP_TOO_SMALL, GROUP_NOT_ENROLLED, GROUP_NOT_A_MEMBER. Again is the same answer.',
  })
  async submitGroup(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SubmitGroupInput,
  ): Promise<MyGroupType> {
    const groupId = idArg<GroupId>(input.groupId, 'groupId');
    return this.own(ctx, (await this.submit.execute(ctx, { groupId })).id);
  }

  private async own(ctx: RequestContext, id: GroupId): Promise<MyGroupType> {
    return MyGroupType.of(await this.reader.ownById(ctx, id));
  }
}
