import 'reflect-metadata';
import { Clock } from '@app/platform/clock/clock.js';
import { buildIndexes } from '@app/platform/mongo/indexes.js';
import { migrate } from '@app/platform/mongo/migrations.js';
import { NestFactory } from '@nestjs/core';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { CliModule } from '../cli.module.js';
import { migrations } from '../migrations/migrations.js';

/** `npm run migrate`: builds collections and indexes, then runs what has not run yet. Safe to run again, and by two at once. */
export async function run(): Promise<number> {
  const app = await NestFactory.createApplicationContext(CliModule, { logger: ['error', 'warn'] });
  try {
    const connection = app.get<Connection>(getConnectionToken());
    const built = await buildIndexes(connection);
    console.log(`${built.length} collections with their indexes`);
    for (const { name, changed, tookMs } of await migrate(connection, app.get(Clock), migrations)) {
      console.log(`${name}: ${changed} records in ${(tookMs / 1000).toFixed(1)} s`);
    }
    return 0;
  } finally {
    await app.close();
  }
}
