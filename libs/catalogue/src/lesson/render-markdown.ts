import type { Words } from '@app/platform/context/words.js';
import { Injectable } from '@nestjs/common';
import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
const MOST_KEPT = 5000;

/** What a rendered text may hold: prose, lists, tables and links; no script, style, frame, form or picture. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'em', 's', 'code', 'pre', 'blockquote'],
    ...['ul', 'ol', 'li', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['scope'] },
  allowedSchemes: ['https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    h1: 'h2',
    a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer' }),
  },
};

/** CAT-15. CommonMark as safe HTML. HTML in the source is shown as text; a link may lead to https or mailto only. */
export function renderMarkdown(text: string): string {
  return sanitizeHtml(markdown.render(text), ALLOWED).trim();
}

/** Rendered texts of published blocks. A version never changes, so what was rendered once is kept; bounded. */
@Injectable()
export class RenderedText {
  private readonly kept = new Map<string, Words>();

  /** The text as HTML in both languages. `key` names version and block; without one (a draft) nothing is kept. */
  html(key: string | null, text: Words): Words {
    const known = key === null ? undefined : this.kept.get(key);
    if (known !== undefined) return known;
    const { en, cy, cyState } = text;
    const html = { en: renderMarkdown(en), cy: cy === null ? null : renderMarkdown(cy), cyState };
    if (key !== null) this.keep(key, html);
    return html;
  }

  private keep(key: string, html: Words): void {
    const oldest = this.kept.size >= MOST_KEPT ? this.kept.keys().next().value : undefined;
    if (oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(key, html);
  }
}
