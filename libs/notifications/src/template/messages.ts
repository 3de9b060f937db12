import type { Language } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { type Facts, fill } from '@app/platform/refusal/refusal.js';
import { FIELDS, type MessageName, TEXTS, type Text } from './declared.js';

export type { MessageName } from './declared.js';

/** Every message by name: for the test that fills each of them. */
export const MESSAGES = Object.keys(FIELDS) as MessageName[];

/** What fills a message. A title in two languages goes in as `course` in the reader's. */
export interface MessageFacts {
  readonly facts: Facts;
  readonly course?: Words;
}

/** A message in one language. */
export function written(name: MessageName, given: MessageFacts, language: Language): Text {
  const course = given.course === undefined ? {} : { course: titleIn(given.course, language) };
  const facts = { ...given.facts, ...course };
  const { en, cy } = TEXTS[name];
  return {
    subject: fill({ en: en.subject, cy: cy.subject }, facts, language),
    body: fill({ en: en.body, cy: cy.body }, facts, language),
  };
}

/** A message as a notice keeps it: both languages, the Welsh a draft. Links are of no use there and are left out. */
export function noticeWords(name: MessageName, given: MessageFacts): { subject: Words; body: Words } {
  const facts = { ...given, facts: { ...given.facts, link: '', lines: '' } };
  const en = written(name, facts, 'en');
  const cy = written(name, facts, 'cy');
  const draft = { cyState: 'draft' } as const;
  return {
    subject: { en: en.subject, cy: cy.subject, ...draft },
    body: { en: en.body.trim(), cy: cy.body.trim(), ...draft },
  };
}

/** A title in the reader's language; stale Welsh is never shown. */
export function titleIn(title: Words, language: Language): string {
  return language === 'cy' && title.cyState !== 'stale' ? (title.cy ?? title.en) : title.en;
}
