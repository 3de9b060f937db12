import { PostingReader, type UnitId, UnitReader } from '@app/identity';
import { londonDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { RoomRepository } from './room.repository.js';
import type { Room, Session, SessionId } from './session.js';
import { SESSION, type StoredSession, sessionOf } from './session.schema.js';

/** Reads sessions and rooms of one force for screens and calendars. */
@Injectable()
export class SessionReader {
  constructor(
    @InjectModel(SESSION) private readonly sessions: Model<StoredSession>,
    private readonly roomsOf: RoomRepository,
    private readonly postings: PostingReader,
    private readonly units: UnitReader,
  ) {}

  /** Those of the sessions that this force has, by id. */
  async byIds(scope: ForceScope, sessionIds: readonly SessionId[]): Promise<Map<SessionId, Session>> {
    const stored = await this.sessions
      .find({ forceId: objectId(scope.forceId), _id: { $in: sessionIds.map(objectId) } })
      .lean<StoredSession[]>();
    return new Map(stored.map(sessionOf).map((session) => [session.id, session]));
  }

  /** A page of the sessions that somebody may book, in the order of their making: to come, and open to them. */
  async pageFor(
    scope: ForceScope,
    reader: { personId: PersonId; now: Date },
    request: ListRequest,
  ): Promise<ListPage<Session>> {
    const postings = await this.postings.ofPerson(scope, reader.personId, londonDate(reader.now));
    const units = await this.units.byIds(
      scope,
      postings.map(({ unitId }) => unitId),
    );
    const above: UnitId[] = [...units.values()].flatMap(({ path }) => [...path]);
    return this.pageOf(
      {
        ...{ forceId: objectId(scope.forceId), startsAt: { $gt: reader.now }, state: 'PLANNED' },
        $or: [
          { forAll: true },
          { personIds: objectId(reader.personId) },
          { unitIds: { $in: above.map(objectId) } },
        ],
      },
      request,
    );
  }

  /** A page of all sessions of the force, in the order of their making. */
  async page(scope: ForceScope, request: ListRequest): Promise<ListPage<Session>> {
    return this.pageOf({ forceId: objectId(scope.forceId) }, request);
  }

  /** What somebody runs from an instant on, soonest first; at most 500. */
  async runBy(scope: ForceScope, personId: PersonId, from: Date): Promise<Session[]> {
    const stored = await this.sessions
      .find({
        ...{ forceId: objectId(scope.forceId), trainerIds: objectId(personId) },
        startsAt: { $gte: from },
      })
      .sort({ startsAt: 1 })
      .limit(500)
      .lean<StoredSession[]>();
    return stored.map(sessionOf);
  }

  /** The force's rooms by name. */
  async rooms(scope: ForceScope): Promise<Room[]> {
    return this.roomsOf.all(scope);
  }

  private async pageOf(wanted: QueryFilter<StoredSession>, request: ListRequest): Promise<ListPage<Session>> {
    const { after, limit } = request;
    const filter = after === null ? wanted : { ...wanted, _id: { $gt: objectId(after as SessionId) } };
    const rows = await this.sessions.find(filter).sort({ _id: 1 }).limit(limit).lean<StoredSession[]>();
    const totalCount = await this.sessions.countDocuments(wanted);
    return { rows: rows.map(sessionOf), totalCount, keyOf: (session) => session.id };
  }
}
