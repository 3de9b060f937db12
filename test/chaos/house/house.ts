import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Child, type Plan, readyLine } from './child.ts';
import { freePorts } from './ports.ts';
import { type Place, Redis, ReplicaSet } from './servers.ts';

const WORKERS = 2;
const ROOT = join(import.meta.dirname, '../../..');
const CLOCK = join(import.meta.dirname, 'jumping-clock.mjs');

/** Everything that runs: what may be struck. */
export interface House {
  readonly mongo: ReplicaSet;
  readonly redis: Redis;
  readonly api: App;
  readonly workers: readonly App[];
  readonly graphql: string;
  readonly children: readonly Child[];
}

/** An app: its process, the file by which its clock is moved, and where it says how it is. */
export interface App {
  readonly child: Child;
  readonly clockFile: string;
  readonly health: string;
  /** Its clock is wrong, or was a moment ago. */
  isAstray: boolean;
}

/** The databases first: what is seeded needs no app. */
export async function startDatabases(place: Place): Promise<{ mongo: ReplicaSet; redis: Redis }> {
  mkdirSync(place.logs, { recursive: true });
  const [mongo, redis] = await Promise.all([
    ReplicaSet.start(setting('LANTERN_CHAOS_MONGOD'), place),
    Redis.start(setting('LANTERN_CHAOS_REDIS'), place),
  ]);
  return { mongo, redis };
}

/** The settings of every app and command. */
export function environment(
  { mongo, redis }: { mongo: ReplicaSet; redis: Redis },
  folder: string,
  smtpUrl: string | null,
): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, ...given } = process.env;
  return {
    ...given,
    ...{ NODE_ENV: 'development', LANTERN_MODE: 'demonstration', LANTERN_SHORT_SITTINGS: 'allowed' },
    ...{
      LANTERN_HOME: folder,
      LANTERN_MAIL_DIR: join(folder, 'mail'),
      LANTERN_DEMO_PASSWORD: 'chaos-in-the-lantern-42',
    },
    ...{ MONGODB_URI: mongo.uri, REDIS_URL: redis.url, LOG_LEVEL: 'warn' },
    ...{ NODE_COMPILE_CACHE: join(folder, 'compile-cache') },
    ...(smtpUrl === null ? {} : { SMTP_URL: smtpUrl }),
  };
}

/** Starts the apps as they were built. */
export async function startApps(
  databases: { mongo: ReplicaSet; redis: Redis },
  place: Place,
  env: NodeJS.ProcessEnv,
): Promise<House> {
  const ports = await freePorts(1 + WORKERS);
  const app = (name: string, script: string, port: number): App => {
    const clockFile = join(place.folder, `${name.replace(' ', '-')}.clock`);
    writeFileSync(clockFile, '0');
    const plan: Plan = {
      ...{ name, program: process.execPath, logFile: join(place.logs, `${name.replace(' ', '-')}.log`) },
      args: ['--enable-source-maps', '--import', CLOCK, join(ROOT, 'dist/apps', script, 'src/main.js')],
      env: { ...env, LANTERN_CHAOS_CLOCK: clockFile, API_PORT: String(port), WORKER_PORT: String(port) },
      ready: readyLine,
    };
    return {
      child: new Child(plan, place.minder),
      clockFile,
      health: `http://127.0.0.1:${port}/`,
      isAstray: false,
    };
  };
  const api = app('api', 'api', ports[0] ?? 0);
  const workers = ports.slice(1).map((port, n) => app(`worker ${n + 1}`, 'worker', port));
  await Promise.all([api, ...workers].map(({ child }) => child.start()));
  const { mongo, redis } = databases;
  const children = [api.child, ...workers.map(({ child }) => child), redis.child, ...mongo.members];
  return { ...databases, api, workers, children, graphql: `http://127.0.0.1:${ports[0] ?? 0}/graphql` };
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error('Run it by: npm run chaos');
  return value;
}
