import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { Evidence } from '../evidence/evidence.js';
import { type Why, whyWords } from './explanation.js';

/** What a level asks for beyond evidence. */
export interface LevelRules {
  /** STD-30. How many different assessors the evidence for a level needs; 1 when left out. */
  readonly assessors?: number;
}

/** One piece of evidence in an explanation: whether it counts, and why, as a sentence in both languages. */
export interface StandingReason {
  readonly evidence: Evidence;
  readonly counts: boolean;
  /** The reason as a word, for programs. */
  readonly code: Why;
  readonly why: { readonly en: string; readonly cy: string };
}

/**
 * A person's level in one skill on a day, as far as was known at an instant. A function of evidence and never stored as a
 * fact of its own. `level` is what is in date: it takes no account of fade, absence or authority to practise.
 */
export interface Standing {
  /** 0–4. */
  readonly level: number;
  /** The last day on which this level holds without new evidence, included; null at level 0. */
  readonly lastValidDay: CalendarDate | null;
  /** Every piece that was known, newest first. */
  readonly because: readonly StandingReason[];
}

const LEVELS = [4, 3, 2, 1] as const;

/**
 * STD-04. Standing from evidence. Drops what was not yet known, withdrawn, not yet begun or expired; then, for each
 * level, the latest piece that bears on it decides. Evidence for a level bears on it and on those below; a negative
 * finding bears on its level and on those above. On one day the later record decides, and at the same instant the
 * finding against. `knownAt` is an instant: what was recorded after it is as if it did not exist.
 */
export function standingAt(evidence: readonly Evidence[], asAt: CalendarDate, knownAt: Date): Standing {
  return standingBy(evidence, { asAt, knownAt });
}

/** As `standingAt`, by the written rules of a level where there are any. */
export function standingBy(
  evidence: readonly Evidence[],
  { asAt, knownAt }: { readonly asAt: CalendarDate; readonly knownAt: Date },
  rules: LevelRules = {},
): Standing {
  const needed = rules.assessors ?? 1;
  const known = evidence.filter((piece) => piece.recordedAt <= knownAt).sort(newestFirst);
  const inForce = known.filter((piece) => absence(piece, asAt, knownAt) === null);
  const level = heldBy(inForce, needed);
  const counting = inForce.filter((piece) => countsFor(piece, inForce, level));
  return {
    level,
    lastValidDay: level === 0 ? null : lastDayOf(counting, needed),
    because: known.map((piece) => explain(piece, { inForce, counting, level, needed, asAt, knownAt })),
  };
}

/** STD-04. The level alone, without its explanation: for read models that ask for many days. */
export function levelAt(evidence: readonly Evidence[], asAt: CalendarDate, knownAt: Date): number {
  const inForce = evidence.filter(
    (piece) => piece.recordedAt <= knownAt && absence(piece, asAt, knownAt) === null,
  );
  return heldBy(inForce.sort(newestFirst), 1);
}

/** `inForce` is newest first. */
function heldBy(inForce: readonly Evidence[], needed: number): number {
  return LEVELS.find((candidate) => holds(inForce, candidate, needed)) ?? 0;
}

function newestFirst(a: Evidence, b: Evidence): number {
  if (a.from !== b.from) return a.from < b.from ? 1 : -1;
  const recorded = b.recordedAt.getTime() - a.recordedAt.getTime();
  if (recorded !== 0) return recorded;
  return Number(b.kind === 'negative') - Number(a.kind === 'negative');
}

function absence(piece: Evidence, asAt: CalendarDate, knownAt: Date): Why | null {
  if (piece.ended !== null && piece.ended.at <= knownAt) return piece.ended.how;
  if (piece.from > asAt) return 'not-yet';
  return piece.lastValidDay < asAt ? 'expired' : null;
}

function bearsOn(piece: Evidence, level: number): boolean {
  return piece.kind === 'negative' ? piece.level <= level : piece.level >= level;
}

/** `inForce` is newest first: what bears on the level is for it down to the first finding against it. */
function holds(inForce: readonly Evidence[], level: number, needed: number): boolean {
  const bearing = inForce.filter((piece) => bearsOn(piece, level));
  const finding = bearing.findIndex(({ kind }) => kind === 'negative');
  const speaking = finding === -1 ? bearing : bearing.slice(0, finding);
  return speaking.length > 0 && assessorsOf(speaking).size >= needed;
}

/** STD-30. Who judged, each once; what nobody of Lantern judged is judged by its own source. */
function assessorsOf(pieces: readonly Evidence[]): Set<string> {
  const named = ({ provenance, sourceId }: Evidence): readonly string[] =>
    provenance === undefined || provenance === null || provenance.assessors.length === 0
      ? [sourceId]
      : provenance.assessors;
  return new Set(pieces.flatMap(named));
}

/** Evidence for the level counts unless a later finding overrules it; a finding counts while it overrules something. */
function countsFor(piece: Evidence, inForce: readonly Evidence[], level: number): boolean {
  const place = inForce.indexOf(piece);
  if (piece.kind === 'negative') {
    const overruled = inForce
      .slice(0, place)
      .some((newer) => newer.kind !== 'negative' && newer.level >= piece.level);
    return !overruled;
  }
  return level > 0 && piece.level >= level && !overrules(inForce.slice(0, place), level);
}

function overrules(newer: readonly Evidence[], level: number): boolean {
  return newer.some((piece) => piece.kind === 'negative' && piece.level <= level);
}

/** The last day on which enough assessors still speak for the level. */
function lastDayOf(counting: readonly Evidence[], needed: number): CalendarDate | null {
  const speaking = counting.filter(({ kind }) => kind !== 'negative');
  const days = speaking
    .map(({ lastValidDay }) => lastValidDay)
    .sort()
    .reverse();
  const holdsOn = (day: CalendarDate) => speaking.filter(({ lastValidDay }) => lastValidDay >= day);
  return days.find((day) => assessorsOf(holdsOn(day)).size >= needed) ?? null;
}

interface Decided {
  readonly inForce: readonly Evidence[];
  readonly counting: readonly Evidence[];
  readonly level: number;
  readonly needed: number;
  readonly asAt: CalendarDate;
  readonly knownAt: Date;
}

function explain(piece: Evidence, decided: Decided): StandingReason {
  const counts = decided.counting.includes(piece);
  const why = absence(piece, decided.asAt, decided.knownAt) ?? bearing(piece, decided, counts);
  return {
    evidence: piece,
    counts,
    code: why,
    why: whyWords(why, piece, { held: decided.level, needed: decided.needed }),
  };
}

function bearing(piece: Evidence, decided: Decided, counts: boolean): Why {
  if (piece.kind === 'negative') return counts ? 'finding-counts' : 'finding-overruled';
  const newer = decided.inForce.slice(0, decided.inForce.indexOf(piece));
  const isOverruled = overrules(newer, piece.level);
  if (isOverruled) return counts ? 'counts-lower' : 'overruled';
  const isFew = decided.needed > 1 && piece.level > decided.level;
  if (counts) return isFew ? 'counts-lower-few' : 'counts';
  return isFew ? 'too-few' : 'below';
}
