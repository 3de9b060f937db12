import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import nunjucks from 'nunjucks';
import { GOVUK } from '../pipeline/static-files.js';
import { dateInWords, dateTimeInWords, dayInWords, timeInWords } from '../words/dates.js';
import { type Language, type Text, textIn } from '../words/words.js';

interface Rendering {
  readonly ctx: { readonly lang: Language };
}

type ErrorList = readonly { readonly field: string | null; readonly text: string }[] | undefined;

const { SafeString } = nunjucks.runtime;

/** Draws the pages: Nunjucks with autoescape, and filters for texts in two languages and for dates. */
@Injectable()
export class Views {
  private readonly environment: nunjucks.Environment;

  constructor() {
    const root = join(import.meta.dirname, '..');
    const folders = [join(root, 'pages'), join(root, 'views'), GOVUK];
    this.environment = nunjucks.configure(folders, { autoescape: true, watch: false });
    this.addTextFilters();
    this.addDateFilters();
    this.addFormFilters();
  }

  /** The page as HTML. */
  render(view: string, model: object): string {
    return this.environment.render(view, model);
  }

  private addFormFilters(): void {
    this.environment.addFilter('summaryItems', (errors: ErrorList) =>
      (errors ?? []).map(({ field, text }) => (field === null ? { text } : { text, href: `#${field}` })),
    );
    // Whether a field, sent once or several times, holds a value.
    this.environment.addFilter('holds', (values: string | readonly string[] | undefined, value: string) =>
      typeof values === 'string' ? values === value : (values ?? []).includes(value),
    );
    this.environment.addFilter('startsWith', (text: string, start: string) => text.startsWith(start));
    this.environment.addFilter('errorFor', (errors: ErrorList, field: string) => {
      const error = errors?.find((each) => each.field === field);
      return error === undefined ? undefined : { text: error.text };
    });
  }

  private addTextFilters(): void {
    this.environment.addFilter('plain', function (this: Rendering, text: Text) {
      return textIn(this.ctx.lang, text).text;
    });
    // The first words of a text, to name it in a list.
    this.environment.addFilter(
      'start',
      ({ en, cy }: Text): Text => ({ en: startOf(en), cy: cy === null ? null : startOf(cy) }),
    );
    this.environment.addFilter('words', function (this: Rendering, text: Text) {
      const shown = textIn(this.ctx.lang, text);
      if (shown.lang === this.ctx.lang) return new SafeString(asHtml(shown.text));
      return new SafeString(`<span lang="${shown.lang}">${asHtml(shown.text)}</span>`);
    });
    this.environment.addFilter('wordsHtml', function (this: Rendering, text: Text) {
      const shown = textIn(this.ctx.lang, text);
      return new SafeString(`<div class="lantern-prose" lang="${shown.lang}">${shown.text}</div>`);
    });
  }

  private addDateFilters(): void {
    this.environment.addFilter('date', function (this: Rendering, date: string) {
      return dateInWords(this.ctx.lang, date);
    });
    this.environment.addFilter('day', function (this: Rendering, instant: string) {
      return dayInWords(this.ctx.lang, instant);
    });
    this.environment.addFilter('dayAndMonth', (date: string) => `${date.slice(8, 10)}/${date.slice(5, 7)}`);
    this.environment.addFilter('time', (instant: string) => timeInWords(instant));
    this.environment.addFilter('dateTime', function (this: Rendering, instant: string) {
      return dateTimeInWords(this.ctx.lang, instant);
    });
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function asHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function startOf(text: string): string {
  const plain = text.replaceAll(/[*_#>`]/g, '').trim();
  return plain.length <= 60 ? plain : `${plain.slice(0, plain.lastIndexOf(' ', 60))} …`;
}
