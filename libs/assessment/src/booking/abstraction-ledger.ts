import { AbsenceReader, PostingReader, type UnitId, UnitReader } from '@app/identity';
import { addDays, type CalendarDate, holdsOn, startOfLondonDay } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { daysOf, type Stretch } from '../session/session.js';
import { AbstractionRepository } from './abstraction.repository.js';
import type { BookingId } from './booking.js';
import { type AbstractionLimit, LimitRepository } from './limit.repository.js';
import { refusal } from './refusals.js';

/** How far ahead it looks for a day with room. */
const LOOKED_AHEAD = 60;

interface Asked {
  readonly personId: PersonId;
  readonly stretch: Stretch;
}

interface UnitDay {
  readonly unitId: UnitId;
  readonly day: CalendarDate;
  readonly percent: number;
}

/**
 * ASM-196. Keeps who of which unit is away on which London day. Whatever sends somebody away asks here, in its own unit of work: the
 * day of a limited unit is touched before people are counted, so two bookings at once follow one another and never pass it together.
 */
@Injectable()
export class AbstractionLedger {
  constructor(
    private readonly rows: AbstractionRepository,
    private readonly limits: LimitRepository,
    private readonly postings: PostingReader,
    private readonly units: UnitReader,
    private readonly absences: AbsenceReader,
  ) {}

  /** Writes down that somebody will be away. Refuses when a unit of theirs would be short. */
  async take(ctx: RequestContext, asked: Asked & { bookingId: BookingId }): Promise<void> {
    const limits = await this.limits.all(ctx.force);
    for (const day of daysOf(asked.stretch)) {
      const paths = await this.pathsOn(ctx, asked.personId, day);
      for (const limit of limitedOf(paths, limits))
        await this.mustHaveRoom(ctx, asked.personId, { ...limit, day });
      const { bookingId, personId } = asked;
      const minutes = minutesOn(asked.stretch, day);
      await this.rows.add(ctx.force, {
        bookingId,
        personId,
        day,
        minutes,
        unitIds: [...new Set(paths.flat())],
      });
    }
  }

  /** What a booking took is nobody's any more. */
  async free(ctx: RequestContext, bookingId: BookingId): Promise<void> {
    await this.rows.free(ctx.force, bookingId);
  }

  private async mustHaveRoom(ctx: RequestContext, personId: PersonId, unitDay: UnitDay): Promise<void> {
    const { unitId, day, percent } = unitDay;
    await this.rows.lock(ctx.force, unitId, day);
    const people = await this.postings.personIdsInUnits(
      ctx.force,
      await this.units.subtreeIds(ctx.force, unitId),
      day,
    );
    const away = await this.awayOf(ctx, unitDay, people);
    const most = Math.floor((people.length * percent) / 100);
    const now = away(day);
    if (now.has(personId) || now.size < most) return;
    const next = nextDay(day, (each) => away(each).size < most);
    const facts = { away: now.size, strength: people.length, most, day: startOfLondonDay(day) };
    if (next === null) throw refusal('ABSTRACTION_NO_ROOM', { facts });
    throw refusal('ABSTRACTION_LIMIT', { facts: { ...facts, next: startOfLondonDay(next) } });
  }

  /** Who of those people is away on a day and the sixty after: in a session, or absent. Each counts once. */
  private async awayOf(ctx: RequestContext, { unitId, day }: UnitDay, people: readonly PersonId[]) {
    const until = addDays(day, LOOKED_AHEAD);
    const rows = await this.rows.between(ctx.force, unitId, { from: day, to: until });
    const absences = [...(await this.absences.ofPeople(ctx.force, people)).values()].flat();
    return (on: CalendarDate): Set<PersonId> =>
      new Set([
        ...rows.filter((row) => row.day === on).map((row) => row.personId),
        ...absences.filter((absence) => holdsOn(absence, on)).map((absence) => absence.personId),
      ]);
  }

  /** The units of each posting that holds on the day, from the root down. */
  private async pathsOn(
    ctx: RequestContext,
    personId: PersonId,
    day: CalendarDate,
  ): Promise<(readonly UnitId[])[]> {
    const postings = await this.postings.ofPerson(ctx.force, personId, day);
    const units = await this.units.byIds(
      ctx.force,
      postings.map(({ unitId }) => unitId),
    );
    return [...units.values()].map(({ path }) => path);
  }
}

/** The limits that somebody of these units is under, each unit once, in one order for everybody. */
function limitedOf(paths: readonly (readonly UnitId[])[], limits: readonly AbstractionLimit[]) {
  const own = new Map(limits.map(({ unitId, percent }) => [unitId, percent]));
  const usual = own.get(null);
  const wanted = new Map<UnitId, number>();
  for (const path of paths) {
    for (const unitId of path) {
      const percent = own.get(unitId) ?? (unitId === path.at(-1) ? usual : undefined);
      if (percent !== undefined) wanted.set(unitId, percent);
    }
  }
  return [...wanted]
    .map(([unitId, percent]) => ({ unitId, percent }))
    .sort((a, b) => (a.unitId < b.unitId ? -1 : 1));
}

function nextDay(after: CalendarDate, hasRoom: (day: CalendarDate) => boolean): CalendarDate | null {
  for (let ahead = 1; ahead <= LOOKED_AHEAD; ahead++) {
    const day = addDays(after, ahead);
    if (hasRoom(day)) return day;
  }
  return null;
}

/** The minutes of a stretch that lie on a London day, which may have 23 or 25 hours. */
export function minutesOn({ startsAt, endsAt }: Stretch, day: CalendarDate): number {
  const from = Math.max(startsAt.getTime(), startOfLondonDay(day).getTime());
  const to = Math.min(endsAt.getTime(), startOfLondonDay(addDays(day, 1)).getTime());
  return Math.max(0, (to - from) / 60_000);
}
