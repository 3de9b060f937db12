import type { Connection } from 'mongoose';
import { CLASS_HOURS, LIMIT_PERCENT } from './classes.js';
import {
  differencesOf,
  expectedAway,
  expectedDigests,
  type MonthOfForce,
  missingFrom,
  monthsOf,
} from './compare.js';
import type { Life } from './life.js';
import { LivedReader } from './lived.js';
import { COURSE } from './simulation.js';

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
  const away = await reader.away();
  const teams = new Map(lives.map(({ personId, teamId }) => [String(personId), teamId]));
  const [spared, allowed] = [
    away.map(({ personId, day }) => `${day} team ${teams.get(personId)}`),
    expectedAway(lives, LIMIT_PERCENT),
  ];
  const stuck = await reader.stuck();
  const broken = [
    ...lives.flatMap((life) => differencesOf(life, everybody.get(life.personId))),
    ...missingFrom(digests, wanted).map((digest) => `digest ${digest} was not sent`),
    ...missingFrom(wanted, digests).map((digest) => `digest ${digest} ought not to have been sent`),
    ...missingFrom(spared, allowed).map(
      (line) => `${line}: somebody could be spared for the class and was not`,
    ),
    ...missingFrom(allowed, spared).map(
      (line) => `${line}: somebody was in the class who could not be spared`,
    ),
    ...away
      .filter(({ minutes }) => minutes !== CLASS_HOURS * 60)
      .map(({ day, minutes }) => `${day}: somebody was away for ${minutes} minutes`),
    ...unsent.map(([state, count]) => `${count} mails are ${state}`),
    ...(stuck > 0 ? [`${stuck} pieces of work wait for a person`] : []),
  ];
  return { months: monthsOf(everybody.values(), away), mails, broken };
}

/** Prints it; the exit code. */
export function report({ months, mails, broken }: Verdict): number {
  const counts = [
    'firstAwards',
    'renewals',
    'lapses',
    'reminders',
    'escalations',
    'abstractionHours',
  ] as const;
  const heads = ['month', 'first awards', 'renewals', 'lapses', 'reminders', 'escalations', 'abstraction h'];
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell) => String(cell).padStart(13)).join(' ');
  const sum = (name: (typeof counts)[number]) => months.reduce((total, row) => total + row[name], 0);
  console.log(line(heads));
  for (const row of months) console.log(line([row.month, ...counts.map((name) => row[name])]));
  console.log(line(['all', ...counts.map(sum)]));
  console.log(
    `\nmails ${Object.entries(mails)
      .map(([state, count]) => `${state} ${count}`)
      .join(', ')}`,
  );
  for (const line of broken.slice(0, SHOWN)) console.log(`BROKEN  ${line}`);
  console.log(`invariants broken ${broken.length}`);
  return broken.length === 0 ? 0 : 1;
}
