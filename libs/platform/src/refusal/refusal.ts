import { IntrinsicException } from '@nestjs/common';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../context/request-context.js';

/** Facts that fill the sentence of a refusal: never personal data. */
export type Facts = Readonly<Record<string, string | number | Date>>;

/** One refusal's rule (an id in the lib's RULES.md) and its sentences (ICU messages) that say what to do next. */
export interface RefusalText {
  readonly rule: string;
  readonly en: string;
  readonly cy: string;
}

/** A business "no", thrown by rules and use cases. Throwing rolls back; the API turns it into data. */
export class Refusal extends IntrinsicException {
  constructor(
    readonly code: string,
    readonly text: RefusalText,
    readonly facts: Facts = {},
    readonly field?: string,
  ) {
    super(`${code} (${text.rule})`);
    this.name = 'Refusal';
  }

  /** The sentence for the person, in their language. */
  sentence(language: Language): string {
    return fill(this.text, this.facts, language);
  }
}

const table = new Map<string, RefusalText>();

/**
 * Declares a lib's refusals and returns the function that makes them. A code without both sentences does not compile; a
 * code that another lib has taken fails at load. All Welsh here is `draft` until a translator has checked it.
 */
export function defineRefusals<Code extends string>(texts: Record<Code, RefusalText>): RefusalMaker<Code> {
  for (const [code, text] of Object.entries<RefusalText>(texts)) {
    if (table.has(code) && table.get(code) !== text)
      throw new Error(`Refusal code ${code} is declared twice`);
    table.set(code, text);
  }
  return (code, more = {}) => new Refusal(code, texts[code], more.facts ?? {}, more.field);
}

/** Makes a refusal by its code, with the facts of its sentence and the input field it is about. */
export type RefusalMaker<Code extends string> = (
  code: Code,
  more?: { facts?: Facts; field?: string },
) => Refusal;

/** Every declared refusal by code: for tests and the developer's guide. */
export function declaredRefusals(): ReadonlyMap<string, RefusalText> {
  return table;
}

const formats = new Map<string, IntlMessageFormat>();

/** Fills an ICU sentence. Dates are shown as London sees them. */
export function fill(text: { en: string; cy: string }, facts: Facts, language: Language): string {
  const pattern = text[language];
  const key = `${language}:${pattern}`;
  const format =
    formats.get(key) ?? new IntlMessageFormat(pattern, language === 'cy' ? 'cy-GB' : 'en-GB', londonFormats);
  formats.set(key, format);
  return String(format.format(facts));
}

const londonFormats = {
  date: { long: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' } },
  time: { short: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Europe/London' } },
} as const;
