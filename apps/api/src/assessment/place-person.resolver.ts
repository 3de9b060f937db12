import { PeopleReader } from '@app/identity';
import { found } from '@app/platform/refusal/fault.js';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Gql, type GraphqlContext } from '../edge/graphql-context.js';
import { peopleLoader } from '../identity/loaders.js';
import { PersonType, personTypeOf } from '../identity/person.type.js';
import { PlaceType } from './place.type.js';

/** The person of a place, all of a page's in one read. */
@Resolver(() => PlaceType)
export class PlacePersonResolver {
  constructor(private readonly people: PeopleReader) {}

  @ResolveField(() => PersonType, { description: 'Whose place it is.' })
  async person(@Gql() gql: GraphqlContext, @Parent() place: PlaceType): Promise<PersonType> {
    const person = found(await peopleLoader(gql, this.people).load(place.personId));
    return personTypeOf(person, found(gql.ctx).force.forceId);
  }
}
