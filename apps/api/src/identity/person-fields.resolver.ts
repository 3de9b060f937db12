import { AbsenceReader, PostingReader, RoleGrantReader, UnitReader } from '@app/identity';
import { found } from '@app/platform/refusal/fault.js';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Gql, type GraphqlContext } from '../edge/graphql-context.js';
import { absencesLoader, postingsLoader, rolesLoader, unitsLoader } from './loaders.js';
import { PersonType, RoleGrantType, roleGrantTypeOf } from './person.type.js';
import { AbsenceType, absenceTypeOf, PostingType, postingTypeOf } from './posting.type.js';
import { UnitType, unitTypeOf } from './unit.type.js';

@Resolver(() => PersonType)
export class PersonFieldsResolver {
  constructor(
    private readonly postingReader: PostingReader,
    private readonly absenceReader: AbsenceReader,
    private readonly roleReader: RoleGrantReader,
  ) {}

  @ResolveField(() => [PostingType], { description: 'All postings in your force, earliest first.' })
  async postings(@Parent() person: PersonType, @Gql() gql: GraphqlContext) {
    return ((await postingsLoader(gql, this.postingReader).load(person.id)) ?? []).map(postingTypeOf);
  }

  @ResolveField(() => [AbsenceType], { description: 'All absences in your force, earliest first.' })
  async absences(@Parent() person: PersonType, @Gql() gql: GraphqlContext) {
    return ((await absencesLoader(gql, this.absenceReader).load(person.id)) ?? []).map(absenceTypeOf);
  }

  @ResolveField(() => [RoleGrantType], { description: 'The roles granted in your force and not revoked.' })
  async roles(@Parent() person: PersonType, @Gql() gql: GraphqlContext) {
    return ((await rolesLoader(gql, this.roleReader).load(person.id)) ?? []).map(roleGrantTypeOf);
  }
}

@Resolver(() => PostingType)
export class PostingFieldsResolver {
  constructor(private readonly units: UnitReader) {}

  @ResolveField(() => UnitType, { description: 'Where the person is posted.' })
  async unit(@Parent() posting: PostingType, @Gql() gql: GraphqlContext) {
    return unitTypeOf(found(await unitsLoader(gql, this.units).load(posting.unitId)));
  }
}
