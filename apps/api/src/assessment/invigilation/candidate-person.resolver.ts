import { PeopleReader } from '@app/identity';
import { found } from '@app/platform/refusal/fault.js';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Gql, type GraphqlContext } from '../../edge/graphql-context.js';
import { peopleLoader } from '../../identity/loaders.js';
import { PersonType, personTypeOf } from '../../identity/person.type.js';
import { CandidateType } from './invigilation.type.js';

/** The person of a candidate's line, all of a list's in one read. */
@Resolver(() => CandidateType)
export class CandidatePersonResolver {
  constructor(private readonly people: PeopleReader) {}

  @ResolveField(() => PersonType, { description: 'Who it is.' })
  async person(@Gql() gql: GraphqlContext, @Parent() candidate: CandidateType): Promise<PersonType> {
    const person = found(await peopleLoader(gql, this.people).load(candidate.personId));
    return personTypeOf(person, found(gql.ctx).force.forceId);
  }
}
