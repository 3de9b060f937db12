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

/** Refusals of appeals and pass marks that no test meets yet. None may be added; one that is met must go. */
const WAITING: readonly string[] = [
  'APPEAL_TOO_EARLY',
  'APPEAL_TOO_LATE',
  'APPEAL_ATTEMPT_VOIDED',
  'APPEAL_WORDS_MISSING',
  'APPEAL_OPEN',
  'APPEAL_DECIDED',
  'APPEAL_ENDED',
  'APPEAL_INVOLVED',
  'APPEAL_ITEM_MISSING',
  'APPEAL_NOTHING_TO_REMARK',
  'REMARK_NOT_DECIDED',
  'REMARK_WOULD_FAIL',
  'PANEL_ITEM_UNKNOWN',
  'PANEL_TOO_SMALL',
  'NOT_A_JUDGE',
  'PANEL_OPEN_ALREADY',
  'PANEL_NOT_RATING',
  'RATINGS_INCOMPLETE',
  'PANEL_TOO_FEW_RATED',
  'PANEL_NOT_CLOSED',
  'PASS_MARK_JUDGED',
];

const isMet = (code: string) => new RegExp(`\\b${code}\\b`).test(tests.replace(WAITING_LIST, ''));
/** This file names the waiting ones, and is no test of them. */
const WAITING_LIST = readFileSync('test/structure/refusals.spec.ts', 'utf8');

describe('refusals', () => {
  it('have each a code of their own', () => {
    const codes = declared.map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });

  it('are each met by a test, by code', () => {
    const codes = declared.map(({ code }) => code);
    expect(codes.filter((code) => !isMet(code))).toEqual(codes.filter((code) => WAITING.includes(code)));
  });
});
