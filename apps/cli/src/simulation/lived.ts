import type { PersonId } from '@app/platform/context/request-context.js';
import { ObjectId } from 'mongodb';
import type { Connection } from 'mongoose';
import type { Day } from './days.js';

/** What is found in the database of one person after the simulation, read bare. */
export interface Lived {
  /** Completion day and last valid day, in order. */
  readonly awards: readonly string[];
  /** Step, day and level of what was told, in order of days. */
  readonly steps: readonly string[];
  /** Days on which an award was told to have run out. */
  readonly lapses: readonly Day[];
}

/** Somebody taken from duty on a day, for so many minutes. */
export interface Away {
  readonly personId: string;
  readonly day: Day;
  readonly minutes: number;
}

/** What one step looks like in a comparison. */
export function stepLine(step: { step: string; day: Day; level: number }): string {
  return `${step.day} ${step.step} (level ${step.level})`;
}

/** Reads what happened, once for everybody. */
export class LivedReader {
  constructor(private readonly connection: Connection) {}

  async everybody(code: string): Promise<ReadonlyMap<PersonId, Lived>> {
    const [awards, steps, lapses] = [
      await this.awards(code),
      await this.steps(code),
      await this.lapses(code),
    ];
    const people = new Set([...awards.keys(), ...steps.keys(), ...lapses.keys()]);
    const of = (lines: Map<string, string[]>, personId: string) => lines.get(personId) ?? [];
    return new Map(
      [...people].map((personId) => [
        personId as PersonId,
        { awards: of(awards, personId), steps: of(steps, personId), lapses: of(lapses, personId) },
      ]),
    );
  }

  /** Managers’ digests by mail: recipient and day. */
  async digests(): Promise<string[]> {
    const rows = await this.rows('messageDeliveries', { message: 'manager-digest', channel: 'mail' });
    return rows.map(({ recipient, cycle }) => `${String(recipient)} ${String(cycle)}`);
  }

  /** Mails by their state: all of them must have gone. */
  async mails(): Promise<Record<string, number>> {
    const states: Record<string, number> = {};
    for (const { state } of await this.rows('messageDeliveries', { channel: 'mail' }))
      states[String(state)] = (states[String(state)] ?? 0) + 1;
    return states;
  }

  /** Who was away from duty in a class: a booking counts once a day, however many units it is kept for. */
  async away(): Promise<Away[]> {
    const rows = await this.rows('abstractions', {}, { day: 1 });
    const once = new Map(
      rows.map(({ bookingId, personId, day, minutes }) => [
        `${String(bookingId)} ${String(day)}`,
        { personId: String(personId), day: String(day), minutes: Number(minutes) },
      ]),
    );
    return [...once.values()];
  }

  /** What waits for a person: failed deliveries of events, and failed work. */
  async stuck(): Promise<number> {
    const failed = await this.connection.collection('failedDeliveries').countDocuments();
    return failed + (await this.connection.collection('dues').countDocuments({ state: 'failed' }));
  }

  private async awards(courseCode: string): Promise<Map<string, string[]>> {
    const rows = await this.rows('awards', { courseCode }, { personId: 1, awardedOn: 1 });
    return byPerson(rows, (row) => `${String(row['awardedOn'])} to ${String(row['lastValidDay'])}`);
  }

  private async steps(thing: string): Promise<Map<string, string[]>> {
    const rows = await this.rows('reminderSteps', { thing, state: 'told' }, { personId: 1, dueAt: 1 });
    return byPerson(rows, (row) =>
      stepLine({
        ...(row as never as { step: string; level: number }),
        day: dayInLondon(row['dueAt'] as Date),
      }),
    );
  }

  private async lapses(code: string): Promise<Map<string, string[]>> {
    const told = { type: 'certification.award.expired.v1', 'data.code': code };
    const rows = await this.rows('journal', told, { 'data.personId': 1, 'data.on': 1 });
    return byPerson(
      rows.map(({ data }) => ({
        ...(data as Row),
        personId: new ObjectId((data as { personId: string }).personId),
      })),
      ({ on }) => String(on),
    );
  }

  private async rows(name: string, filter: object, sort: object = { _id: 1 }): Promise<Row[]> {
    return this.connection
      .collection(name)
      .find(filter)
      .sort(sort as never)
      .toArray();
  }
}

type Row = Record<string, unknown>;

function byPerson(rows: readonly Row[], lineOf: (row: Row) => string): Map<string, string[]> {
  const lines = new Map<string, string[]>();
  for (const row of rows) {
    const personId = (row['personId'] as ObjectId).toHexString();
    lines.set(personId, [...(lines.get(personId) ?? []), lineOf(row)]);
  }
  return lines;
}

function dayInLondon(at: Date): Day {
  return at.toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
}
