import { PeopleReader } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { WorkReader } from '@app/practicals';
import { Args, ArgsType, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx, Gql, type GraphqlContext } from '../../edge/graphql-context.js';
import { PageArgs, page } from '../../edge/paging.js';
import { peopleLoader } from '../../identity/loaders.js';
import { NamedPersonType } from '../named-person.type.js';
import { WorkRecordConnection, WorkRecordType } from './work-record.type.js';

@ArgsType()
class WorkRecordArgs extends PageArgs {
  @Field(() => ID, { description: 'The course: `PRO-310`.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component of its assessment.' })
  componentKey!: string;
}

/** The works of a force, for its training leads. */
@Resolver(() => WorkRecordType)
export class WorkRecordResolver {
  constructor(
    private readonly works: WorkReader,
    private readonly people: PeopleReader,
  ) {}

  @Allow('practicals.work.read')
  @Query(() => WorkRecordConnection, {
    description: 'The force’s works at a component, newest first, without what was written.',
  })
  async workRecords(
    @Ctx() ctx: RequestContext,
    @Args() { courseCode, componentKey, ...args }: WorkRecordArgs,
  ) {
    const fetch = this.works.forcePage.bind(this.works, ctx, { courseCode, componentKey });
    return page(args, fetch, (work) => WorkRecordType.of(work));
  }

  @ResolveField(() => NamedPersonType, {
    nullable: true,
    description: 'Whose it is; null when the force holds them no more.',
  })
  async person(
    @Gql() gql: GraphqlContext,
    @Parent() { personId }: WorkRecordType,
  ): Promise<NamedPersonType | null> {
    const person = await peopleLoader(gql, this.people).load(personId);
    return person === null ? null : NamedPersonType.of(person);
  }
}
