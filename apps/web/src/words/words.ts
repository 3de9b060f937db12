import { cy } from './cy.js';
import { en, type Messages } from './en.js';

export type { Messages } from './en.js';

/** The two languages of Lantern. */
export type Language = 'en' | 'cy';

/** Every language, in the order in which pages offer them. */
export const LANGUAGES: readonly Language[] = ['en', 'cy'];

/** A text of content, as the API gives it: `cy` is null when there is no Welsh that may be shown. */
export interface Text {
  readonly en: string;
  readonly cy: string | null;
}

const CATALOGUE: Record<Language, Messages> = { en, cy };

/** The sentences of the pages in a language. */
export function messagesOf(language: Language): Messages {
  return CATALOGUE[language];
}

/** Reads a language; undefined when the text names none. */
export function asLanguage(text: unknown): Language | undefined {
  return text === 'en' || text === 'cy' ? text : undefined;
}

/** The text that a reader of this language is shown, and the language it is really in. */
export function textIn(language: Language, text: Text): { text: string; lang: Language } {
  if (language === 'cy' && text.cy !== null) return { text: text.cy, lang: 'cy' };
  return { text: text.en, lang: 'en' };
}
