import { BorderlineReader, type PanelId, PassMarkReader, SetPassMark } from '@app/assessment';
import { PeopleReader } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx, Gql, type GraphqlContext } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { resultOf } from '../../edge/refused.js';
import { peopleLoader } from '../../identity/loaders.js';
import { PersonType, personTypeOf } from '../../identity/person.type.js';
import { BorderlineAttemptType, BorderlineCountsType } from './borderline.type.js';
import { OfComponentArgs, SetPassMarkInput } from './pass-mark.input.js';
import { PassMarkType } from './pass-mark.type.js';

const SetPassMarkResult = resultOf('SetPassMark', PassMarkType);

/** Pass marks that panels led to, and who came near them. */
@Resolver(() => BorderlineAttemptType)
export class PassMarkResolver {
  constructor(
    private readonly decide: SetPassMark,
    private readonly marks: PassMarkReader,
    private readonly borderlines: BorderlineReader,
    private readonly people: PeopleReader,
  ) {}

  @Allow('assessment.panel.read')
  @Query(() => [PassMarkType], {
    description: 'The pass marks of a component, newest first. Empty: the course version says it.',
  })
  async passMarks(@Args() { courseCode, componentKey }: OfComponentArgs): Promise<PassMarkType[]> {
    const history = await this.marks.history(courseCode, componentKey);
    return history.map((passMark) => PassMarkType.of(passMark));
  }

  @Allow('assessment.borderline.count')
  @Query(() => BorderlineCountsType, {
    nullable: true,
    description:
      'Who ended within one standard error of the present pass mark, counted by force; null without one.',
  })
  async borderlineCounts(
    @Args() { courseCode, componentKey }: OfComponentArgs,
  ): Promise<BorderlineCountsType | null> {
    const counts = await this.borderlines.counts(courseCode, componentKey);
    return counts === null ? null : BorderlineCountsType.of(counts);
  }

  @Allow('assessment.borderline.read')
  @Query(() => [BorderlineAttemptType], {
    description:
      'The force’s own people who ended within one standard error of the present pass mark; at most 500.',
  })
  async borderline(
    @Ctx() ctx: RequestContext,
    @Args() { courseCode, componentKey }: OfComponentArgs,
  ): Promise<BorderlineAttemptType[]> {
    const attempts = await this.borderlines.ofForce(ctx.force, courseCode, componentKey);
    return attempts.map((attempt) => BorderlineAttemptType.of(attempt));
  }

  @Allow('assessment.pass-mark.set')
  @Mutation(() => SetPassMarkResult, {
    description:
      'Decides the pass mark that a panel leads to; attempts started from now on are held to it. Refused: PANEL_NOT_CLOSED, PASS_MARK_JUDGED, PASS_MARK_STEPS, PASS_MARK_REASON_MISSING, PASS_MARK_OUT_OF_RANGE. The same again is the same answer.',
  })
  async setPassMark(
    @Ctx() ctx: RequestContext,
    @Args('input') { panelId, steps, reason }: SetPassMarkInput,
  ): Promise<PassMarkType> {
    const decision = { panelId: idArg<PanelId>(panelId, 'panelId'), steps, reason };
    return PassMarkType.of(await this.decide.execute(ctx, decision));
  }

  @ResolveField(() => PersonType, { description: 'Whose it is.' })
  async person(@Gql() gql: GraphqlContext, @Parent() attempt: BorderlineAttemptType): Promise<PersonType> {
    const person = found(await peopleLoader(gql, this.people).load(attempt.personId));
    return personTypeOf(person, found(gql.ctx).force.forceId);
  }
}
