import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { Global, Module, type Type } from '@nestjs/common';
import { getConnectionToken } from '@nestjs/mongoose';
import { Test, type TestingModule } from '@nestjs/testing';
import type { Connection } from 'mongoose';
import { Clock } from '../clock/clock.js';
import { CONFIG, loadConfig } from '../config/config.js';
import {
  type ForceId,
  type PersonId,
  type RequestContext,
  scopeOf,
  systemContext,
} from '../context/request-context.js';
import { newId } from '../ids/ids.js';
import { InlineDriver } from '../jobs/inline-driver.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { buildIndexes } from '../mongo/indexes.js';
import { MongoModule } from '../mongo/mongo.module.js';
import { FixedClock } from './fixed-clock.js';

/** A database of this test's own on the real server that the test run was given. Dropped, never cleaned. */
export function testDatabaseUri(): string {
  const base = process.env['MONGODB_URI'];
  if (base === undefined)
    throw new Error(
      'Tests need a real MongoDB: run them by `npm test`, or set MONGODB_URI (npm run databases)',
    );
  const url = new URL(base);
  url.pathname = `/test_${process.env['JEST_WORKER_ID'] ?? '0'}_${randomBytes(5).toString('hex')}`;
  return url.toString();
}

/** One or more domain libs on a real MongoDB, with a clock that stands still and background work done inline. */
export class DomainWorld {
  private constructor(
    readonly module: TestingModule,
    readonly clock: FixedClock,
  ) {}

  /** Boots the libs' modules. `providers` are the consumers and handlers under test. */
  static async of(imports: Type[], options: { at?: string; providers?: Type[] } = {}): Promise<DomainWorld> {
    const clock = new FixedClock(new Date(options.at ?? '2026-11-23T09:00:00Z'));
    const config = loadConfig({ ...process.env, MONGODB_URI: testDatabaseUri(), NODE_ENV: 'test' });
    @Global()
    @Module({
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
      ],
      exports: [CONFIG, Clock],
    })
    class TestGround {}
    const module = await Test.createTestingModule({
      imports: [TestGround, MongoModule, JobsModule, ...imports],
      providers: options.providers ?? [],
    }).compile();
    await module.init();
    await buildIndexes(module.get<Connection>(getConnectionToken()));
    return new DomainWorld(module, clock);
  }

  /** A provider of the booted libs. */
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.module.get<T>(type);
  }

  /** The bare connection, for looking at what was stored. */
  get connection(): Connection {
    return this.module.get<Connection>(getConnectionToken());
  }

  /** The context of a person acting in a force, with whatever bundles the test gives. */
  as(personId: PersonId, forceId: ForceId, bundles: string[] = ['officer']): RequestContext {
    return {
      actor: { kind: 'person', personId },
      force: scopeOf(forceId),
      requestId: 'test',
      language: 'en',
      bundles: bundles.map((bundle) => ({ bundle, forceId, unitId: null })),
    };
  }

  /** The system's context in a force. */
  system(forceId: ForceId = newId<ForceId>()): RequestContext {
    return systemContext('test', forceId);
  }

  /** Does all background work that waits or is due. */
  async settle(): Promise<void> {
    await this.get(InlineDriver).drain();
  }

  /** Drops the database and closes everything. */
  async close(): Promise<void> {
    await this.connection.dropDatabase();
    await this.module.close();
  }
}
