import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

function textOf(folder: string, ending: RegExp): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

/** A refusal is declared as `CODE: {` with its rule on the next line. */
const declared = [
  ...textOf('libs', /(?:refusals|texts)\.ts$/).matchAll(
    /^ {2}([A-Z][A-Z0-9_]+): \{\n {4}rule: '([A-Z]{3}-\d+)'/gm,
  ),
].map(([, code = '', rule = '']) => ({ code, rule }));
const tests = textOf('libs', /\.spec\.ts$/) + textOf('test', /spec\.ts$/);

const isMet = (code: string) => new RegExp(`\\b${code}\\b`).test(tests);

describe('refusals', () => {
  it('have each a code of their own', () => {
    const codes = declared.map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });

  it('are each met by a test, by code', () => {
    const codes = declared.map(({ code }) => code);
    expect(codes.filter((code) => !isMet(code))).toEqual([]);
  });
});
