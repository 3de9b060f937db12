import { AddPerson, ReinstatePerson, SuspendPerson, type UnitId, VisiblePeople } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg, optionalIdArg } from '../edge/ids.js';
import { PageArgs, page } from '../edge/paging.js';
import {
  AddPersonInput,
  PersonConnection,
  PersonType,
  personTypeOf,
  ReinstatePersonInput,
  SuspendPersonInput,
} from './person.type.js';
import { AddPersonResult, ReinstatePersonResult, SuspendPersonResult } from './results.js';

@ArgsType()
class PeopleArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those posted today to this unit or below it.' })
  unitId?: string | null;

  @Field(() => String, { nullable: true, description: 'The beginning of a family name, or a staff number.' })
  search?: string | null;
}

@Resolver(() => PersonType)
export class PersonResolver {
  constructor(
    private readonly visible: VisiblePeople,
    private readonly add: AddPerson,
    private readonly suspend: SuspendPerson,
    private readonly reinstate: ReinstatePerson,
  ) {}

  @Allow('identity.person.read')
  @Query(() => PersonConnection, { description: 'The people whom you may see, by family name.' })
  async people(@Ctx() ctx: RequestContext, @Args() args: PeopleArgs) {
    const unitId = optionalIdArg<UnitId>(args.unitId, 'unitId');
    const search = args.search ?? null;
    return page(
      args,
      (request) => this.visible.page(ctx, { ...request, unitId, search }),
      (person) => personTypeOf(person, ctx.force.forceId),
    );
  }

  @Allow('signed-in')
  @Query(() => PersonType, { description: 'One person whom you may see; everyone may see themselves.' })
  async person(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string) {
    const person = found(await this.visible.byId(ctx, idArg<PersonId>(id, 'id')));
    return personTypeOf(person, ctx.force.forceId);
  }

  @Allow('identity.person.add')
  @Mutation(() => AddPersonResult, {
    description:
      'Adds a person to your force. Refusals: PERSON_NAME_NOT_VALID, EMAIL_NOT_VALID, EMAIL_TAKEN, STAFF_NUMBER_NOT_VALID, STAFF_NUMBER_TAKEN, PERSON_HELD_ELSEWHERE.',
  })
  async addPerson(@Ctx() ctx: RequestContext, @Args('input') input: AddPersonInput) {
    return personTypeOf(await this.add.execute(ctx, input), ctx.force.forceId);
  }

  @Allow('identity.person.suspend')
  @Mutation(() => SuspendPersonResult, {
    description: 'Suspends a person in your force, at once. Refusals: PERSON_SELF_SUSPENDED, REASON_MISSING.',
  })
  async suspendPerson(@Ctx() ctx: RequestContext, @Args('input') input: SuspendPersonInput) {
    const personId = idArg<PersonId>(input.personId, 'personId');
    const person = await this.suspend.execute(ctx, { personId, reason: input.reason });
    return personTypeOf(person, ctx.force.forceId);
  }

  @Allow('identity.person.reinstate')
  @Mutation(() => ReinstatePersonResult, { description: 'Ends a suspension in your force. No refusals.' })
  async reinstatePerson(@Ctx() ctx: RequestContext, @Args('input') input: ReinstatePersonInput) {
    const personId = idArg<PersonId>(input.personId, 'personId');
    return personTypeOf(await this.reinstate.execute(ctx, { personId }), ctx.force.forceId);
  }
}
