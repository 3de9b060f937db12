import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { messageOf } from './error-words.js';
import { findServer } from './find-server.js';
import type { Minder } from './minder.js';
import { type ServerPlace, type StartedServer, startMongod } from './mongod.js';
import { MONGODB, REDIS, type ServerKind } from './servers.js';
import type { Supervised } from './supervised.js';
import type { Steps } from './terminal.js';
import { ping, startValkey } from './valkey.js';

/** The two servers that everything needs: where they are, and those of them that are ours to stop. */
export interface Databases {
  readonly mongodbUri: string;
  readonly redisUrl: string;
  /** In the order of starting; empty when both were given. */
  readonly processes: readonly Supervised[];
}

/** What it takes to bring them up. */
export interface DatabasesRequest {
  /** Servers of the operator's own: used as they are, and none is started in their place. */
  readonly given: { readonly mongodbUri?: string | undefined; readonly redisUrl?: string | undefined };
  readonly bin: string;
  readonly dataFolder: string;
  readonly logFolder: string;
  readonly throwaway: boolean;
  readonly minder: Minder;
  readonly steps: Steps;
  readonly signal: AbortSignal;
}

/** Finds or fetches both servers and starts them, or checks those that were given. */
export async function startDatabases(request: DatabasesRequest): Promise<Databases> {
  const { given } = request;
  const processes: Supervised[] = [];
  try {
    const mongodbUri =
      given.mongodbUri === undefined
        ? await bring(MONGODB, request, processes, startMongod)
        : await checkMongo(withDurability(given.mongodbUri));
    const redisUrl =
      given.redisUrl === undefined
        ? await bring(REDIS, request, processes, startValkey)
        : await checkRedis(given.redisUrl);
    return { mongodbUri, redisUrl, processes };
  } catch (error) {
    await Promise.all(processes.map((one) => (request.throwaway ? one.kill() : one.stop())));
    throw error;
  }
}

async function bring(
  kind: ServerKind,
  request: DatabasesRequest,
  ...[processes, start]: [Supervised[], (place: ServerPlace) => Promise<StartedServer>]
): Promise<string> {
  const { bin, signal, minder, throwaway, logFolder } = request;
  const path = process.env['PATH'] ?? '';
  const found = await request.steps.step(`Finding a ${kind.name} server`, (note) =>
    findServer(kind, { bin, path, note, signal }),
  );
  signal.throwIfAborted();
  const folder = join(request.dataFolder, kind.name.toLowerCase());
  const place = { program: found.program, folder, logFolder, minder, throwaway };
  const started = await request.steps.step(`Starting ${kind.name} (${found.origin})`, () => start(place));
  processes.push(started.process);
  signal.throwIfAborted();
  return started.address;
}

/** Adds to an address what durability needs and it leaves unsaid. What it does say stands, and is judged at boot. */
export function withDurability(uri: string): string {
  const missing = ['w=majority', 'journal=true'].filter(
    (wish) => !new RegExp(`[?&]${wish.split('=')[0] ?? ''}=`).test(uri),
  );
  if (missing.length === 0) return uri;
  const base = /^mongodb(\+srv)?:\/\/[^/]+$/.test(uri) ? `${uri}/` : uri;
  return `${base}${base.includes('?') ? '&' : '?'}${missing.join('&')}`;
}

async function checkMongo(uri: string): Promise<string> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5000 });
  const told = await client
    .db('admin')
    .command({ hello: 1 })
    .catch((error: unknown) => messageOf(error))
    .finally(() => client.close());
  if (typeof told === 'string') throw new Error(`MONGODB_URI is set, but no server answers there: ${told}`);
  if (told['setName'] === undefined && told['msg'] !== 'isdbgrid') {
    throw new Error(
      'MONGODB_URI names a server without a replica set; transactions need one (mongod --replSet rs0)',
    );
  }
  return uri;
}

async function checkRedis(url: string): Promise<string> {
  const { hostname, port, protocol } = new URL(url);
  const isPlain = protocol === 'redis:' || protocol === 'valkey:';
  if (isPlain && (await ping(hostname, Number(port || 6379))) === '') {
    throw new Error(`REDIS_URL is set, but no server answers at ${hostname}:${port || '6379'}`);
  }
  return url;
}
