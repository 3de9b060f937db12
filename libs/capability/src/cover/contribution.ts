import type { SkillId } from '@app/framework';
import type { UnitId } from '@app/identity';
import { addDays, type CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import {
  type AuthorityRecord,
  authorityTurns,
  type Evidence,
  levelAt,
  type Practice,
  practiceOn,
} from '@app/standing';
import { difference, intersection, type Span, union } from './span.js';
import { addSpans, type Changes } from './steps.js';

/** What must be known of a person to say where and when they count. */
export interface PersonFacts {
  readonly personId: PersonId;
  /** `path` runs from the root of the tree down to the unit of the posting. */
  readonly postings: readonly (Span & { readonly path: readonly UnitId[]; readonly roleId: string })[];
  readonly absences: readonly Span[];
  readonly isSuspended: boolean;
  readonly evidence: readonly Evidence[];
  readonly authority: readonly AuthorityRecord[];
}

/**
 * What is counted: people posted in a role (`need` null), those of them in date in a skill at a level who may practise, or
 * (`supervised`) those who are so only under supervision.
 */
export interface Cell {
  /** Null: the whole force. */
  readonly unitId: UnitId | null;
  readonly roleId: string;
  readonly need: { readonly skillId: SkillId; readonly level: number } | null;
  readonly supervised?: boolean;
}

/** The days on which one person counts in one cell. */
export interface Entry {
  readonly cell: Cell;
  readonly spans: readonly Span[];
}

const LEVELS = [1, 2, 3, 4] as const;
/** Everything that was ever recorded is known. */
const KNOWN = new Date(8.64e15);

/** The key of a cell within its force. */
export function cellKey({ unitId, roleId, need, supervised }: Cell): string {
  const what = need === null ? 'posted' : `${need.skillId}/${need.level}`;
  return `${unitId ?? 'force'}/${roleId}/${what}${supervised === true ? '/supervised' : ''}`;
}

/**
 * CAP-01 to CAP-05. Where and when a person counts, from what is known of them and nothing else, so that order and number
 * of the events that led here make no difference. Once per unit, its tree below included, and once for the force.
 */
export function contributionOf(facts: PersonFacts): Entry[] {
  const levels = levelSpans(facts);
  const away = union(facts.absences);
  return [...postedSpans(facts)].flatMap(([, { cell, spans }]) => {
    const posted = union(spans);
    const present = facts.isSuspended ? [] : difference(posted, away);
    const held = levels.map(({ need, supervised, spans: inDate }) => ({
      cell: { ...cell, need, ...(supervised ? { supervised } : {}) },
      spans: intersection(present, inDate),
    }));
    return [{ cell, spans: posted }, ...held.filter((entry) => entry.spans.length > 0)];
  });
}

function postedSpans(facts: PersonFacts): Map<string, { cell: Cell; spans: Span[] }> {
  const posted = new Map<string, { cell: Cell; spans: Span[] }>();
  for (const { path, roleId, from, to } of facts.postings) {
    for (const unitId of [null, ...path]) {
      const cell = { unitId, roleId, need: null };
      const known: { cell: Cell; spans: Span[] } = posted.get(cellKey(cell)) ?? { cell, spans: [] };
      known.spans.push({ from, to });
      posted.set(cellKey(cell), known);
    }
  }
  return posted;
}

interface LevelSpans {
  readonly need: { readonly skillId: SkillId; readonly level: number };
  readonly supervised: boolean;
  readonly spans: Span[];
}

/**
 * CAP-03, CAP-05. For each skill and level, the days on which standing is at that level or above by what the person may
 * practise; and those on which it is so only when practice under supervision is counted in.
 */
function levelSpans({ evidence, authority }: Pick<PersonFacts, 'evidence' | 'authority'>): LevelSpans[] {
  return [...Map.groupBy(evidence, ({ skillId }) => skillId)].flatMap(([skillId, pieces]) => {
    const authorised = levelPeriods(pieces, authority, ['authorised']);
    const practising = levelPeriods(pieces, authority, ['authorised', 'supervised']);
    return LEVELS.flatMap((level) => {
      const need = { skillId, level };
      const alone = union(authorised.filter((period) => period.level >= level));
      const under = difference(union(practising.filter((period) => period.level >= level)), alone);
      return [
        { need, supervised: false, spans: alone },
        { need, supervised: true, spans: under },
      ];
    }).filter(({ spans }) => spans.length > 0);
  });
}

/** Levels change only where a piece or a record of authority begins, or on the day after its last. */
function levelPeriods(
  pieces: readonly Evidence[],
  authority: readonly AuthorityRecord[],
  practices: readonly Practice[],
): (Span & { level: number })[] {
  const days = pieces.flatMap(({ from, lastValidDay }) => [from, addDays(lastValidDay, 1)]);
  const turns: CalendarDate[] = [...new Set([...days, ...authorityTurns(authority)])].sort();
  return turns.flatMap((from, index) => {
    const next = turns[index + 1];
    if (next === undefined) return [];
    const counting = pieces.filter((piece) => practices.includes(practiceUnder(piece, authority, from)));
    return [{ from, to: addDays(next, -1), level: levelAt(counting, from, KNOWN) }];
  });
}

/** CAP-05. Authority is asked for where the evidence is of a certification's award; a finding against counts always. */
function practiceUnder(
  { certification }: Evidence,
  authority: readonly AuthorityRecord[],
  day: CalendarDate,
): Practice {
  if (certification === null) return 'authorised';
  const records = authority.filter(({ certificationCode }) => certificationCode === certification.code);
  return practiceOn(records, day, certification.needsAuthority);
}

/** What changes in each cell when a person counts as `after` says and no longer as `before` said. */
export interface CellChanges {
  readonly cell: Cell;
  readonly changes: Changes;
}

/** Adds the change from one contribution to another to those collected so far, by cell key. */
export function collectChanges(
  into: Map<string, CellChanges>,
  before: readonly Entry[],
  after: readonly Entry[],
): void {
  for (const [entries, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const { cell, spans } of entries) {
      const key = cellKey(cell);
      const collected = into.get(key) ?? { cell, changes: new Map() };
      addSpans(collected.changes, spans, sign);
      into.set(key, collected);
    }
  }
}

/** Whether two contributions say the same. */
export function isSameContribution(before: readonly Entry[], after: readonly Entry[]): boolean {
  return canonical(before) === canonical(after);
}

function canonical(entries: readonly Entry[]): string {
  const lines = entries.map(
    ({ cell, spans }) => `${cellKey(cell)}:${spans.map(({ from, to }) => `${from}-${to ?? ''}`).join()}`,
  );
  return lines.sort().join('\n');
}
