import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AcceptInvitation,
  AddForce,
  AddPerson,
  CreateUnit,
  GrantRole,
  InvitationLinks,
  InvitePerson,
  PostPerson,
  Sessions,
  type UnitId,
} from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { CONFIG, loadConfig } from '@app/platform/config/config.js';
import {
  type ForceId,
  nobody,
  type PersonId,
  type RequestContext,
  systemContext,
} from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { InlineDriver } from '@app/platform/jobs/inline-driver.js';
import { JobRegistry } from '@app/platform/jobs/job-registry.js';
import { JobsModule } from '@app/platform/jobs/jobs.module.js';
import { buildIndexes } from '@app/platform/mongo/indexes.js';
import { MongoModule } from '@app/platform/mongo/mongo.module.js';
import { testDatabaseUri } from '@app/platform/testing/domain-world.js';
import { FixedClock } from '@app/platform/testing/fixed-clock.js';
import { Global, Module, type Type } from '@nestjs/common';
import { getConnectionToken } from '@nestjs/mongoose';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { Connection } from 'mongoose';
import { apiAdapter, dressApi } from '../../apps/api/src/api.app.js';
import { ApiRooms } from '../../apps/api/src/api.module.js';
import { processorModules } from '../../apps/worker/src/processors.js';
import { Caller } from './caller.js';
import { CAST, FORCES, type ForceKey, type PersonKey, UNITS } from './the-cast.js';

/** The instant at which every world begins: a Monday in winter, London on UTC. */
export const BEGINNING = '2026-11-23T09:00:00Z';

/** One force of a world. */
interface WorldForce {
  readonly id: ForceId;
  readonly units: Readonly<Record<string, UnitId>>;
}

/**
 * Two forces, the College and named people, on the real API over HTTP with a real MongoDB; background work is done
 * inline by `settle`; the clock stands where `at` puts it.
 */
export class World {
  private readonly callers = new Map<PersonKey, { personId: PersonId; forceId: ForceId }>();

  private constructor(
    private readonly app: NestFastifyApplication,
    readonly clock: FixedClock,
    readonly url: string,
    readonly forces: Record<ForceKey, WorldForce>,
  ) {}

  /** Boots the API on a fresh database and founds the forces. */
  static async begin(env: Record<string, string> = {}): Promise<World> {
    const clock = new FixedClock(new Date(BEGINNING));
    const settings = {
      ...process.env,
      NODE_ENV: 'test',
      LANTERN_MODE: 'demonstration',
      LANTERN_MAIL_DIR: mkdtempSync(join(tmpdir(), 'lantern-mail-')),
      MONGODB_URI: testDatabaseUri(),
      ...env,
    };
    const app = await bootApi(clock, settings);
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as { port: number };
    const forces = {} as Record<ForceKey, WorldForce>;
    const world = new World(app, clock, `http://127.0.0.1:${port}`, forces);
    for (const key of Object.keys(FORCES) as ForceKey[]) forces[key] = await world.found(key);
    return world;
  }

  /** A provider of the running system: for bringing things into a state by use cases. */
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.app.get<T>(type, { strict: false });
  }

  /** The bare connection, for looking at what was stored. */
  get connection(): Connection {
    return this.app.get<Connection>(getConnectionToken(), { strict: false });
  }

  /** The system acting in a force. */
  system(force: ForceKey = 'harbourshire'): RequestContext {
    return systemContext('test', this.forces[force].id);
  }

  /** Somebody who has not signed in. */
  stranger(): Caller {
    return new Caller(this.url, null);
  }

  /** A named person of the cast, signed in; made and given their roles on first mention. */
  async as(key: PersonKey): Promise<Caller> {
    const known = this.callers.get(key) ?? (await this.cast(key));
    this.callers.set(key, known);
    return this.signedIn(known.personId, known.forceId);
  }

  /** The id of a named person, made on first mention. */
  async personId(key: PersonKey): Promise<PersonId> {
    return (await this.as(key)).personId;
  }

  /** Any active person, signed in with a fresh session. */
  async signedIn(personId: PersonId, forceId: ForceId): Promise<Caller> {
    const claims = { personId, forceId, sessionId: newId<never>(), language: 'en' } as const;
    const { token } = await this.get(Sessions).accessToken(claims);
    return new Caller(this.url, token, personId);
  }

  /** Puts the clock at an instant. Tokens live ten minutes: ask `as` again after a jump. */
  at(instant: string | Date): void {
    this.clock.set(instant);
  }

  /** Does all background work that waits or is due. */
  async settle(): Promise<void> {
    await this.get(InlineDriver).drain();
  }

  /** Drops the database and closes everything. */
  async end(): Promise<void> {
    await this.connection.dropDatabase();
    await this.app.close();
  }

  /** Adds an active person: named, posted where the team and role say, invited and signed in once. */
  async join(
    force: ForceKey,
    person: { givenName: string; familyName: string; unit?: string; roleId?: string; rankId?: string },
  ): Promise<PersonId> {
    const ctx = this.system(force);
    const mark = newId<PersonId>().slice(-8);
    const email = `${person.givenName}.${mark}@lantern.example`.toLowerCase();
    const added = await this.get(AddPerson).execute(ctx, { ...person, staffNumber: mark, email });
    const unitId = this.forces[force].units[person.unit ?? 'team'];
    if (unitId !== undefined) {
      const { roleId = 'response-officer', rankId = 'pc' } = person;
      await this.get(PostPerson).execute(ctx, {
        personId: added.id,
        unitId,
        roleId,
        rankId,
        from: calendarDateOf('2026-01-01'),
      });
    }
    const invitation = await this.get(InvitePerson).execute(ctx, { personId: added.id });
    const token = this.get(InvitationLinks).tokenOf(invitation.id);
    await this.get(AcceptInvitation).execute(nobody('test', 'en'), {
      token,
      password: 'four calm words here',
    });
    return added.id;
  }

  private async cast(key: PersonKey): Promise<{ personId: PersonId; forceId: ForceId }> {
    const part = CAST[key];
    const personId = await this.join(part.force, part);
    for (const bundle of part.bundles)
      await this.get(GrantRole).execute(this.system(part.force), { personId, bundle });
    return { personId, forceId: this.forces[part.force].id };
  }

  private async found(key: ForceKey): Promise<WorldForce> {
    const { name, kind, shortCode, bilingual } = FORCES[key];
    const force = await this.get(AddForce).execute(systemContext('test'), {
      slug: key,
      name: englishOnly(name),
      kind,
      shortCode,
      bilingual,
    });
    const ctx = systemContext('test', force.id);
    const units: Record<string, UnitId> = {};
    for (const unit of kind === 'college' ? [] : UNITS) {
      const parentId = unit.below === null ? null : (units[unit.below] ?? null);
      units[unit.key] = (
        await this.get(CreateUnit).execute(ctx, { name: unit.name, kind: unit.kind, parentId })
      ).id;
    }
    return { id: force.id, units };
  }
}

/** A world of its own for a test file: call in `beforeAll`, and `world.end()` in `afterAll`. */
export function aWorld(env: Record<string, string> = {}): Promise<World> {
  return World.begin(env);
}

async function bootApi(
  clock: FixedClock,
  settings: Record<string, string | undefined>,
): Promise<NestFastifyApplication> {
  const config = loadConfig(settings);
  @Global()
  @Module({
    providers: [
      { provide: CONFIG, useValue: config },
      { provide: Clock, useValue: clock },
    ],
    exports: [CONFIG, Clock],
  })
  class TestGround {}
  const testing = await Test.createTestingModule({
    imports: [TestGround, MongoModule, JobsModule, ApiRooms, ...processorModules],
  }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(apiAdapter(), { logger: false });
  dressApi(app);
  await app.init();
  app.get(JobRegistry, { strict: false }).mustBeComplete();
  await buildIndexes(app.get<Connection>(getConnectionToken()));
  return app;
}
