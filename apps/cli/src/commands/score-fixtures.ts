import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CaseOutcome } from '../fixtures/case-outcome.js';
import { scoreGift } from '../fixtures/score-gift.js';
import { scoreQti } from '../fixtures/score-qti.js';

/** Where the fixtures lie unless an argument or LANTERN_FIXTURES says otherwise. */
const USUAL_PLACE = '../shared/data';

/**
 * `score-fixtures [folder]`: scores the QTI and GIFT cases of the folder through our readers and our marking, and prints what was
 * not taken and why, what differs, and the totals. Answers the exit code: 0 when nothing differs, 1 when something does, 2 when
 * the folder is not there.
 */
export async function run(args: string[]): Promise<number> {
  const folder = resolve(
    args.find((arg) => !arg.startsWith('-')) ?? process.env['LANTERN_FIXTURES'] ?? USUAL_PLACE,
  );
  const [qti, gift] = [join(folder, 'qti'), join(folder, 'gift')];
  if (!existsSync(qti) || !existsSync(gift)) {
    print(
      `There are no fixtures in ${folder}: it has no folders qti and gift. Say where they are: npm run score-fixtures -- <folder>`,
    );
    return 2;
  }
  const outcomes = { qti: scoreQti(qti), gift: scoreGift(gift) };
  for (const [name, cases] of Object.entries(outcomes)) report(name, cases);
  return Object.values(outcomes)
    .flat()
    .some(({ outcome }) => outcome === 'differs')
    ? 1
    : 0;
}

function report(name: string, cases: readonly CaseOutcome[]): void {
  const of = (outcome: CaseOutcome['outcome']) => cases.filter((each) => each.outcome === outcome);
  print(`\n${name.toUpperCase()}`);
  for (const each of of('differs')) print(`  DIFFERS    ${each.fixture} | ${each.case}: ${each.why}`);
  for (const [what, count] of countsOf(of('not-taken'))) print(`  not taken  ${what} (${count})`);
  print(
    `  ${cases.length} cases: ${of('scored').length} score as they say, ${of('not-taken').length} not taken, ${of('differs').length} differ.`,
  );
}

/** Fixture and reason, with how many cases that is. */
function countsOf(cases: readonly CaseOutcome[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { fixture, why } of cases) {
    const what = `${fixture}: ${why}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return counts;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
