import type { MongoClient } from 'mongodb';
import { closedEarly, closedLate } from './deadlines.ts';
import { awardsDoubled, duplicates } from './duplicates.ts';
import { readFacts } from './facts.ts';
import { type LogLine, type TakenMail } from './log.ts';
import { londonDay } from './london.ts';
import { lost } from './lost.ts';
import { told } from './reminders.ts';

/** What the checker found, each fault in words. */
export interface Verdict {
  readonly lost: readonly string[];
  readonly duplicates: readonly string[];
  readonly early: readonly string[];
  readonly late: readonly string[];
  readonly missed: readonly string[];
  readonly twice: readonly string[];
  /** How many messages have a fate that nobody knows. */
  readonly unknown: number;
  /** More of them than the kills explain. */
  readonly unexplained: readonly string[];
  readonly doubled: readonly string[];
}

/** What is compared: the client's file, the mail, and the database by the bare driver. */
export interface Evidence {
  readonly log: readonly LogLine[];
  readonly mail: readonly TakenMail[];
  readonly client: MongoClient;
  /** The name of the database. */
  readonly name: string;
  /** When the database was read, after everything had had time to come to rest. */
  readonly readAt: number;
}

/** Compares what was acknowledged with what is there. It knows nothing of the product but the names of its collections. */
export async function check({ log, mail, client, name, readAt }: Evidence): Promise<Verdict> {
  const facts = await readFacts(client, name);
  const { missed, twice, unknown, unexplained } = told(log, mail, { facts, readAt });
  return {
    lost: lost(log, facts, londonDay(readAt)),
    duplicates: duplicates(facts),
    early: closedEarly(log, facts),
    late: closedLate(log, facts, readAt),
    ...{ missed, twice, unknown, unexplained },
    doubled: awardsDoubled(facts),
  };
}

/** The lines that a run ends with. */
export function linesOf(verdict: Verdict): string[] {
  return [
    `lost ${verdict.lost.length}`,
    `duplicates ${verdict.duplicates.length}`,
    `attempts closed early ${verdict.early.length}`,
    `attempts closed late (> 5 s with workers up) ${verdict.late.length}`,
    `reminders missed ${verdict.missed.length}, twice ${verdict.twice.length}, unknown ${verdict.unknown}`,
    `awards doubled ${verdict.doubled.length}`,
  ];
}

/** Every fault, for whoever has to mend it; empty when all is well. */
export function faultsOf(verdict: Verdict): string[] {
  const { lost: gone, duplicates: more, early, late, missed, twice, unexplained, doubled } = verdict;
  const named = { lost: gone, duplicate: more, early, late, missed, twice, unknown: unexplained, doubled };
  return Object.entries(named).flatMap(([kind, list]) => list.map((fault) => `${kind}: ${fault}`));
}
