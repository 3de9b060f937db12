import { startOfLondonDay } from '@app/platform/clock/calendar.js';
import { fill } from '@app/platform/refusal/refusal.js';
import type { Evidence } from '../evidence/evidence.js';

/** Why a piece of evidence counts or does not. */
export type Why =
  | 'counts'
  | 'counts-lower'
  | 'counts-lower-few'
  | 'too-few'
  | 'below'
  | 'overruled'
  | 'finding-counts'
  | 'finding-overruled'
  | 'not-yet'
  | 'expired'
  | 'withdrawn'
  | 'superseded';

/** Welsh: draft. */
const sentences: Record<Why, { en: string; cy: string }> = {
  counts: {
    en: 'Counts: it shows level {level} and is in date until the end of {last, date, long}.',
    cy: 'Mae’n cyfrif: mae’n dangos lefel {level} ac mae’n gyfredol hyd ddiwedd {last, date, long}.',
  },
  'counts-lower': {
    en: 'Counts for level {held} only, until the end of {last, date, long}: a later finding stands against level {level}.',
    cy: 'Mae’n cyfrif ar gyfer lefel {held} yn unig, hyd ddiwedd {last, date, long}: mae canfyddiad diweddarach yn erbyn lefel {level}.',
  },
  'counts-lower-few': {
    en: 'Counts for level {held} only, until the end of {last, date, long}: level {level} needs {needed} different assessors.',
    cy: 'Mae’n cyfrif ar gyfer lefel {held} yn unig, hyd ddiwedd {last, date, long}: mae angen {needed} asesydd gwahanol ar lefel {level}.',
  },
  'too-few': {
    en: 'Does not count yet: the level needs {needed} different assessors.',
    cy: 'Nid yw’n cyfrif eto: mae angen {needed} asesydd gwahanol ar y lefel.',
  },
  below: {
    en: 'In date, but at level {level}: other evidence shows level {held}.',
    cy: 'Mae’n gyfredol, ond ar lefel {level}: mae tystiolaeth arall yn dangos lefel {held}.',
  },
  overruled: {
    en: 'Does not count: a later finding against this skill overrules it.',
    cy: 'Nid yw’n cyfrif: mae canfyddiad diweddarach yn erbyn y sgil hon yn ei wrthwneud.',
  },
  'finding-counts': {
    en: 'Counts against level {level} and above, until the end of {last, date, long} or until later evidence shows the level again.',
    cy: 'Mae’n cyfrif yn erbyn lefel {level} ac uwch, hyd ddiwedd {last, date, long} neu nes i dystiolaeth ddiweddarach ddangos y lefel eto.',
  },
  'finding-overruled': {
    en: 'No longer counts against the skill: later evidence shows level {level} again.',
    cy: 'Nid yw’n cyfrif yn erbyn y sgil mwyach: mae tystiolaeth ddiweddarach yn dangos lefel {level} eto.',
  },
  'not-yet': {
    en: 'Does not count on this day: it begins on {first, date, long}.',
    cy: 'Nid yw’n cyfrif ar y diwrnod hwn: mae’n dechrau ar {first, date, long}.',
  },
  expired: {
    en: 'Does not count on this day: its last valid day was {last, date, long}.',
    cy: 'Nid yw’n cyfrif ar y diwrnod hwn: ei ddiwrnod dilys olaf oedd {last, date, long}.',
  },
  withdrawn: { en: 'Does not count: it was withdrawn.', cy: 'Nid yw’n cyfrif: fe’i tynnwyd yn ôl.' },
  superseded: {
    en: 'Does not count: a newer record took its place.',
    cy: 'Nid yw’n cyfrif: cymerodd cofnod mwy diweddar ei le.',
  },
};

/** The sentence for a piece of evidence, in both languages. */
export function whyWords(
  why: Why,
  piece: Evidence,
  { held, needed }: { held: number; needed: number },
): { en: string; cy: string } {
  const facts = {
    level: piece.level,
    held,
    needed,
    first: startOfLondonDay(piece.from),
    last: startOfLondonDay(piece.lastValidDay),
  };
  const text = sentences[why];
  return { en: fill(text, facts, 'en'), cy: fill(text, facts, 'cy') };
}
