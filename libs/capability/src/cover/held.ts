import type { SkillId } from '@app/framework';
import { type AuthorityRecord, type Evidence, levelAt, practiceOn } from '@app/standing';
import { type Day, dateOf, dayOf, dayOfInstant, endOfDay, FOREVER } from './day.js';
import { asKnownThen, type Span } from './span.js';

/** Days on which a person stands at a level: by what they may do alone, and by what they may do under supervision too. */
export interface HeldSpan extends Span {
  /** 0–4. */
  readonly alone: number;
  /** 0–4, never below `alone`. */
  readonly supervised: number;
}

/** One skill of one person, by all that is known now and by what was known on each day. */
export interface Held {
  readonly skillId: SkillId;
  readonly now: readonly HeldSpan[];
  readonly past: readonly HeldSpan[];
}

/** Everything that was ever recorded is known. */
const ALL_KNOWN = new Date(8.64e15);

/** CAP-03, CAP-05, CAP-31. What a person holds in each skill of which there is evidence, in the order of the skills. */
export function heldBy(evidence: readonly Evidence[], authority: readonly AuthorityRecord[]): Held[] {
  const bySkill = Map.groupBy(evidence, ({ skillId }) => skillId);
  const held = [...bySkill].map(([skillId, pieces]) => heldIn(skillId, pieces, bearing(pieces, authority)));
  return held.filter(({ now, past }) => now.length + past.length > 0).sort(bySkillId);
}

function bySkillId(a: Held, b: Held): number {
  return a.skillId < b.skillId ? -1 : 1;
}

function bearing(pieces: readonly Evidence[], authority: readonly AuthorityRecord[]): AuthorityRecord[] {
  if (authority.length === 0) return [];
  const codes = new Set(pieces.map(({ certification }) => certification?.code));
  return authority.filter(({ certificationCode }) => codes.has(certificationCode));
}

function heldIn(skillId: SkillId, pieces: readonly Evidence[], authority: readonly AuthorityRecord[]): Held {
  const now = spansOf(pieces, authority, ALL_KNOWN);
  const days = daysOfKnowing(pieces, authority);
  const thoughts = days.map((since, index) => {
    const isLast = index === days.length - 1;
    return { since, spans: isLast ? now : spansOf(pieces, authority, endOfDay(since)) };
  });
  return { skillId, now, past: joined(asKnownThen(thoughts)) };
}

/** The days on which something about the skill became known, in their order. */
function daysOfKnowing(pieces: readonly Evidence[], authority: readonly AuthorityRecord[]): Day[] {
  const days = new Set<Day>();
  for (const { recordedAt, ended } of pieces) {
    days.add(dayOfInstant(recordedAt));
    if (ended !== null) days.add(dayOfInstant(ended.at));
  }
  for (const { recordedAt } of authority) days.add(dayOfInstant(recordedAt));
  return [...days].sort((a, b) => a - b);
}

/** Levels change only where a piece or a record of authority begins, or on the day after its last. */
function spansOf(
  pieces: readonly Evidence[],
  authority: readonly AuthorityRecord[],
  knownAt: Date,
): HeldSpan[] {
  const records = authority.filter(({ recordedAt }) => recordedAt <= knownAt);
  const turns = turnsOf(pieces, records);
  const asks = pieces.some(({ certification }) => certification?.needsAuthority === true);
  const isPlain = records.length === 0 && !asks;
  const spans = turns.flatMap((from, index) => {
    const next = turns[index + 1];
    if (next === undefined) return [];
    const levels = isPlain ? plain(pieces, from, knownAt) : practised(pieces, records, { from, knownAt });
    return [{ from, to: next - 1, ...levels }];
  });
  return joined(spans.filter(({ supervised }) => supervised > 0));
}

function plain(pieces: readonly Evidence[], from: Day, knownAt: Date): Omit<HeldSpan, 'from' | 'to'> {
  const level = levelAt(pieces, dateOf(from), knownAt);
  return { alone: level, supervised: level };
}

/** CAP-05. Authority is asked for where the evidence is of a certification's award; a finding against counts always. */
function practised(
  pieces: readonly Evidence[],
  records: readonly AuthorityRecord[],
  { from, knownAt }: { from: Day; knownAt: Date },
): Omit<HeldSpan, 'from' | 'to'> {
  const day = dateOf(from);
  const practice = pieces.map(({ certification }) => {
    if (certification === null) return 'authorised';
    const own = records.filter(({ certificationCode }) => certificationCode === certification.code);
    return practiceOn(own, day, certification.needsAuthority);
  });
  const alone = pieces.filter((_, index) => practice[index] === 'authorised');
  const under = pieces.filter((_, index) => practice[index] !== 'none');
  return { alone: levelAt(alone, day, knownAt), supervised: levelAt(under, day, knownAt) };
}

function turnsOf(pieces: readonly Evidence[], records: readonly AuthorityRecord[]): Day[] {
  const turns = new Set<Day>();
  for (const { from, lastValidDay } of pieces) turns.add(dayOf(from)).add(dayOf(lastValidDay) + 1);
  for (const { from, to } of records) {
    turns.add(dayOf(from));
    if (to !== null) turns.add(dayOf(to) + 1);
  }
  return [...turns].filter((day) => day <= FOREVER).sort((a, b) => a - b);
}

/** Spans that touch and say the same become one. The spans stand in the order of their days. */
function joined(spans: readonly HeldSpan[]): HeldSpan[] {
  const out: HeldSpan[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    const goesOn =
      last !== undefined &&
      last.to + 1 === span.from &&
      last.alone === span.alone &&
      last.supervised === span.supervised;
    if (goesOn) out[out.length - 1] = { ...last, to: span.to };
    else out.push(span);
  }
  return out;
}
