import type { SkillId, SkillLevel } from '@app/framework';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import type { Id } from '@app/platform/ids/ids.js';
import { refusal } from './refusals.js';

export type ExtractId = Id<'Extract'>;

/** What an extract is asked to prove: was this person in date in this skill at this level on that day, as known at that instant? */
export interface ExtractQuestion {
  readonly personId: PersonId;
  readonly skillId: SkillId;
  /** 1–4. */
  readonly level: SkillLevel;
  readonly asAt: CalendarDate;
  readonly knownAt: Date;
}

/** Two languages of one sentence, as a document holds them. */
export type Sentence = { readonly en: string; readonly cy: string };

/** Who judged a piece of evidence, and what made them fit to on that day, as far as was known then. */
export type ExtractAssessor = {
  readonly name: string;
  readonly skill: string;
  readonly level: number;
  readonly held: number;
  readonly inDate: boolean;
  readonly on: string;
};

/** The record that a piece of evidence comes from. */
export type ExtractAward = {
  readonly serial: string;
  readonly course: string;
  /** The number of the course version that was taken: its content is kept for ever. */
  readonly courseVersion: number;
  readonly awardedOn: string;
  readonly lastValidDay: string;
  readonly withdrawnOn: string | null;
  readonly assessors: readonly ExtractAssessor[];
};

/** One piece of evidence, whether it counts, and why. */
export type ExtractEvidence = {
  readonly id: string;
  readonly kind: string;
  readonly title: Sentence;
  readonly level: number;
  readonly from: string;
  readonly lastValidDay: string;
  readonly recordedAt: string;
  readonly counts: boolean;
  readonly why: Sentence;
  /** Null for what no award of this force gave. */
  readonly award: ExtractAward | null;
};

/** Authority to practise on the day, under one certification. */
export type ExtractAuthority = {
  readonly certification: string;
  readonly state: string;
  readonly from: string;
  readonly to: string | null;
  readonly ground: string;
};

/**
 * The content of an extract: plain JSON, so that it can be sealed. It holds what was true and known, and no mark, answer or reason
 * (DESIGN 4.12). Times are UTC, days are days in Europe/London.
 */
export type ExtractContent = {
  readonly document: 'lantern-extract/1';
  /** Handling marking: it holds personal data. */
  readonly marking: 'OFFICIAL-SENSITIVE';
  readonly serial: string;
  /** What only who holds the document knows, for its verification. */
  readonly code: string;
  readonly verifyAt: string;
  readonly force: string;
  readonly person: { readonly name: string; readonly staffNumber: string | null };
  readonly skill: { readonly id: string; readonly name: Sentence };
  readonly question: { readonly level: number; readonly asAt: string; readonly knownAt: string };
  readonly answer: { readonly inDate: boolean; readonly held: number; readonly lastValidDay: string | null };
  readonly authority: readonly ExtractAuthority[];
  readonly evidence: readonly ExtractEvidence[];
  readonly made: { readonly at: string; readonly by: string };
};

/** An extract as it is remembered: what it said, by digest, and where its two files are. Never changed. */
export interface Extract extends ExtractQuestion {
  readonly id: ExtractId;
  /** As printed: LX- and ten characters. National. */
  readonly serial: string;
  /** SHA-256 of the code that only the document holds. */
  readonly codeDigest: string;
  readonly held: number;
  readonly inDate: boolean;
  /** The evidence that counted, by id: what a later look compares with. */
  readonly counted: readonly string[];
  readonly jsonFileId: FileId;
  readonly pdfFileId: FileId;
  readonly madeBy: PersonId;
  readonly madeAt: Date;
}

/** CAP-60. Refuses a question about a day or an instant that has not come: nobody can prove it. */
export function refuseFuture(
  { asAt, knownAt }: Pick<ExtractQuestion, 'asAt' | 'knownAt'>,
  { today, now }: { today: CalendarDate; now: Date },
): void {
  if (asAt > today) throw refusal('EXTRACT_OF_THE_FUTURE', { field: 'asAt' });
  if (knownAt > now) throw refusal('EXTRACT_OF_THE_FUTURE', { field: 'knownAt' });
}

/** The longest reason for an extract, in characters. */
export const LONGEST_REASON = 500;

/** CAP-61. The reason for which it is made, or a refusal when there is none. */
export function reasonOf(text: string): string {
  const reason = text.trim();
  if (reason === '' || reason.length > LONGEST_REASON)
    throw refusal('EXTRACT_REASON_MISSING', { facts: { most: LONGEST_REASON }, field: 'reason' });
  return reason;
}

/** What a verification says. */
export type ExtractStanding = 'VALID' | 'CHANGED_SINCE' | 'UNKNOWN';

/**
 * CAP-63. Whether what an extract said of its day still stands by what is known now: the same level, resting on the same
 * evidence.
 */
export function standsStill(
  extract: Pick<Extract, 'held' | 'counted'>,
  now: { readonly level: number; readonly counted: readonly string[] },
): boolean {
  const sameEvidence =
    extract.counted.length === now.counted.length && extract.counted.every((id) => now.counted.includes(id));
  return extract.held === now.level && sameEvidence;
}
