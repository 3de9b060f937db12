import { londonDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { Cohort, SittingId } from '../sitting/sitting.js';
import { refusal } from './refusals.js';

export type SessionId = Id<'TrainingSession'>;
export type RoomId = Id<'Room'>;

/** The most seats of one session, the most people who run it, and the longest that it lasts. */
export const MOST_SEATS = 2000;
export const MOST_TRAINERS = 20;
export const QUARTER_MS = 15 * 60_000;
const LONGEST_MS = 24 * 3_600_000;

export const SESSION_KINDS = ['ASSESSMENT', 'CLASSROOM', 'LIVE_EXERCISE', 'WORKPLACE'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];
export type SessionState = 'PLANNED' | 'CANCELLED';
/** Where a session stands at an instant: what is recorded, and what the clock says. */
export type SessionStateNow = 'PLANNED' | 'RUNNING' | 'OVER' | 'CANCELLED';

/** Where people meet: a room of the force, an address, or, at a workplace, neither. */
export interface Whereabouts {
  readonly roomId: RoomId | null;
  /** The room's name as it stood when the session was made. */
  readonly roomName: string | null;
  /** For those who come, and nobody else. */
  readonly onlineAddress: string | null;
}

/**
 * One scheduled occasion of a course: an assessment, a class, a live exercise, an hour at the workplace. `seatsLeft` is moved by
 * SessionRepository alone: seats = left + booked + offered, at every instant. An assessment's session has set its seats aside
 * in the sitting that is sat there, so nobody else sells them.
 */
export interface Session extends Whereabouts {
  readonly id: SessionId;
  readonly forceId: ForceId;
  readonly kind: SessionKind;
  readonly courseCode: string;
  readonly courseTitle: Words;
  /** The activity of the course that it is; null for the course as such. */
  readonly activityId: string | null;
  /** The sitting that is sat there; of ASSESSMENT alone. */
  readonly sittingId: SittingId | null;
  /** Quarter hours, the end not included. */
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly seats: number;
  readonly seatsLeft: number;
  /** Who run it: trainers, or invigilators. */
  readonly trainerIds: readonly PersonId[];
  readonly cohort: Cohort;
  readonly state: SessionState;
  /** For those who were to come; null unless cancelled. */
  readonly cancelReason: string | null;
  /** Grows with every change that a calendar shows. */
  readonly sequence: number;
  readonly changedAt: Date;
}

/** A room of a force. A closed one keeps its name and is booked no more. */
export interface Room {
  readonly id: RoomId;
  readonly forceId: ForceId;
  readonly name: string;
  readonly capacity: number;
  /** Whether it is reached, entered and left without a step. */
  readonly stepFree: boolean;
  readonly hearingLoop: boolean;
  readonly isClosed: boolean;
}

/** A stretch of time, the end not included. */
export interface Stretch {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** ASM-180: throws unless the times can be: in the future, on quarter hours, the end after the start, 24 hours at most. */
export function checkTimes({ startsAt, endsAt }: Stretch, now: Date): void {
  const onQuarter = [startsAt, endsAt].every((at) => at.getTime() % QUARTER_MS === 0);
  const length = endsAt.getTime() - startsAt.getTime();
  if (startsAt <= now || !onQuarter || length <= 0 || length > LONGEST_MS)
    throw refusal('SESSION_TIMES', { field: 'startsAt' });
}

/** ASM-181: throws unless there are 1 to 2,000 seats, and no more than the room holds. */
export function checkSeats(seats: number, room: Room | null): void {
  if (!Number.isInteger(seats) || seats < 1 || seats > MOST_SEATS)
    throw refusal('SESSION_SEATS', { field: 'seats', facts: { most: MOST_SEATS } });
  if (room !== null && seats > room.capacity)
    throw refusal('SESSION_OVER_CAPACITY', { field: 'seats', facts: { capacity: room.capacity } });
}

/** ASM-182: throws unless it has one place to be: a room, an https address, or, at a workplace, neither. */
export function checkWhere(
  kind: SessionKind,
  where: { room: Room | null; onlineAddress: string | null },
): void {
  const { room, onlineAddress } = where;
  const isNowhere = room === null && onlineAddress === null;
  const isTwice = room !== null && onlineAddress !== null;
  if (isTwice || (isNowhere && kind !== 'WORKPLACE') || !isAddress(onlineAddress))
    throw refusal('SESSION_WHERE', { field: 'roomId' });
  if (room?.isClosed === true) throw refusal('ROOM_CLOSED', { field: 'roomId' });
}

function isAddress(address: string | null): boolean {
  if (address === null) return true;
  return address.length <= 500 && URL.canParse(address) && new URL(address).protocol === 'https:';
}

/** ASM-184: the quarter hours that a stretch takes up: what a room or a person can be in once. */
export function quartersOf({ startsAt, endsAt }: Stretch): Date[] {
  const count = Math.max(0, Math.ceil((endsAt.getTime() - startsAt.getTime()) / QUARTER_MS));
  return Array.from({ length: count }, (_, place) => new Date(startsAt.getTime() + place * QUARTER_MS));
}

/** Minutes from start to end: the hours of abstraction of whoever comes. Travel is not known, and not invented. */
export function minutesOf({ startsAt, endsAt }: Stretch): number {
  return (endsAt.getTime() - startsAt.getTime()) / 60_000;
}

/** Whether two stretches have an instant in common. */
export function overlap(one: Stretch, other: Stretch): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

/** The London days on which a stretch lies, in order: one, or two across midnight. */
export function daysOf({ startsAt, endsAt }: Stretch) {
  return [...new Set([londonDate(startsAt), londonDate(new Date(endsAt.getTime() - 1))])];
}

/** Where it stands at an instant. The start belongs to it, the end does not. */
export function sessionStateAt(session: Session, now: Date): SessionStateNow {
  if (session.state === 'CANCELLED') return 'CANCELLED';
  if (now >= session.endsAt) return 'OVER';
  return now >= session.startsAt ? 'RUNNING' : 'PLANNED';
}

/** ASM-186: throws unless people may still book: it is not cancelled and has not begun. */
export function takesBookings(session: Session, now: Date): void {
  if (session.state === 'CANCELLED') throw refusal('SESSION_CANCELLED');
  if (now >= session.startsAt) throw refusal('SESSION_BEGUN', { facts: { startsAt: session.startsAt } });
}

/** ASM-187: a reason as kept, 3 to 500 characters. */
export function sessionReason(text: string): string {
  const reason = text.trim();
  if (reason.length < 3 || reason.length > 500) throw refusal('SESSION_REASON_MISSING', { field: 'reason' });
  return reason;
}

/** The session cancelled: its place in calendars changes, and its seats are nobody's. */
export function cancelled(session: Session, reason: string, now: Date): Session {
  return {
    ...session,
    ...{ state: 'CANCELLED', cancelReason: reason, changedAt: now, sequence: session.sequence + 1 },
  };
}

/** ASM-185: a room's name, one space between words, and its capacity; throws for none, or one that cannot be. */
export function checkRoom(asked: { name: string; capacity: number }): { name: string; capacity: number } {
  const name = asked.name.trim().replace(/\s+/g, ' ').normalize('NFC');
  const isCapacity = Number.isInteger(asked.capacity) && asked.capacity >= 1 && asked.capacity <= MOST_SEATS;
  if (name.length < 1 || name.length > 100 || !isCapacity)
    throw refusal('ROOM_MALFORMED', { field: isCapacity ? 'name' : 'capacity', facts: { most: MOST_SEATS } });
  return { name, capacity: asked.capacity };
}
