import type { Connection } from 'mongoose';
import { differencesOf, expectedDigests, type MonthOfForce, missingFrom, monthsOf } from './compare.js';
import { LivedReader } from './lived.js';
import { COURSE, type Life } from './simulation.js';

/** What the simulation came to. */
export interface Verdict {
  readonly months: readonly MonthOfForce[];
  readonly mails: Readonly<Record<string, number>>;
  /** One sentence for each thing that went otherwise than it had to. */
  readonly broken: readonly string[];
}

const SHOWN = 20;

/** Compares what is in the database with what had to happen. */
export async function judge(connection: Connection, lives: readonly Life[]): Promise<Verdict> {
  const reader = new LivedReader(connection);
  const everybody = await reader.everybody(COURSE);
  const [digests, wanted] = [await reader.digests(), expectedDigests(lives)];
  const mails = await reader.mails();
  const unsent = Object.entries(mails).filter(([state]) => state !== 'accepted');
  const stuck = await reader.stuck();
  const broken = [
    ...lives.flatMap((life) => differencesOf(life, everybody.get(life.personId))),
    ...missingFrom(digests, wanted).map((digest) => `digest ${digest} was not sent`),
    ...missingFrom(wanted, digests).map((digest) => `digest ${digest} ought not to have been sent`),
    ...unsent.map(([state, count]) => `${count} mails are ${state}`),
    ...(stuck > 0 ? [`${stuck} pieces of work wait for a person`] : []),
  ];
  return { months: monthsOf(everybody.values()), mails, broken };
}

/** Prints it; the exit code. */
export function report({ months, mails, broken }: Verdict): number {
  const columns = ['month', 'firstAwards', 'renewals', 'lapses', 'reminders', 'escalations'] as const;
  const heads = ['month', 'first awards', 'renewals', 'lapses', 'reminders', 'escalations'];
  console.log(heads.map((head) => head.padStart(12)).join('  '));
  for (const row of months) console.log(columns.map((name) => String(row[name]).padStart(12)).join('  '));
  console.log(
    `\nmails ${Object.entries(mails)
      .map(([state, count]) => `${state} ${count}`)
      .join(', ')}`,
  );
  for (const line of broken.slice(0, SHOWN)) console.log(`BROKEN  ${line}`);
  console.log(`invariants broken ${broken.length}`);
  return broken.length === 0 ? 0 : 1;
}
