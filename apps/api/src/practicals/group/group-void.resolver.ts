import { PeopleReader } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { DecideGroupVoid, type GroupId, GroupReader, ProposeGroupVoid } from '@app/practicals';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx, Gql, type GraphqlContext } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { resultOf } from '../../edge/refused.js';
import { peopleLoader } from '../../identity/loaders.js';
import { NamedPersonType } from '../named-person.type.js';
import { DecideGroupVoidInput, ProposeGroupVoidInput } from './group.input.js';
import { GroupVoidType } from './group-void.type.js';

const ProposeGroupVoidResult = resultOf('ProposeGroupVoid', GroupVoidType);
const DecideGroupVoidResult = resultOf('DecideGroupVoid', GroupVoidType);

/** Voiding what one member of a group handed in: proposed by one, decided by another. */
@Resolver(() => GroupVoidType)
export class GroupVoidResolver {
  constructor(
    private readonly propose: ProposeGroupVoid,
    private readonly decide: DecideGroupVoid,
    private readonly reader: GroupReader,
    private readonly people: PeopleReader,
  ) {}

  @Allow('practicals.group-void.decide')
  @Query(() => [GroupVoidType], {
    description: 'The force’s proposals that wait for a second person, earliest first; at most 200.',
  })
  async groupVoidProposals(@Ctx() ctx: RequestContext): Promise<GroupVoidType[]> {
    return (await this.reader.proposals(ctx)).map((membership) => GroupVoidType.of(membership));
  }

  @Allow('practicals.group-void.propose')
  @Mutation(() => ProposeGroupVoidResult, {
    description:
      'Proposes that what one member handed in shall not count; the others’ does. By whoever may for the whole force, and is not in the group. Refused: GROUP_OWN_VOID, GROUP_NOT_SUBMITTED, GROUP_VOID_REASON_MISSING, GROUP_VOID_PROPOSED. The same again is the one that waits.',
  })
  async proposeGroupVoid(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ProposeGroupVoidInput,
  ): Promise<GroupVoidType> {
    const { reason } = input;
    return GroupVoidType.of(await this.propose.execute(ctx, { ...memberIn(input), reason }));
  }

  @Allow('practicals.group-void.decide')
  @Mutation(() => DecideGroupVoidResult, {
    description:
      'The second person decides: neither the proposer nor anybody of the group. Refused: GROUP_OWN_VOID, GROUP_VOID_NOT_PROPOSED. The same decision again is the same answer.',
  })
  async decideGroupVoid(
    @Ctx() ctx: RequestContext,
    @Args('input') input: DecideGroupVoidInput,
  ): Promise<GroupVoidType> {
    const { confirm } = input;
    return GroupVoidType.of(await this.decide.execute(ctx, { ...memberIn(input), confirm }));
  }

  @ResolveField(() => NamedPersonType, { description: 'Which member.' })
  async person(@Gql() gql: GraphqlContext, @Parent() { personId }: GroupVoidType): Promise<NamedPersonType> {
    return NamedPersonType.of(found(await peopleLoader(gql, this.people).load(personId)));
  }
}

function memberIn(input: { groupId: string; personId: string }): { groupId: GroupId; personId: PersonId } {
  return { groupId: idArg(input.groupId, 'groupId'), personId: idArg(input.personId, 'personId') };
}
