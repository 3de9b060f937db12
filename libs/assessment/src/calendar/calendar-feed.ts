import { PeopleReader, statusIn } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import {
  type ForceScope,
  type Language,
  type PersonId,
  scopeOf,
} from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Booking } from '../booking/booking.js';
import { BookingReader } from '../booking/booking.reader.js';
import type { Session } from '../session/session.js';
import { SessionReader } from '../session/session.reader.js';
import { CalendarRepository } from './calendar.repository.js';
import { hashOf } from './calendar-address.js';
import { LONDON, LONDON_ZONE } from './london-zone.js';

const PAST_MS = 90 * 86_400_000;
const MOST = 200;
/** What stands in a calendar: an offer or a wish does not, nor what a manager never approved. */
const SHOWN = ['ASKED', 'BOOKED', 'ATTENDED', 'ABSENT', 'CANCELLED'];

interface Entry {
  readonly uid: string;
  readonly session: Session;
  readonly state: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  readonly sequence: number;
  readonly changedAt: Date;
}

/**
 * ASM-200. A person's own sessions as iCalendar: what they have booked and what they run, from 90 days ago on. It names nobody. The
 * same facts give the same bytes.
 */
@Injectable()
export class CalendarFeed {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly bookings: BookingReader,
    private readonly sessions: SessionReader,
    private readonly people: PeopleReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The calendar of whoever has that token; null when nobody has, or has left or been suspended. */
  async read(token: string): Promise<string | null> {
    const owner = await this.calendars.byHash(hashOf(token));
    if (owner === null) return null;
    const scope = scopeOf(owner.forceId);
    const person = await this.people.byId(scope, owner.personId);
    if (person === null || statusIn(person, owner.forceId) === 'suspended') return null;
    return written(await this.entries(scope, owner.personId), person.language);
  }

  private async entries(scope: ForceScope, personId: PersonId): Promise<Entry[]> {
    const from = new Date(this.clock.now().getTime() - PAST_MS);
    const { rows } = await this.bookings.ofPerson(scope, personId, { limit: MOST, after: null });
    const shown = rows.filter(({ state }) => SHOWN.includes(state));
    const sessions = await this.sessions.byIds(scope, [...new Set(shown.map(({ sessionId }) => sessionId))]);
    const booked = shown.flatMap((booking) => {
      const session = sessions.get(booking.sessionId);
      return session === undefined || session.startsAt < from ? [] : [ofBooking(booking, session)];
    });
    const run = (await this.sessions.runBy(scope, personId, from)).map(ofTrainer);
    return [...booked, ...run].sort((a, b) => (a.uid < b.uid ? -1 : 1));
  }
}

function ofBooking(booking: Booking, session: Session): Entry {
  const state =
    booking.state === 'CANCELLED' ? 'CANCELLED' : booking.state === 'ASKED' ? 'TENTATIVE' : 'CONFIRMED';
  const { sequence, changedAt } = booking;
  return { uid: `booking-${booking.id}@lantern`, session, state, sequence, changedAt };
}

function ofTrainer(session: Session): Entry {
  const { sequence, changedAt } = session;
  const state = session.state === 'CANCELLED' ? 'CANCELLED' : 'CONFIRMED';
  return { uid: `session-${session.id}@lantern`, session, state, sequence, changedAt };
}

function written(entries: readonly Entry[], language: Language): string {
  const calendar = ical({ name: 'Lantern', method: ICalCalendarMethod.PUBLISH });
  calendar.prodId({ company: 'Lantern', product: 'Sessions', language: language.toUpperCase() });
  calendar.timezone({ name: LONDON, generator: () => LONDON_ZONE });
  for (const { uid, session, state, sequence, changedAt } of entries) {
    const { courseTitle, roomName, onlineAddress } = session;
    const address = state === 'CANCELLED' ? null : onlineAddress;
    calendar.createEvent({
      ...{ id: uid, sequence, stamp: changedAt, timezone: LONDON },
      start: inLondon(session.startsAt),
      end: inLondon(session.endsAt),
      summary: (language === 'cy' ? courseTitle.cy : null) ?? courseTitle.en,
      location: roomName,
      url: address,
      status: ICalEventStatus[state],
    });
  }
  return calendar.toString();
}

function inLondon(at: Date) {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(LONDON);
}
