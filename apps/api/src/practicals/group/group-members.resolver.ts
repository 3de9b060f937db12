import { PeopleReader } from '@app/identity';
import { found } from '@app/platform/refusal/fault.js';
import { type GroupId, GroupReader, type Membership, ownPartsMissing } from '@app/practicals';
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ResponseFileType } from '../../assessment/marking-round/marking-task.type.js';
import { filesOf } from '../../assessment/marking-round/response-files.js';
import { Gql, type GraphqlContext, loaderOf } from '../../edge/graphql-context.js';
import { FileAddresses } from '../../files/file-addresses.js';
import { peopleLoader } from '../../identity/loaders.js';
import { NamedPersonType } from '../named-person.type.js';
import { GroupCaseType, GroupMemberType, GroupPartTextType } from './group.type.js';

const MEMBERS = Symbol('members of groups');

/** Who is in a group, all of a page's in one read. */
@Resolver(() => GroupCaseType)
export class GroupMembersResolver {
  constructor(private readonly reader: GroupReader) {}

  @ResolveField(() => [GroupMemberType], {
    description: 'Who is or was in it, in the order in which they joined.',
  })
  async members(@Gql() gql: GraphqlContext, @Parent() group: GroupCaseType): Promise<GroupMemberType[]> {
    return (await this.all(gql, group)).map((member) => GroupMemberType.of(member));
  }

  @ResolveField(() => Int, {
    description: 'How many of those who are in it have not written their own part yet: never who.',
  })
  async ownPartsMissing(@Gql() gql: GraphqlContext, @Parent() group: GroupCaseType): Promise<number> {
    return ownPartsMissing(group.tasks, await this.all(gql, group));
  }

  private async all(gql: GraphqlContext, { id }: GroupCaseType): Promise<Membership[]> {
    const loader = loaderOf(gql, MEMBERS, (ctx, ids) => this.reader.membersOf(ctx, ids as GroupId[]));
    return (await loader.load(id)) ?? [];
  }
}

/** The name of a member. */
@Resolver(() => GroupMemberType)
export class GroupMemberPersonResolver {
  constructor(private readonly people: PeopleReader) {}

  @ResolveField(() => NamedPersonType, { description: 'Who it is.' })
  async person(
    @Gql() gql: GraphqlContext,
    @Parent() { personId }: GroupMemberType,
  ): Promise<NamedPersonType> {
    return NamedPersonType.of(found(await peopleLoader(gql, this.people).load(personId)));
  }
}

/** The files of what a group writes, for whoever was just given the text. */
@Resolver(() => GroupPartTextType)
export class GroupFilesResolver {
  constructor(private readonly addresses: FileAddresses) {}

  @ResolveField(() => [ResponseFileType], { description: 'The files that were saved with it.' })
  async files(
    @Gql() gql: GraphqlContext,
    @Parent() { fileIds }: GroupPartTextType,
  ): Promise<ResponseFileType[]> {
    return filesOf(this.addresses, gql, fileIds);
  }
}
