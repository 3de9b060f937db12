import { AppealReader, type Regrade, type RegradeId, RegradeReader } from '@app/assessment';
import { PeopleReader } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx, Gql, type GraphqlContext } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { peopleLoader } from '../../identity/loaders.js';
import { PersonType, personTypeOf } from '../../identity/person.type.js';
import { Answer } from '../answer.type.js';
import { OfCourseArgs, OfRegradeArgs } from './regrade.input.js';
import {
  RegradeAskedType,
  RegradeConnection,
  RegradeCountsType,
  RegradeDetailType,
  RegradeLineConnection,
  RegradeLineType,
  RegradeType,
} from './regrade.type.js';

/** What is to be seen of regrades: the College counts, a force sees its own people. */
@Resolver(() => RegradeLineType)
export class RegradeDeskResolver {
  constructor(
    private readonly regrades: RegradeReader,
    private readonly appeals: AppealReader,
    private readonly people: PeopleReader,
  ) {}

  @Allow('assessment.regrade.count')
  @Query(() => RegradeConnection, {
    name: 'regrades',
    description: 'The regrades of a course’s items, newest first.',
  })
  async ofCourse(@Args() args: PageArgs, @Args() { courseCode }: OfCourseArgs) {
    const fetch = this.regrades.ofCourse.bind(this.regrades, courseCode);
    return page(args, fetch, (regrade) => RegradeType.of(regrade));
  }

  @Allow('assessment.regrade.count')
  @Query(() => RegradeDetailType, {
    description: 'One regrade with what its list means, counted by force. Counts of one to four are null.',
  })
  async regrade(
    @Args('id', { type: () => ID, description: 'The regrade.' }) id: string,
  ): Promise<RegradeDetailType> {
    const regrade = await this.regrades.byId(idArg<RegradeId>(id, 'id'));
    const { remedy, approval, fallsDigest } = regrade;
    return {
      regrade: RegradeType.of(regrade),
      answer: 'answer' in remedy ? Answer.of(remedy.answer) : null,
      counts: RegradeCountsType.of(await this.regrades.counts(regrade)),
      fallsApproved: approval !== null && approval.fallsDigest === fallsDigest,
    };
  }

  @Allow('assessment.regrade.count')
  @Query(() => [RegradeAskedType], {
    description:
      'The item versions of a course that upheld appeals call faulty and for which no regrade was proposed yet. Never how many ask, nor whose.',
  })
  async regradesAsked(@Args() { courseCode }: OfCourseArgs): Promise<RegradeAskedType[]> {
    return this.appeals.regradesAsked(courseCode);
  }

  @Allow('assessment.regrade.read')
  @Query(() => [RegradeType], {
    description: 'The regrades that change marks of the force’s own people, newest first; at most 100.',
  })
  async forceRegrades(@Ctx() ctx: RequestContext): Promise<RegradeType[]> {
    return (await this.regrades.ofForce(ctx.force)).map((regrade) => RegradeType.of(regrade));
  }

  @Allow('assessment.regrade.read')
  @Query(() => RegradeLineConnection, {
    description: 'The force’s own people whose marks a regrade changes, or would change.',
  })
  async regradeLines(
    @Ctx() ctx: RequestContext,
    @Args() args: PageArgs,
    @Args() { regradeId }: OfRegradeArgs,
  ) {
    const regrade: Regrade = await this.regrades.byId(idArg<RegradeId>(regradeId, 'regradeId'));
    const fetch = this.regrades.linesOf.bind(this.regrades, ctx.force, regrade);
    return page(args, fetch, (line) => RegradeLineType.of(line));
  }

  @ResolveField(() => PersonType, { description: 'Whose mark it is.' })
  async person(@Gql() gql: GraphqlContext, @Parent() line: RegradeLineType): Promise<PersonType> {
    const person = found(await peopleLoader(gql, this.people).load(line.personId));
    return personTypeOf(person, found(gql.ctx).force.forceId);
  }
}
