import { addDays, type CalendarDate } from '@app/platform/clock/calendar.js';

/** Days from the first to the last, both included; `to` null means without end. */
export interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** The days that any of the spans has, as spans that neither touch nor overlap, earliest first. */
export function union(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const joined: Span[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last === undefined || !meets(last, span)) joined.push({ from: span.from, to: span.to });
    else joined[joined.length - 1] = { from: last.from, to: later(last.to, span.to) };
  }
  return joined;
}

/** The days that both have. Each list must be a union. */
export function intersection(left: readonly Span[], right: readonly Span[]): Span[] {
  return left.flatMap((a) =>
    right.flatMap((b) => {
      const from = a.from > b.from ? a.from : b.from;
      const to = earlier(a.to, b.to);
      return to === null || from <= to ? [{ from, to }] : [];
    }),
  );
}

/** The days that `from` has and `without` has not. Each list must be a union. */
export function difference(from: readonly Span[], without: readonly Span[]): Span[] {
  return without.reduce<Span[]>((left, gap) => left.flatMap((span) => cut(span, gap)), [...from]);
}

function cut(span: Span, gap: Span): Span[] {
  const isApart = (gap.to !== null && gap.to < span.from) || (span.to !== null && span.to < gap.from);
  if (isApart) return [span];
  const before = span.from < gap.from ? [{ from: span.from, to: addDays(gap.from, -1) }] : [];
  if (gap.to === null || (span.to !== null && span.to <= gap.to)) return before;
  return [...before, { from: addDays(gap.to, 1), to: span.to }];
}

/** `next` does not begin before `last`. */
function meets(last: Span, next: Span): boolean {
  return last.to === null || next.from <= addDays(last.to, 1);
}

function later(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  return a === null || b === null ? null : a > b ? a : b;
}

function earlier(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
