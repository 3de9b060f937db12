import { type Day, FOREVER } from './day.js';

/** Days from the first to the last, both included; `FOREVER` as the last means without end. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The days that any of the spans has, as spans that neither touch nor overlap, earliest first. */
export function union(spans: readonly Span[]): Span[] {
  if (spans.length < 2) return [...spans];
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  const joined: Span[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last === undefined || span.from > last.to + 1) joined.push(span);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return joined;
}

/** The days that both have. Each list must be a union. */
export function intersection(left: readonly Span[], right: readonly Span[]): Span[] {
  return left.flatMap((a) =>
    right.flatMap((b) => {
      const from = Math.max(a.from, b.from);
      const to = Math.min(a.to, b.to);
      return from <= to ? [{ from, to }] : [];
    }),
  );
}

/** The days that `from` has and `without` has not. Each list must be a union. */
export function difference(from: readonly Span[], without: readonly Span[]): Span[] {
  return without.reduce<Span[]>((left, gap) => left.flatMap((span) => cut(span, gap)), [...from]);
}

function cut(span: Span, gap: Span): Span[] {
  if (gap.to < span.from || span.to < gap.from) return [span];
  const before = span.from < gap.from ? [{ from: span.from, to: gap.from - 1 }] : [];
  const isLast = gap.to === FOREVER || span.to <= gap.to;
  return isLast ? before : [...before, { from: gap.to + 1, to: span.to }];
}

/** Whether two of the lists share a day. Each list must be a union. */
export function overlap(lists: readonly (readonly Span[])[]): boolean {
  const sorted = lists.flat().sort((a, b) => a.from - b.from);
  return sorted.some((span, index) => index > 0 && span.from <= (sorted[index - 1]?.to ?? -1));
}

/** Something that was thought of days, from a day on: the next thought takes its place. */
export interface Thought<T extends Span> {
  readonly since: Day;
  readonly spans: readonly T[];
}

/** CAP-31. Of each day what was thought of it on that very day. The thoughts stand in the order of their days. */
export function asKnownThen<T extends Span>(thoughts: readonly Thought<T>[]): T[] {
  return thoughts.flatMap(({ since, spans }, index) => {
    const next = thoughts[index + 1]?.since;
    const until = next === undefined ? FOREVER : next - 1;
    return spans.flatMap((span) => {
      const from = Math.max(span.from, since);
      const to = Math.min(span.to, until);
      return from <= to ? [{ ...span, from, to }] : [];
    });
  });
}
