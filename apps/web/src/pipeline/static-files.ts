import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NextFunction, Request, Response } from 'express';

const require = createRequire(import.meta.url);
const ASSETS = join(import.meta.dirname, '..', 'assets');

/** Where govuk-frontend keeps its templates, styles and scripts. */
export const GOVUK = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist');

const SYSTEM_FONTS = 'system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Helvetica Neue,arial,sans-serif';

interface StaticFile {
  readonly type: string;
  readonly body: Buffer;
  readonly etag: string;
}

/**
 * The design system's stylesheet without what only government services may use: the GDS Transport typeface (its licence
 * is for gov.uk) and the royal crest.
 */
export function theStylesheet(): string {
  return readFileSync(join(GOVUK, 'govuk', 'govuk-frontend.min.css'), 'utf8')
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', SYSTEM_FONTS)
    .replaceAll(/url\(\/assets\/images\/govuk-crest\.svg\)/g, 'none')
    .replaceAll(/\/\*# sourceMappingURL=[^*]*\*\//g, '');
}

/** Serves the few files that pages load, from memory, under /static. Anything else there is not found by the pages. */
export function staticFiles() {
  const files = new Map<string, StaticFile>([
    ['/static/design.css', file('text/css', theStylesheet())],
    ['/static/lantern.css', file('text/css', own('lantern.css'))],
    ['/static/lantern.js', file('text/javascript', own('lantern.js'))],
    ['/static/attempt-clock.js', file('text/javascript', own('attempt-clock.js'))],
    ['/static/govuk-frontend.js', file('text/javascript', theScript())],
    ['/static/lantern.svg', file('image/svg+xml', own('lantern.svg'))],
  ]);
  return (request: Request, response: Response, next: NextFunction): void => {
    const found = request.method === 'GET' ? files.get(request.path) : undefined;
    if (found === undefined) {
      next();
      return;
    }
    response.setHeader('cache-control', 'public, max-age=300');
    response.setHeader('etag', found.etag);
    if (request.headers['if-none-match'] === found.etag) {
      response.status(304).end();
      return;
    }
    response.type(found.type).send(found.body);
  };
}

function theScript(): string {
  return withoutMap(readFileSync(join(GOVUK, 'govuk', 'govuk-frontend.min.js'), 'utf8'));
}

function own(name: string): string {
  return withoutMap(readFileSync(join(ASSETS, name), 'utf8'));
}

/** Source maps are not served, so nothing asks a browser to look for them. */
function withoutMap(script: string): string {
  return script.replace(/\/\/# sourceMappingURL=\S*\s*$/, '');
}

function file(type: string, text: string): StaticFile {
  const body = Buffer.from(text, 'utf8');
  return { type, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
