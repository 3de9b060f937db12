import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { FormGroup, type GroupId, GroupReader, RemoveGroupMember } from '@app/practicals';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import { FormGroupInput, RemoveGroupMemberInput } from './group.input.js';
import { GroupCaseConnection, GroupCaseType } from './group.type.js';

const FormGroupResult = resultOf('FormGroup', GroupCaseType);
const RemoveGroupMemberResult = resultOf('RemoveGroupMember', GroupCaseType);

/** What a training lead does with groups, without seeing what they write or get. */
@Resolver(() => GroupCaseType)
export class GroupLeadResolver {
  constructor(
    private readonly reader: GroupReader,
    private readonly form: FormGroup,
    private readonly remove: RemoveGroupMember,
  ) {}

  @Allow('practicals.group.read')
  @Query(() => GroupCaseConnection, {
    description:
      'Groups, newest first: all of the force for who leads it, else those that the caller formed.',
  })
  async groupCases(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    return page(args, this.reader.ledPage.bind(this.reader, ctx), (group) => GroupCaseType.of(group));
  }

  @Allow('practicals.group.read')
  @Query(() => GroupCaseType, { description: 'One of these groups.' })
  async groupCase(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The group.' }) id: string,
  ): Promise<GroupCaseType> {
    return GroupCaseType.of(await this.reader.ledById(ctx, idArg(id, 'id')));
  }

  @Allow('practicals.group.form')
  @Mutation(() => FormGroupResult, {
    description:
      'Forms a group of people whom the caller leads, all or none. Refused: GROUP_NOT_ENROLLED, GROUP_IN_ANOTHER, GROUP_ALREADY_PASSED, GROUP_ATTEMPTS_USED, GROUP_COOLING_DOWN, GROUP_FULL. The same people again are the same group.',
  })
  async formGroup(@Ctx() ctx: RequestContext, @Args('input') input: FormGroupInput): Promise<GroupCaseType> {
    const { courseCode, componentKey } = input;
    const personIds = input.personIds.map((id) => idArg<PersonId>(id, 'personIds'));
    return GroupCaseType.of(await this.form.execute(ctx, { courseCode, componentKey, personIds }));
  }

  @Allow('practicals.group.remove-member')
  @Mutation(() => RemoveGroupMemberResult, {
    description:
      'Takes somebody out of a group before it is handed in: not marked, and no fail. Refused: GROUP_SUBMITTED, GROUP_NOT_A_MEMBER. Again is the same answer.',
  })
  async removeGroupMember(
    @Ctx() ctx: RequestContext,
    @Args('input') input: RemoveGroupMemberInput,
  ): Promise<GroupCaseType> {
    const groupId = idArg<GroupId>(input.groupId, 'groupId');
    const personId = idArg<PersonId>(input.personId, 'personId');
    return GroupCaseType.of(await this.remove.execute(ctx, { groupId, personId, why: input.why }));
  }
}
