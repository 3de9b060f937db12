import { createHash } from 'node:crypto';
import type { PersonId } from '@app/platform/context/request-context.js';

/** One criterion on the sheet: seen or not. There is no third answer. */
export interface Tick {
  /** Made by the client. */
  readonly tickId: string;
  /** The criterion's key in the brief. */
  readonly criterion: string;
  readonly seen: boolean;
  readonly note: string | null;
  /** By the client's clock. */
  readonly seenAt: Date;
}

/** Who played a part that is not the candidate's. */
export interface Player {
  readonly part: string;
  /** Null: somebody from outside the force. */
  readonly personId: PersonId | null;
}

/** What an assessor wrote down, and what signatures are of. */
export interface SheetContent {
  readonly recordedBy: PersonId;
  /** By the client's clock, as the end and every tick. */
  readonly startedAt: Date;
  readonly finishedAt: Date;
  /** One for each criterion, in the order of the brief. */
  readonly ticks: readonly Tick[];
  /** One for each part that is not the candidate's, in the order of the brief. */
  readonly players: readonly Player[];
  readonly note: string | null;
}

/**
 * What is to be known about a sheet's times: `LATE`, it came more than a day after the end; `OTHER_DAY`, it was done on another day
 * than planned; `CLOCK_OFF`, the client's clock differed from the server's by more than five minutes.
 */
export const SHEET_MARKS = ['LATE', 'OTHER_DAY', 'CLOCK_OFF'] as const;

export type SheetMark = (typeof SHEET_MARKS)[number];

/** A sheet as it was received. */
export interface Sheet extends SheetContent {
  /** When it was sent, by the client's clock. */
  readonly sentAt: Date;
  /** When it was received, by the server's. */
  readonly receivedAt: Date;
  readonly marks: readonly SheetMark[];
  readonly digest: string;
}

/** What a sheet is about: part of its digest, so that no signature can be moved to another observation. */
export interface SheetSubject {
  readonly id: string;
  readonly personId: PersonId;
  readonly courseCode: string;
  readonly componentKey: string;
  readonly briefId: string;
}

/** PRA-11: SHA-256, in hexadecimal, of what a sheet says and whom it is about. When it was sent or received is no part of it. */
export function digestOf(subject: SheetSubject, content: SheetContent): string {
  const { id, personId, courseCode, componentKey, briefId } = subject;
  const { recordedBy, startedAt, finishedAt, ticks, players, note } = content;
  const text = JSON.stringify([
    [id, personId, courseCode, componentKey, briefId],
    [recordedBy, startedAt.toISOString(), finishedAt.toISOString(), note],
    ticks.map((tick) => [tick.tickId, tick.criterion, tick.seen, tick.note, tick.seenAt.toISOString()]),
    players.map((player) => [player.part, player.personId]),
  ]);
  return createHash('sha256').update(text).digest('hex');
}
