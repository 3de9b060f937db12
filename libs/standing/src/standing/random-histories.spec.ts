import { addDays, type CalendarDate, calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import type { Evidence, EvidenceId, EvidenceKind } from '../evidence/evidence.js';
import type { Confidence, Provenance } from '../evidence/provenance.js';
import { standingBy } from './standing.js';

/** What happened, in the order in which Lantern learnt of it. A record that is there already changes nothing. */
type Happening =
  | {
      readonly at: number;
      readonly what: 'record';
      readonly piece: Piece;
      readonly supersedes: string | null;
    }
  | { readonly at: number; readonly what: 'withdraw'; readonly source: string };

interface Piece {
  readonly source: string;
  readonly kind: EvidenceKind;
  readonly level: 1 | 2 | 3 | 4;
  readonly from: CalendarDate;
  readonly last: CalendarDate;
  readonly assessors: readonly string[];
  /** The second person: their word counts for no assessor's. */
  readonly checkedBy: string | null;
}

const FOR = ['award', 'observed', 'external', 'prior'] as const;
const CONFIDENCE: Record<EvidenceKind, Confidence> = {
  ...{ award: 'judged', observed: 'judged', external: 'documented', prior: 'judged', negative: 'judged' },
};
const DAY_0 = calendarDateOf('2026-01-01');
const MINUTE_0 = Date.parse('2026-01-01T00:00:00Z');
const instant = (at: number) => new Date(MINUTE_0 + at * 60_000);
const SEED = Number(process.env['LANTERN_SEED'] ?? 20_261_123);

function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** A history: records early and late, again and again, withdrawn and superseded; on both axes in any order. */
function aHistory(random: (below: number) => number): Happening[] {
  const happenings: Happening[] = [];
  const pieces: Piece[] = [];
  const count = random(9);
  for (let at = 0; at < count; at++) {
    const learnt = random(12);
    const known = pieces[random(pieces.length + 1)];
    const kind = random(6);
    if (kind === 0 && known !== undefined)
      happenings.push({ at: learnt, what: 'withdraw', source: known.source });
    else if (kind === 1 && known !== undefined)
      happenings.push({ at: learnt, what: 'record', piece: known, supersedes: null });
    else {
      const piece = aPiece(`source-${at}`, random);
      pieces.push(piece);
      const supersedes = kind === 2 && known !== undefined ? known.source : null;
      happenings.push({ at: learnt, what: 'record', piece, supersedes });
    }
  }
  // Stable: what is learnt in one minute keeps its order.
  return happenings.toSorted((a, b) => a.at - b.at);
}

function aPiece(source: string, random: (below: number) => number): Piece {
  const begins = random(30);
  return {
    source,
    kind: random(4) === 0 ? 'negative' : (FOR[random(FOR.length)] ?? 'award'),
    level: (1 + random(4)) as Piece['level'],
    from: addDays(DAY_0, begins),
    last: addDays(DAY_0, begins + random(25)),
    assessors: Array.from({ length: random(3) }, () => `assessor-${random(3)}`),
    checkedBy: random(2) === 0 ? null : `assessor-${random(3)}`,
  };
}

/** Evidence as Lantern would hold it after all of that. */
function evidenceOf(happenings: readonly Happening[]): Evidence[] {
  const held = new Map<string, Evidence>();
  const end = (source: string, at: number, how: 'withdrawn' | 'superseded') => {
    const piece = held.get(source);
    if (piece !== undefined && piece.ended === null)
      held.set(source, { ...piece, ended: { at: instant(at), how } });
  };
  for (const happening of happenings) {
    if (happening.what === 'withdraw') end(happening.source, happening.at, 'withdrawn');
    else if (!held.has(happening.piece.source)) {
      if (happening.supersedes !== null) end(happening.supersedes, happening.at, 'superseded');
      held.set(happening.piece.source, asEvidence(happening.piece, happening.at));
    }
  }
  return [...held.values()];
}

function asEvidence(piece: Piece, at: number): Evidence {
  return {
    ...{ id: newId<EvidenceId>(), forceId: 'f' as ForceId, personId: 'p' as PersonId, skillId: 'DEV-01' },
    ...{ level: piece.level, kind: piece.kind, title: englishOnly('x') },
    ...{ sourceId: piece.source, certification: null, from: piece.from, lastValidDay: piece.last },
    provenance: provenanceOf(piece),
    ...{ recordedAt: instant(at), ended: null },
  };
}

/** An award has none; the others say who judged and who checked, and some where they come from. */
function provenanceOf({ kind, assessors, checkedBy, source }: Piece): Provenance | null {
  if (kind === 'award' && assessors.length === 0) return null;
  const said = { assessors: assessors as PersonId[], confidence: CONFIDENCE[kind], source: null } as const;
  const checked = checkedBy === null ? {} : { checkedBy: checkedBy as PersonId };
  const external = kind === 'external' ? { external: { issuer: 'x', number: source, fileIds: [] } } : {};
  return { ...said, ...checked, ...external };
}

interface Answer {
  readonly level: number;
  readonly lastValidDay: string | null;
}

/**
 * The second implementation: it replays what was learnt up to `knownAt` and asks of every level the question in words. Is
 * there a piece for it after which no finding against it came, by enough different people?
 */
function naively(
  happenings: readonly Happening[],
  { asAt, knownAt, needed }: { asAt: string; knownAt: number; needed: number },
): Answer {
  const today = [...learntBy(happenings, knownAt)].filter(
    ({ piece, gone }) => !gone && !(asAt < piece.from) && !(piece.last < asAt),
  );
  for (let level = 4; level >= 1; level--) {
    const against = today.filter(({ piece }) => piece.kind === 'negative' && piece.level <= level);
    const speaking = today.filter(
      (mine) =>
        mine.piece.kind !== 'negative' &&
        mine.piece.level >= level &&
        !against.some(
          (finding) =>
            finding.piece.from > mine.piece.from ||
            (finding.piece.from === mine.piece.from && finding.at >= mine.at),
        ),
    );
    const voices = (list: typeof speaking) => {
      const names: string[] = [];
      for (const { piece } of list)
        for (const name of piece.assessors.length > 0 ? piece.assessors : [piece.source])
          if (!names.includes(name)) names.push(name);
      return names.length;
    };
    if (speaking.length === 0 || voices(speaking) < needed) continue;
    let last = asAt;
    for (let ahead = 0; ahead < 60; ahead++) {
      const day = addDays(calendarDateOf(asAt), ahead);
      if (voices(speaking.filter(({ piece }) => piece.last >= day)) >= needed) last = day;
    }
    return { level, lastValidDay: last };
  }
  return { level: 0, lastValidDay: null };
}

/** What was known of each source at an instant, in the order in which it was learnt. */
function learntBy(happenings: readonly Happening[], knownAt: number): Iterable<Learnt> {
  const seen = new Map<string, Learnt>();
  for (const happening of happenings.filter(({ at }) => at <= knownAt)) {
    if (happening.what === 'withdraw') {
      const it = seen.get(happening.source);
      if (it) it.gone = true;
      continue;
    }
    if (seen.has(happening.piece.source)) continue;
    const old = happening.supersedes === null ? undefined : seen.get(happening.supersedes);
    if (old) old.gone = true;
    seen.set(happening.piece.source, { piece: happening.piece, at: happening.at, gone: false });
  }
  return seen.values();
}

interface Learnt {
  readonly piece: Piece;
  readonly at: number;
  gone: boolean;
}

describe('standing on random histories', () => {
  it(`STD-04 STD-30 equals a second implementation on 10,000 of them (seed ${SEED})`, () => {
    const random = numbersFrom(SEED);
    const levels = [0, 0, 0, 0, 0];
    const kinds = new Map<string, number>();
    const wrong: unknown[] = [];
    for (let history = 0; history < 10_000; history++) {
      const happenings = aHistory(random);
      const evidence = evidenceOf(happenings);
      for (const { kind } of evidence) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      const shuffled = evidence.toSorted(() => random(3) - 1);
      for (let question = 0; question < 3; question++) {
        const asAt = addDays(DAY_0, random(55));
        const knownAt = random(13);
        const assessors = 1 + random(3);
        const { level, lastValidDay } = standingBy(
          shuffled,
          { asAt, knownAt: instant(knownAt) },
          { assessors },
        );
        const expected = naively(happenings, { asAt, knownAt, needed: assessors });
        levels[expected.level] = (levels[expected.level] ?? 0) + 1;
        if (level !== expected.level || lastValidDay !== expected.lastValidDay)
          wrong.push({ history, asAt, knownAt, assessors, level, lastValidDay, expected });
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    // The histories are of every sort: each level is the answer often.
    expect(Math.min(...levels)).toBeGreaterThan(500);
    expect([...kinds.keys()].toSorted()).toEqual(['award', 'external', 'negative', 'observed', 'prior']);
    expect(Math.min(...kinds.values())).toBeGreaterThan(1000);
  }, 120_000);
});
