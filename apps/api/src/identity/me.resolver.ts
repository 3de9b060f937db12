import { ChangeLanguage, ForceReader, PeopleReader } from '@app/identity';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx, Gql, type GraphqlContext } from '../edge/graphql-context.js';
import { ForceType, forceTypeOf } from './force.type.js';
import { peopleLoader } from './loaders.js';
import { PersonType, personTypeOf } from './person.type.js';
import { ChangeLanguageResult } from './results.js';
import { ChangeLanguageInput, MeType, meOf } from './session.type.js';

@Resolver(() => MeType)
export class MeResolver {
  constructor(
    private readonly people: PeopleReader,
    private readonly forces: ForceReader,
    private readonly language: ChangeLanguage,
  ) {}

  @Allow('signed-in')
  @Query(() => MeType, { description: 'Whoever signed in.' })
  me(@Ctx() ctx: RequestContext): MeType {
    return meOf(ctx);
  }

  @ResolveField(() => PersonType, { description: 'The person.' })
  async person(@Ctx() ctx: RequestContext, @Gql() gql: GraphqlContext) {
    const id = found(actingPerson(ctx));
    return personTypeOf(found(await peopleLoader(gql, this.people).load(id)), ctx.force.forceId);
  }

  @ResolveField(() => ForceType, { description: 'The force of the session.' })
  async force(@Ctx() ctx: RequestContext) {
    return forceTypeOf(found(await this.forces.byId(ctx.force.forceId)));
  }

  @Allow('identity.person.change-language')
  @Mutation(() => ChangeLanguageResult, {
    description: 'Changes your own language, from the next request on. No refusals.',
  })
  async changeLanguage(@Ctx() ctx: RequestContext, @Args('input') input: ChangeLanguageInput) {
    await this.language.execute(ctx, input);
    return meOf(ctx);
  }
}
