import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkPack, shortfallsOf } from '../content/check-pack.js';
import { packTable } from '../content/pack-table.js';
import { readPack } from '../content/read-pack.js';

/**
 * `content:check [folder]`: reads the content pack (by default ./content), prints each fault as `file:line: reason`,
 * each shortfall of a complete course as a warning, and a table of its courses. Answers the exit code: 0 without fault, 1 with faults, 2 when there is no such folder.
 */
export async function run(args: string[]): Promise<number> {
  const folder = resolve(args.find((arg) => !arg.startsWith('-')) ?? 'content');
  if (!existsSync(folder)) {
    print(
      `There is no folder ${folder}. Give the folder of the content pack: npm run content:check -- content`,
    );
    return 2;
  }
  const { pack, faults: unread, findLine } = readPack(folder);
  const faults = [...unread, ...(pack ? checkPack(pack, findLine) : [])];
  for (const fault of faults) print(`${fault.file}:${fault.line}: ${fault.reason}`);
  const warnings = pack ? shortfallsOf(pack, findLine) : [];
  for (const warning of warnings) print(`${warning.file}:${warning.line}: warning: ${warning.reason}`);
  if (pack) print(`\n${packTable(pack)}\n`);
  print(`${numberOf(faults, 'fault')} and ${numberOf(warnings, 'warning')} in ${folder}.`);
  return faults.length === 0 ? 0 : 1;
}

function numberOf({ length }: readonly unknown[], what: string): string {
  if (length === 0) return `no ${what}`;
  return `${length} ${what}${length === 1 ? '' : 's'}`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
