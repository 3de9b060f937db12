import { PeopleReader } from '@app/identity';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Gql, type GraphqlContext } from '../../edge/graphql-context.js';
import { peopleLoader } from '../../identity/loaders.js';
import { ObservationPersonType } from './observation-person.type.js';

/** The names of those who have to do with an observation, all of a page's in one read. */
@Resolver(() => ObservationPersonType)
export class ObservationPersonResolver {
  constructor(private readonly people: PeopleReader) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'Given and family name; null when the force holds them no more.',
  })
  async name(@Gql() gql: GraphqlContext, @Parent() { id }: ObservationPersonType): Promise<string | null> {
    const person = await peopleLoader(gql, this.people).load(id);
    return person === null ? null : `${person.givenName} ${person.familyName}`;
  }
}
