import { dateFromParts, londonInstant } from '../words/dates.js';
import type { FieldError } from './visit.js';

/** The fields of a form as the browser sent them. */
export type Fields = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Reads a form field by field and collects what is wrong, in the order of the form. Each message is the sentence that the
 * person sees; values that are wrong read as empty, so look at `errors` before use.
 */
export class Form {
  readonly errors: FieldError[] = [];

  constructor(private readonly fields: Fields) {}

  /** A text, trimmed; the message when there is none (left out: an empty text is fine). */
  text(name: string, whenMissing?: string): string {
    const text = this.raw(name).trim();
    if (text === '' && whenMissing !== undefined) this.fault(name, whenMissing);
    return text;
  }

  /** A text exactly as typed, for passwords and Markdown. */
  raw(name: string): string {
    const value = this.fields[name];
    return (Array.isArray(value) ? value[0] : value) ?? '';
  }

  /** Every value of a group of checkboxes. */
  several(name: string): string[] {
    const value = this.fields[name];
    if (value === undefined) return [];
    return (Array.isArray(value) ? value : [value]).filter((each) => each !== '');
  }

  /** A whole number, at least `least`. */
  wholeNumber(name: string, whenWrong: string, least = 0): number {
    const text = this.text(name);
    if (!/^\d{1,9}$/.test(text) || Number(text) < least) this.fault(name, whenWrong);
    return Number(text);
  }

  /** One of the given values. */
  oneOf<Value extends string>(
    name: string,
    values: readonly Value[],
    whenMissing: string,
  ): Value | undefined {
    const chosen = values.find((value) => value === this.raw(name));
    if (chosen === undefined) this.fault(name, whenMissing);
    return chosen;
  }

  /** A day from three fields, `name`, `name-month` and `name-year`; undefined when all three are empty. */
  date(name: string, whenWrong: string): string | undefined {
    const parts = [this.text(name), this.text(`${name}-month`), this.text(`${name}-year`)] as const;
    if (parts.every((part) => part === '')) return undefined;
    const date = dateFromParts(...parts);
    if (date === undefined) this.fault(name, whenWrong);
    return date;
  }

  /** An instant from a day (see `date`) and `name-time`, London time. */
  instant(name: string, messages: { day: string; time: string }): string | undefined {
    const before = this.errors.length;
    const date = this.date(name, messages.day);
    if (date === undefined) {
      if (this.errors.length === before) this.fault(name, messages.day);
      return undefined;
    }
    const instant = londonInstant(date, this.text(`${name}-time`));
    if (instant === undefined) this.fault(`${name}-time`, messages.time);
    return instant;
  }

  /** Adds what a page finds wrong for itself. */
  fault(field: string, text: string): void {
    this.errors.push({ field, text });
  }
}
