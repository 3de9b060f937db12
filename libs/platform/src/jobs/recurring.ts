import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { defineJob, type JobDefinition, type QueueName } from './job.js';

/** When something recurs: so many minutes after it last ran, or every day at a time of London's clocks (`HH:MM`). */
export type Rhythm = { readonly everyMinutes: number } | { readonly dailyAt: string };

/** A job that recurs. It has one row of the timetable, which is never done: each run moves it to the next instant. */
export interface RecurringJob {
  readonly job: JobDefinition<Record<string, never>>;
  readonly rhythm: Rhythm;
}

const LONDON = 'Europe/London';
const MINUTE_MS = 60_000;
const MOST_MINUTES = 24 * 60;
const recurring = new Map<string, RecurringJob>();
const NOTHING = z.object({}).strict() as z.ZodType<Record<string, never>>;

/**
 * Declares a job that recurs; the worker puts it on the timetable. Its handler gets no payload and a context without a force.
 * `everyMinutes` is a whole number from 1 to 1,440.
 */
export function defineRecurring(what: {
  readonly name: string;
  readonly queue: QueueName;
  readonly description: string;
  readonly rhythm: Rhythm;
}): JobDefinition<Record<string, never>> {
  const { rhythm, ...rest } = what;
  refuseImpossible(rhythm);
  const job = defineJob({ ...rest, payload: NOTHING });
  recurring.set(job.name, { job, rhythm });
  return job;
}

/** Every job that recurs, by name. */
export function declaredRecurring(): ReadonlyMap<string, RecurringJob> {
  return recurring;
}

/** The key of a recurring job's one row on the timetable. */
export function recurringKey(job: string): string {
  return `recurring-${job}`;
}

/**
 * The first instant of the rhythm after `now`. A daily time that the spring's missing hour swallows is the same time after the
 * gap, an hour later by the clock; one that autumn shows twice is the first of the two. Whatever was missed is not made up
 * for: one run stands for all that did not happen.
 */
export function nextRun(rhythm: Rhythm, now: Date): Date {
  if ('everyMinutes' in rhythm) return new Date(now.getTime() + rhythm.everyMinutes * MINUTE_MS);
  const zoned = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(LONDON);
  const time = Temporal.PlainTime.from(rhythm.dailyAt);
  const on = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: LONDON, plainTime: time });
  const today = on(zoned.toPlainDate());
  const next = today.epochMilliseconds > now.getTime() ? today : on(zoned.toPlainDate().add({ days: 1 }));
  return new Date(next.epochMilliseconds);
}

function refuseImpossible(rhythm: Rhythm): void {
  if ('dailyAt' in rhythm) {
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(rhythm.dailyAt))
      throw new RangeError(`Not a time: ${rhythm.dailyAt}`);
  } else if (
    !Number.isInteger(rhythm.everyMinutes) ||
    rhythm.everyMinutes < 1 ||
    rhythm.everyMinutes > MOST_MINUTES
  )
    throw new RangeError(`Not a rhythm: every ${rhythm.everyMinutes} minutes`);
}
