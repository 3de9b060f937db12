import { createHash } from 'node:crypto';
import { CourseReader } from '@app/catalogue';
import { PeopleReader, RoleGrantReader, type UnitId, UnitReader } from '@app/identity';
import { holdsOn, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { mustReachCohort } from '../access.js';
import { again } from '../booking/again.js';
import type { SittingId } from '../sitting/sitting.js';
import { AddSession } from './add-session.js';
import { sessionPermissions } from './permissions.js';
import { refusal } from './refusals.js';
import { RoomRepository } from './room.repository.js';
import {
  checkSeats,
  checkTimes,
  checkWhere,
  MOST_TRAINERS,
  type RoomId,
  type Session,
  type SessionId,
  type SessionKind,
} from './session.js';

export interface ScheduleSessionInput {
  readonly kind: SessionKind;
  readonly courseCode: string;
  readonly sittingId: SittingId | null;
  readonly roomId: RoomId | null;
  readonly onlineAddress: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** 1 to 2,000, and no more than the room holds. */
  readonly seats: number;
  readonly trainerIds: readonly PersonId[];
  /** Neither units nor people: the whole force. */
  readonly unitIds: readonly UnitId[];
  readonly personIds: readonly PersonId[];
}

/** Who may run sessions. */
@Injectable()
export class Trainers {
  constructor(
    private readonly people: PeopleReader,
    private readonly grants: RoleGrantReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** ASM-184. The people named, each once; throws unless each may run a session of that kind in this force. */
  async check(ctx: RequestContext, asked: Pick<Session, 'kind' | 'trainerIds'>): Promise<PersonId[]> {
    const trainerIds = [...new Set(asked.trainerIds)].sort();
    const isCount = trainerIds.length >= 1 && trainerIds.length <= MOST_TRAINERS;
    const known = await this.people.byIds(ctx.force, isCount ? trainerIds : []);
    if (isCount && !trainerIds.every((personId) => known.has(personId))) throw new Fault('NOT_FOUND');
    const may = isCount && (asked.kind !== 'ASSESSMENT' || (await this.allInvigilate(ctx, trainerIds)));
    if (!may) throw refusal('TRAINERS_MISSING', { field: 'trainerIds', facts: { most: MOST_TRAINERS } });
    return trainerIds;
  }

  private async allInvigilate(ctx: RequestContext, personIds: readonly PersonId[]): Promise<boolean> {
    const today = londonDate(this.clock.now());
    const grants = await this.grants.ofPeople(ctx.force, personIds);
    return personIds.every((personId) =>
      (grants.get(personId) ?? []).some((grant) => grant.bundle === 'invigilator' && holdsOn(grant, today)),
    );
  }
}

/** The course and the cohort that a session is for. */
@Injectable()
export class SessionGround {
  constructor(
    private readonly courses: CourseReader,
    private readonly units: UnitReader,
    private readonly people: PeopleReader,
  ) {}

  async check(ctx: RequestContext, input: ScheduleSessionInput) {
    const { code: courseCode, title: courseTitle } = found(await this.courses.published(input.courseCode));
    const cohort = { unitIds: [...input.unitIds], personIds: [...input.personIds] };
    const units = await this.units.byIds(ctx.force, cohort.unitIds);
    const people = await this.people.byIds(ctx.force, cohort.personIds);
    if (!cohort.unitIds.every((id) => units.has(id)) || !cohort.personIds.every((id) => people.has(id)))
      throw new Fault('NOT_FOUND');
    mustReachCohort(ctx, sessionPermissions.schedule, cohort);
    return { courseCode, courseTitle, cohort };
  }
}

/**
 * Puts a session on the timetable. Refuses impossible times (ASM-180), seats (ASM-181), places to meet (ASM-182), a sitting that does
 * not fit (ASM-183), a room or trainer taken then (ASM-184). The same request again is the same session.
 */
@Injectable()
export class ScheduleSession {
  constructor(
    private readonly ground: SessionGround,
    private readonly rooms: RoomRepository,
    private readonly trainers: Trainers,
    private readonly add: AddSession,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ScheduleSessionInput): Promise<Session> {
    const requestKey = createHash('sha256').update(JSON.stringify(input)).digest('hex');
    const before = await this.add.before(ctx, requestKey);
    if (before !== null) return before;
    const session = await this.plan(ctx, input);
    return again(() => this.add.execute(ctx, { session, requestKey }));
  }

  private async plan(ctx: RequestContext, input: ScheduleSessionInput): Promise<Session> {
    const { kind, sittingId, roomId, onlineAddress, startsAt, endsAt, seats } = input;
    const now = this.clock.now();
    const ground = await this.ground.check(ctx, input);
    const room = roomId === null ? null : found(await this.rooms.byId(ctx.force, roomId));
    checkTimes(input, now);
    checkSeats(seats, room);
    checkWhere(kind, { room, onlineAddress });
    return {
      ...ground,
      ...{ id: newId<SessionId>(), forceId: ctx.force.forceId, kind, activityId: null, sittingId },
      ...{ roomId, roomName: room?.name ?? null, onlineAddress, startsAt, endsAt, seats, seatsLeft: seats },
      trainerIds: await this.trainers.check(ctx, input),
      ...{ state: 'PLANNED', cancelReason: null, sequence: 0, changedAt: now },
    };
  }
}
