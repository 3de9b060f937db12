import 'reflect-metadata';
import { join } from 'node:path';
import { loadConfig } from '@app/platform/config/config.js';
import { buildIndexes } from '@app/platform/mongo/indexes.js';
import { FixedClock } from '@app/platform/testing/fixed-clock.js';
import { NestFactory } from '@nestjs/core';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { loadPack } from '../content/load-pack.js';
import { seedModule } from '../demo/seed.module.js';
import { catchInterruption } from '../embedded/interruption.js';
import { ownLayout } from '../embedded/layout.js';
import { installedSecrets } from '../embedded/secrets.js';
import { duration, Steps } from '../embedded/terminal.js';
import { startThrowaway, type Throwaway } from '../embedded/throwaway.js';
import { daysAfter, londonHour, monthsAfter } from '../simulation/days.js';
import { judge, report } from '../simulation/report.js';
import { Simulation } from '../simulation/simulation.js';

const FIRST_DAY = '2027-01-04';

/**
 * `npm run simulate [-- --people 2000 --months 24 --seed 1]`: a force lives through its months on an injected clock, on throwaway
 * servers: assigned, reminded, renewed, lapsed, escalated. Prints what happened by month, and every difference from what a
 * calendar of the simulation's own had worked out beforehand. Exit code 1 when there is one.
 */
export async function run(args: string[]): Promise<number> {
  const asked = {
    people: numberIn(args, 'people', 2000),
    months: numberIn(args, 'months', 24),
    seed: numberIn(args, 'seed', 1),
  };
  const pids: number[] = [];
  const interrupted = catchInterruption(() => pids);
  const steps = new Steps();
  const servers = await startThrowaway({}, { steps, signal: interrupted });
  pids.push(...servers.databases.processes.flatMap(({ identity }) => identity?.pid ?? []));
  try {
    return await live(servers, steps, asked);
  } finally {
    await servers.stop();
  }
}

async function live(
  servers: Throwaway,
  steps: Steps,
  { people, months, seed }: { people: number; months: number; seed: number },
): Promise<number> {
  const clock = new FixedClock(londonHour(daysAfter(FIRST_DAY, -30), 9));
  const app = await NestFactory.createApplicationContext(seedModule(loadConfig(settings(servers)), clock), {
    logger: ['error', 'warn'],
  });
  try {
    const connection = app.get<Connection>(getConnectionToken());
    await buildIndexes(connection);
    console.log(
      await steps.step('Loading the content pack', () => loadPack(app, join(ownLayout().root, 'content'))),
    );
    const span = { from: FIRST_DAY, to: daysAfter(monthsAfter(FIRST_DAY, months), -1) };
    const began = performance.now();
    const lives = await steps.step(`Living from ${span.from} to ${span.to}`, (note) =>
      new Simulation(app, clock, { people, seed, span, note }).run(),
    );
    const took = duration(performance.now() - began);
    console.log(`${lives.length} people through ${months} months in ${took}, seed ${seed}\n`);
    return report(await judge(connection, lives));
  } finally {
    await app.close();
  }
}

function settings(servers: Throwaway): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...installedSecrets(join(servers.folder, 'secrets.json')),
    ...{ NODE_ENV: 'development', LANTERN_MODE: 'demonstration', LOG_LEVEL: 'error' },
    ...{ LANTERN_HOME: servers.folder, LANTERN_MAIL_DIR: join(servers.folder, 'mail') },
    ...{ MONGODB_URI: servers.databases.mongodbUri, REDIS_URL: servers.databases.redisUrl },
  };
}

function numberIn(args: readonly string[], name: string, usual: number): number {
  const at = args.indexOf(`--${name}`);
  const wanted = at < 0 ? usual : Number(args[at + 1]);
  if (!Number.isInteger(wanted) || wanted < 1) throw new Error(`--${name} wants a whole number from 1`);
  return wanted;
}
