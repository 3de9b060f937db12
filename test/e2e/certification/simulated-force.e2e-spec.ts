import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@app/platform/config/config.js';
import { buildIndexes } from '@app/platform/mongo/indexes.js';
import { testDatabaseUri } from '@app/platform/testing/domain-world.js';
import { FixedClock } from '@app/platform/testing/fixed-clock.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { loadPack } from '../../../apps/cli/src/content/load-pack.js';
import { seedModule } from '../../../apps/cli/src/demo/seed.module.js';
import type { MonthOfForce } from '../../../apps/cli/src/simulation/compare.js';
import { judge } from '../../../apps/cli/src/simulation/report.js';
import { Simulation } from '../../../apps/cli/src/simulation/simulation.js';

/** The short form of `npm run simulate`: a small force through 24 months. */
describe('a simulated force', () => {
  let app: INestApplicationContext;
  let connection: Connection;
  const clock = new FixedClock(new Date('2026-12-05T09:00:00Z'));

  beforeAll(async () => {
    const config = loadConfig({
      ...process.env,
      ...{ NODE_ENV: 'test', LANTERN_MODE: 'demonstration', MONGODB_URI: testDatabaseUri() },
      LANTERN_MAIL_DIR: mkdtempSync(join(tmpdir(), 'lantern-mail-')),
    });
    app = await NestFactory.createApplicationContext(seedModule(config, clock), { logger: false });
    connection = app.get<Connection>(getConnectionToken());
    await buildIndexes(connection);
    await loadPack(app, join(import.meta.dirname, '../../../content'));
  }, 120_000);
  afterAll(async () => {
    await connection.dropDatabase();
    await app.close();
  });

  it('lives through two years, leap day and summer times, and nothing is missed, doubled or on another day', async () => {
    const span = { from: '2027-01-04', to: '2029-01-03' };
    const plan = { people: 24, seed: 7, span, note: () => undefined };
    const verdict = await judge(connection, await new Simulation(app, clock, plan).run());
    expect(verdict.broken).toEqual([]);
    const what = ['renewals', 'lapses', 'reminders', 'escalations', 'abstractionHours'] as const;
    const total = (what: keyof Omit<MonthOfForce, 'month'>) =>
      verdict.months.reduce((sum, month) => sum + month[what], 0);
    for (const each of what) expect(total(each)).toBeGreaterThan(0);
  }, 300_000);
});
