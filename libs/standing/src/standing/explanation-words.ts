import { type CalendarDate, startOfLondonDay } from '@app/platform/clock/calendar.js';
import type { Language } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { type Facts, fill } from '@app/platform/refusal/refusal.js';
import type { Evidence, EvidenceKind } from '../evidence/evidence.js';
import type { Confidence } from '../evidence/provenance.js';

type Both = Readonly<Record<Language, string>>;

/** Welsh: draft. */
const sentences = {
  none: {
    en: '{skill}: no level in date on {on, date, long}, as known at {known, date, long} {known, time, short}.',
    cy: '{skill}: dim lefel gyfredol ar {on, date, long}, fel y gwyddid ar {known, date, long} {known, time, short}.',
  },
  held: {
    en: '{skill}: level {level} on {on, date, long}, and without new evidence until the end of {last, date, long}, as known at {known, date, long} {known, time, short}.',
    cy: '{skill}: lefel {level} ar {on, date, long}, a heb dystiolaeth newydd hyd ddiwedd {last, date, long}, fel y gwyddid ar {known, date, long} {known, time, short}.',
  },
  'held-open': {
    en: '{skill}: level {level} on {on, date, long}, as known at {known, date, long} {known, time, short}.',
    cy: '{skill}: lefel {level} ar {on, date, long}, fel y gwyddid ar {known, date, long} {known, time, short}.',
  },
  'held-by-rule': {
    en: '{skill}: level {level} on {on, date, long} by a rule of the framework, as known at {known, date, long} {known, time, short}. Cover counts only a skill’s own evidence.',
    cy: '{skill}: lefel {level} ar {on, date, long} yn ôl rheol y fframwaith, fel y gwyddid ar {known, date, long} {known, time, short}. Dim ond tystiolaeth y sgil ei hun y mae’r ddarpariaeth yn ei chyfrif.',
  },
  known: {
    en: 'Known since {at, date, long} {at, time, short}.',
    cy: 'Yn hysbys ers {at, date, long} {at, time, short}.',
  },
  withdrawn: {
    en: 'Withdrawn on {at, date, long} {at, time, short}; the reason is on record.',
    cy: 'Tynnwyd yn ôl ar {at, date, long} {at, time, short}; mae’r rheswm ar gofnod.',
  },
  superseded: {
    en: 'Superseded on {at, date, long} {at, time, short}; the reason is on record.',
    cy: 'Disodlwyd ar {at, date, long} {at, time, short}; mae’r rheswm ar gofnod.',
  },
  'rule-holds': {
    en: 'By a rule of the framework level {level} follows, since {held} of {parts} other skills are held and it takes {needed}.',
    cy: 'Yn ôl rheol y fframwaith mae lefel {level} yn dilyn, gan fod {held} o {parts} sgil arall ar gael a bod angen {needed}.',
  },
  'rule-fails': {
    en: 'By a rule of the framework level {level} would follow from {needed} of {parts} other skills; {held} held.',
    cy: 'Yn ôl rheol y fframwaith byddai lefel {level} yn dilyn o {needed} o {parts} sgil arall; mae {held} ar gael.',
  },
  'rule-overruled': {
    en: 'By a rule of the framework level {level} would follow, but a finding against this skill stands in the way.',
    cy: 'Yn ôl rheol y fframwaith byddai lefel {level} yn dilyn, ond mae canfyddiad yn erbyn y sgil hon yn ei atal.',
  },
  'part-holds': {
    en: '{skill} at level {level}: held, at level {held}.',
    cy: '{skill} ar lefel {level}: ar gael, ar lefel {held}.',
  },
  'part-fails': {
    en: '{skill} at level {level}: not held; the level is {held}.',
    cy: '{skill} ar lefel {level}: ddim ar gael; y lefel yw {held}.',
  },
  piece: { en: '{kind} “{title}”, level {level}. {why}', cy: '{kind} “{title}”, lefel {level}. {why}' },
  source: {
    en: 'Source: {source}. How sure: {confidence}.',
    cy: 'Ffynhonnell: {source}. Pa mor sicr: {confidence}.',
  },
  certificate: {
    en: 'Source: {source}, certificate {number}. How sure: {confidence}.',
    cy: 'Ffynhonnell: {source}, tystysgrif {number}. Pa mor sicr: {confidence}.',
  },
  judged: { en: 'Judged by {judges}.', cy: 'Barnwyd gan {judges}.' },
  'judged-and-checked': {
    en: 'Judged by {judges}; confirmed by {checked}.',
    cy: 'Barnwyd gan {judges}; cadarnhawyd gan {checked}.',
  },
  checked: { en: 'Checked by {checked}.', cy: 'Gwiriwyd gan {checked}.' },
} satisfies Record<string, Both>;

export type Sentence = keyof typeof sentences;

const KINDS: Record<EvidenceKind, Both> = {
  award: { en: 'Award', cy: 'Dyfarniad' },
  observed: { en: 'Observed practice', cy: 'Ymarfer a arsylwyd' },
  external: { en: 'External certificate', cy: 'Tystysgrif allanol' },
  prior: { en: 'Recognised prior learning', cy: 'Dysgu blaenorol cydnabyddedig' },
  negative: { en: 'Finding', cy: 'Canfyddiad' },
};

const SURENESS: Record<Confidence, Both> = {
  judged: { en: 'judged in Lantern by people who are named', cy: 'barnwyd yn Lantern gan bobl a enwir' },
  documented: { en: 'by a document that somebody saw', cy: 'drwy ddogfen a welodd rhywun' },
  recorded: { en: 'recorded in another system', cy: 'cofnodwyd mewn system arall' },
  stated: { en: 'stated, without a document or a record', cy: 'datganwyd, heb ddogfen na chofnod' },
};

const LANTERN: Both = { en: 'Lantern’s own record', cy: 'cofnod Lantern ei hun' };
const OWN_SURENESS: Both = { en: 'as its award was assessed', cy: 'fel yr aseswyd ei ddyfarniad' };
const SOMEBODY: Both = { en: 'somebody who is no longer here', cy: 'rhywun nad yw yma mwyach' };
const AND: Both = { en: ' and ', cy: ' a ' };

/** Facts as rules hold them: days and instants, levels and counts. */
type Said = Readonly<Record<string, number | Date | CalendarDate | null>>;

/** A sentence in both languages. */
export function said(
  sentence: Sentence,
  facts: Said,
  name?: { readonly skill: Words | null; readonly key: string },
): Both {
  return both(
    (language) => ({
      ...plain(facts),
      ...(name === undefined
        ? {}
        : { skill: name.skill === null ? name.key : inLanguage(name.skill, language) }),
    }),
    sentence,
  );
}

/** The sentences about one piece of evidence. */
export const sentenceOf = {
  piece({ kind, level, title }: Pick<Evidence, 'kind' | 'level' | 'title'>, why: Both): Both {
    return both(
      (language) => ({
        ...{ kind: KINDS[kind][language], title: inLanguage(title, language), level, why: why[language] },
      }),
      'piece',
    );
  },

  source({ provenance }: Pick<Evidence, 'provenance'>): Both {
    const number = provenance?.external?.number;
    return both(
      (language) => ({
        source: provenance?.source ?? LANTERN[language],
        confidence: (provenance ? SURENESS[provenance.confidence] : OWN_SURENESS)[language],
        ...(number === undefined ? {} : { number }),
      }),
      number === undefined ? 'source' : 'certificate',
    );
  },

  people(judges: readonly (string | null)[], checked: readonly (string | null)[]): Both {
    const sentence = judges.length === 0 ? 'checked' : checked.length === 0 ? 'judged' : 'judged-and-checked';
    return both(
      (language) => ({ judges: named(judges, language), checked: named(checked, language) }),
      sentence,
    );
  },
};

function both(facts: (language: Language) => Facts, sentence: Sentence): Both {
  const text = sentences[sentence];
  return { en: fill(text, facts('en'), 'en'), cy: fill(text, facts('cy'), 'cy') };
}

function plain(facts: Said): Facts {
  const entries = Object.entries(facts).flatMap(([key, value]) =>
    value === null ? [] : [[key, value] as const],
  );
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === 'string' ? startOfLondonDay(value) : value]),
  );
}

function named(people: readonly (string | null)[], language: Language): string {
  return people.map((name) => name ?? SOMEBODY[language]).join(AND[language]);
}

/** The Welsh of a text where that has been checked. */
function inLanguage(words: Words, language: Language): string {
  return language === 'cy' && words.cy !== null ? words.cy : words.en;
}
