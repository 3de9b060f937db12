/**
 * A calendar of the simulation's own, so that what it expects is not worked out by the code that it watches. Days are
 * `YYYY-MM-DD`; months are calendar months, clamped to the month's end.
 */
export type Day = string;

const DAY_MS = 86_400_000;

export function daysAfter(day: Day, days: number): Day {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
}

export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(date, last));
  return dayOf(target.getTime());
}

/** An hour of a day by London's clocks. British Summer Time: the last Sunday of March to that of October. */
export function londonHour(day: Day, hour: number): Date {
  const year = Number(day.slice(0, 4));
  const isSummer = day >= lastSunday(year, 3) && day < lastSunday(year, 10);
  return new Date(Date.parse(`${day}T00:00:00Z`) + (hour - (isSummer ? 1 : 0)) * 3_600_000);
}

function lastSunday(year: number, month: number): Day {
  const last = new Date(Date.UTC(year, month, 0));
  return dayOf(last.getTime() - last.getUTCDay() * DAY_MS);
}

function dayOf(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}
