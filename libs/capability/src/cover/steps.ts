import { addDays, type CalendarDate } from '@app/platform/clock/calendar.js';
import type { Span } from './span.js';

/** On this day the count moves by so many: up when people come into it, down on the day after their last. Never 0. */
export interface Step {
  readonly on: CalendarDate;
  readonly change: number;
}

/** A count on a day. */
export interface CountPoint {
  readonly on: CalendarDate;
  readonly count: number;
}

/** Changes of one count by day, while they are being added up. */
export type Changes = Map<CalendarDate, number>;

/** Adds (or, with -1, takes away) one person's days to the changes. */
export function addSpans(changes: Changes, spans: readonly Span[], sign: 1 | -1): void {
  for (const { from, to } of spans) {
    move(changes, from, sign);
    if (to !== null) move(changes, addDays(to, 1), -sign);
  }
}

/** The steps after the changes: by day, with no step of 0. */
export function stepsAfter(steps: readonly Step[], changes: Changes): Step[] {
  const all: Changes = new Map(steps.map(({ on, change }) => [on, change]));
  for (const [on, change] of changes) move(all, on, change);
  return [...all].map(([on, change]) => ({ on, change })).sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** The count on a day. */
export function countOn(steps: readonly Step[], day: CalendarDate): number {
  return steps.reduce((sum, { on, change }) => (on <= day ? sum + change : sum), 0);
}

/** The count on the first day, then on each later day of the period on which it moves. */
export function countsOver(
  steps: readonly Step[],
  period: { from: CalendarDate; to: CalendarDate },
): CountPoint[] {
  let count = countOn(steps, period.from);
  const points = [{ on: period.from, count }];
  for (const step of steps) {
    if (step.on <= period.from || step.on > period.to) continue;
    count += step.change;
    points.push({ on: step.on, count });
  }
  return points;
}

function move(changes: Changes, on: CalendarDate, by: number): void {
  const change = (changes.get(on) ?? 0) + by;
  if (change === 0) changes.delete(on);
  else changes.set(on, change);
}
