import type { UnitId } from '@app/identity';
import { FOREVER } from './day.js';
import type { Known, PersonFacts } from './facts.js';
import { type Held, heldBy } from './held.js';
import { asKnownThen, type Span, union } from './span.js';

/** Days by all that is known now, and by what was known on each day. */
export interface Days {
  readonly now: readonly Span[];
  readonly past: readonly Span[];
}

/** One posting as it is counted. */
export interface Post extends Days {
  readonly path: readonly UnitId[];
  readonly roleId: string;
  readonly shift: string | null;
}

/**
 * One person as cover counts them: where they are posted, when they are away or suspended, what they hold. It is all that
 * counts follow from, and small, so that what a person was last counted for can be kept and taken out again to the day.
 */
export interface Profile {
  readonly posts: readonly Post[];
  readonly away: Days;
  readonly held: readonly Held[];
}

export type View = 'now' | 'past';

/** CAP-01 to CAP-05, CAP-31. The profile that follows from the facts, and from nothing else. */
export function profileOf(facts: PersonFacts): Profile {
  const posts = facts.postings.map(({ path, roleId, shift, known }) => ({
    path,
    roleId,
    shift,
    ...daysOf(known),
  }));
  return {
    posts: posts
      .filter(({ path, now, past }) => path.length > 0 && now.length + past.length > 0)
      .sort(byPlace),
    away: awayDays(facts),
    held: posts.length === 0 ? [] : heldBy(facts.evidence, facts.authority),
  };
}

function byPlace(a: Post, b: Post): number {
  const left = placeOf(a);
  const right = placeOf(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

function placeOf({ path, roleId, now, past }: Post): string {
  return `${path.at(-1) ?? ''}/${roleId}/${now[0]?.from ?? 0}/${past[0]?.from ?? 0}`;
}

function daysOf(known: readonly Known[]): Days {
  const thoughts = known.map((each) => ({ since: each.since, spans: [{ from: each.from, to: each.to }] }));
  return { now: [...(thoughts.at(-1)?.spans ?? [])], past: union(asKnownThen(thoughts)) };
}

/** CAP-04. The suspended are away on every day, until reinstated; and were, on the days on which they were suspended. */
function awayDays({ absences, suspensions }: PersonFacts): Days {
  const absent = absences.map(({ known }) => daysOf(known));
  const isSuspended = suspensions.at(-1)?.isSuspended ?? false;
  const thoughts = suspensions.map(({ since, isSuspended: was }) => ({
    since,
    spans: was ? [{ from: 0, to: FOREVER }] : [],
  }));
  return {
    now: isSuspended ? [{ from: 0, to: FOREVER }] : union(absent.flatMap(({ now }) => now)),
    past: union([...absent.flatMap(({ past }) => past), ...asKnownThen(thoughts)]),
  };
}

/** Whether there is nothing to count. */
export function isEmpty({ posts }: Profile): boolean {
  return posts.length === 0;
}

type Flat = readonly number[];
type Packed = readonly [
  posts: readonly (readonly [readonly string[], string, string | null, Flat, Flat])[],
  away: readonly [Flat, Flat],
  held: readonly (readonly [string, Flat, Flat])[],
];

/** A profile as text: the same profile is the same text. */
export function packed({ posts, away, held }: Profile): string {
  const text: Packed = [
    posts.map(({ path, roleId, shift, now, past }) => [path, roleId, shift, flat(now), flat(past)] as const),
    [flat(away.now), flat(away.past)],
    held.map(({ skillId, now, past }) => [skillId, flatHeld(now), flatHeld(past)] as const),
  ];
  return JSON.stringify(text);
}

/** The profile of a text. */
export function unpacked(text: string): Profile {
  const [posts, away, held] = JSON.parse(text) as Packed;
  return {
    posts: posts.map(([path, roleId, shift, now, past]) => ({
      path: path as UnitId[],
      roleId,
      shift,
      now: spans(now),
      past: spans(past),
    })),
    away: { now: spans(away[0]), past: spans(away[1]) },
    held: held.map(([skillId, now, past]) => ({ skillId, now: heldSpans(now), past: heldSpans(past) })),
  };
}

function flat(list: readonly Span[]): number[] {
  return list.flatMap(({ from, to }) => [from, to]);
}

function flatHeld(list: Held['now']): number[] {
  return list.flatMap(({ from, to, alone, supervised }) => [from, to, alone, supervised]);
}

function spans(list: Flat): Span[] {
  const out: Span[] = [];
  for (let at = 0; at < list.length; at += 2) out.push({ from: list[at] ?? 0, to: list[at + 1] ?? 0 });
  return out;
}

function heldSpans(list: Flat): Held['now'] {
  const out: Held['now'][number][] = [];
  for (let at = 0; at < list.length; at += 4)
    out.push({
      ...{ from: list[at] ?? 0, to: list[at + 1] ?? 0 },
      ...{ alone: list[at + 2] ?? 0, supervised: list[at + 3] ?? 0 },
    });
  return out;
}
