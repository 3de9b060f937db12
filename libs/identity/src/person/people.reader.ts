import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { PostingReader } from '../posting/posting.reader.js';
import type { UnitId } from '../unit/unit.js';
import { nameKey, type Person, sortKeyOf } from './person.js';
import { PERSON, type StoredPerson } from './person.schema.js';

/** Which people of a force are wanted. */
export interface PeopleRequest extends ListRequest {
  /** The beginning of a family name, or a whole staff number. */
  readonly search?: string | null;
  /** Only those posted to one of these units on the day. */
  readonly postedTo?: { readonly unitIds: readonly UnitId[]; readonly on: CalendarDate } | null;
}

/** Reads the people whom a force holds. */
@Injectable()
export class PeopleReader {
  constructor(
    @InjectModel(PERSON) private readonly people: Model<StoredPerson>,
    private readonly postings: PostingReader,
  ) {}

  /** The person, if this force holds them. */
  async byId(scope: ForceScope, personId: PersonId): Promise<Person | null> {
    return (await this.byIds(scope, [personId])).get(personId) ?? null;
  }

  /** Those of the people whom this force holds, by id. */
  async byIds(scope: ForceScope, personIds: readonly PersonId[]): Promise<Map<PersonId, Person>> {
    const stored = await this.people
      .find({ forceIds: objectId(scope.forceId), _id: { $in: personIds.map(objectId) } })
      .lean();
    return new Map(stored.map((person) => [idOf<PersonId>(person._id), personOf(person)]));
  }

  /** The people whom this force holds by the staff numbers of a force: its own, or one that was merged into it. */
  async idsByStaffNumbers(
    scope: ForceScope,
    numberedBy: ForceId,
    numbers: readonly string[],
  ): Promise<Map<string, PersonId>> {
    const forceId = objectId(numberedBy);
    const stored = await this.people
      .find(
        {
          ...scoped(scope),
          // Without this line, which says less, MongoDB does not see that the partial index of staff numbers serves.
          'staffNumbers.number': { $in: [...numbers] },
          staffNumbers: { $elemMatch: { forceId, number: { $in: [...numbers] } } },
        },
        { staffNumbers: 1 },
      )
      .lean<Pick<StoredPerson, '_id' | 'staffNumbers'>[]>();
    return new Map(
      stored.flatMap(({ _id, staffNumbers }) =>
        staffNumbers
          .filter((staff) => staff.forceId.equals(forceId))
          .map(({ number }): [string, PersonId] => [number, idOf<PersonId>(_id)]),
      ),
    );
  }

  /**
   * Since when those of the people who are or were suspended in this force are so, or no longer, oldest first. A null instant: since
   * before it was kept.
   */
  async suspensionsOf(
    scope: ForceScope,
    personIds: readonly PersonId[],
  ): Promise<Map<PersonId, { at: Date | null; isSuspended: boolean }[]>> {
    const stored = await this.people
      .find(
        {
          forceIds: objectId(scope.forceId),
          _id: { $in: personIds.map(objectId) },
          $or: [{ suspendedIn: { $ne: [] } }, { 'suspensions.0': { $exists: true } }],
        },
        { suspendedIn: 1, suspensions: 1 },
      )
      .lean();
    const isHere = (ids: StoredPerson['suspendedIn']) => ids.some((id) => idOf(id) === scope.forceId);
    return new Map(
      stored.map(({ _id, suspendedIn, suspensions }) => {
        const told = (suspensions ?? []).map((each) => ({
          at: each.at,
          isSuspended: isHere(each.suspendedIn),
        }));
        const first = told.length === 0 ? [{ at: null, isSuspended: isHere(suspendedIn) }] : [];
        return [idOf<PersonId>(_id), [...first, ...told]];
      }),
    );
  }

  /** Who is posted to any of the units on the day, each once. */
  async idsInUnits(scope: ForceScope, unitIds: readonly UnitId[], onDate: CalendarDate): Promise<PersonId[]> {
    return this.postings.personIdsInUnits(scope, unitIds, onDate);
  }

  /** A page of the force's people by family name. */
  async page(scope: ForceScope, request: PeopleRequest): Promise<ListPage<Person>> {
    const wanted = await this.wanted(scope, request);
    const filter =
      request.after === null
        ? wanted
        : { $and: [wanted, { sortKey: { $gt: request.after } }], ...scoped(scope) };
    const rows = await this.people.find(filter).sort({ sortKey: 1 }).limit(request.limit).lean();
    const totalCount = await this.people.countDocuments(wanted);
    return { rows: rows.map(personOf), totalCount, keyOf: sortKeyOf };
  }

  private async wanted(scope: ForceScope, request: PeopleRequest): Promise<QueryFilter<StoredPerson>> {
    const filter: QueryFilter<StoredPerson> = { ...scoped(scope) };
    if (request.postedTo !== undefined && request.postedTo !== null) {
      const { unitIds, on } = request.postedTo;
      filter['_id'] = { $in: (await this.idsInUnits(scope, unitIds, on)).map(objectId) };
    }
    const search = request.search?.trim() ?? '';
    if (search.length > 0) {
      const number = { forceId: objectId(scope.forceId), number: search.toUpperCase() };
      const name = new RegExp(`^${nameKey(search).replace(/[^\p{L}\p{N} ]/gu, '\\$&')}`);
      filter['$or'] = [
        { sortKey: name },
        { 'staffNumbers.number': number.number, staffNumbers: { $elemMatch: number } },
      ];
    }
    return filter;
  }
}

function scoped(scope: ForceScope) {
  return { forceIds: objectId(scope.forceId) };
}

/** The person as the code knows them. */
export function personOf(stored: StoredPerson): Person {
  return {
    id: idOf<PersonId>(stored._id),
    givenName: stored.givenName,
    familyName: stored.familyName,
    email: stored.email,
    language: stored.language,
    forceIds: stored.forceIds.map((id) => idOf<ForceId>(id)),
    staffNumbers: stored.staffNumbers.map(({ forceId, number }) => ({
      forceId: idOf<ForceId>(forceId),
      number,
    })),
    accountStatus: stored.accountStatus,
    suspendedIn: stored.suspendedIn.map((id) => idOf<ForceId>(id)),
    fedIn: (stored.fedIn ?? []).map((id) => idOf<ForceId>(id)),
    revision: stored.revision,
  };
}
