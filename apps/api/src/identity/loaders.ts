import type {
  Absence,
  AbsenceReader,
  PeopleReader,
  Person,
  Posting,
  PostingReader,
  RoleGrant,
  RoleGrantReader,
  Unit,
  UnitId,
  UnitReader,
} from '@app/identity';
import type { PersonId } from '@app/platform/context/request-context.js';
import type DataLoader from 'dataloader';
import { type GraphqlContext, loaderOf } from '../edge/graphql-context.js';

type Loader<T> = DataLoader<string, T | null>;

const PEOPLE = Symbol('people');
const UNITS = Symbol('units');
const POSTINGS = Symbol('postings');
const ABSENCES = Symbol('absences');
const ROLES = Symbol('roles');

/** People of the request's force by id. */
export function peopleLoader(gql: GraphqlContext, people: PeopleReader): Loader<Person> {
  return loaderOf(gql, PEOPLE, (ctx, ids) => people.byIds(ctx.force, ids as PersonId[]));
}

/** Units of the request's force by id. */
export function unitsLoader(gql: GraphqlContext, units: UnitReader): Loader<Unit> {
  return loaderOf(gql, UNITS, (ctx, ids) => units.byIds(ctx.force, ids as UnitId[]));
}

/** Postings by person. */
export function postingsLoader(gql: GraphqlContext, postings: PostingReader): Loader<Posting[]> {
  return loaderOf(gql, POSTINGS, (ctx, ids) => postings.ofPeople(ctx.force, ids as PersonId[]));
}

/** Absences by person. */
export function absencesLoader(gql: GraphqlContext, absences: AbsenceReader): Loader<Absence[]> {
  return loaderOf(gql, ABSENCES, (ctx, ids) => absences.ofPeople(ctx.force, ids as PersonId[]));
}

/** Roles by person. */
export function rolesLoader(gql: GraphqlContext, roles: RoleGrantReader): Loader<RoleGrant[]> {
  return loaderOf(gql, ROLES, (ctx, ids) => roles.ofPeople(ctx.force, ids as PersonId[]));
}
