import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, MongoClient, MongoNetworkError, MongoServerError } from 'mongodb';
import type { Minder } from './minder.js';
import { pause } from './pause.js';
import { freePort } from './ports.js';
import { Supervised } from './supervised.js';

const REPLICA_SET = 'rs0';
const NOT_YET_INITIALIZED = 94;

/** Where a server keeps its data and log, and who minds it. */
export interface ServerPlace {
  readonly program: string;
  readonly folder: string;
  readonly logFolder: string;
  readonly minder: Minder;
  /** Data that nobody will miss: spares the machine what only an installation needs. */
  readonly throwaway: boolean;
}

/** A running server: its address and the process. */
export interface StartedServer {
  readonly address: string;
  readonly process: Supervised;
}

/**
 * Starts one `mongod` as a replica set of one, since transactions and change streams need a set. The stored
 * configuration holds the port, so a data folder keeps its port; when that is taken, the set is told its new one.
 */
export async function startMongod(place: ServerPlace): Promise<StartedServer> {
  mkdirSync(place.folder, { recursive: true });
  const portFile = join(place.folder, 'lantern.port');
  const port = await freePort(place.throwaway ? [] : [rememberedPort(portFile)]);
  const mongod = new Supervised(
    {
      name: 'mongodb',
      program: place.program,
      args: mongodArguments(place, port),
      logFile: join(place.logFolder, 'mongodb.out.log'),
      ready: ({ ended }) => becomePrimary(port, ended),
      readyWithinMs: 60_000,
      stopWithinMs: 20_000,
    },
    place.minder,
  );
  await mongod.start();
  writeFileSync(portFile, String(port));
  // In majority and with journal: an answer is acknowledged only once it is on disk (and without `journal` each write
  // waits for the journal's timer, 100 ms).
  const options = `replicaSet=${REPLICA_SET}&w=majority&journal=true`;
  return { address: `mongodb://127.0.0.1:${port}/lantern?${options}`, process: mongod };
}

function mongodArguments(place: ServerPlace, port: number): string[] {
  const log = join(place.logFolder, 'mongodb.log');
  mkdirSync(place.logFolder, { recursive: true });
  return [
    ...['--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket', '--dbpath', place.folder],
    ...['--replSet', REPLICA_SET, '--oplogSize', '512', '--wiredTigerCacheSizeGB', '0.25'],
    ...['--logpath', log, '--logappend'],
    ...(place.throwaway ? ['--setParameter', 'diagnosticDataCollectionEnabled=false'] : []),
  ];
}

function rememberedPort(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 27_117;
  }
}

async function becomePrimary(port: number, ended: AbortSignal): Promise<void> {
  const options = { directConnection: true, serverSelectionTimeoutMS: 60_000, heartbeatFrequencyMS: 500 };
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/`, options);
  ended.addEventListener('abort', () => void client.close(true), { once: true });
  const admin = client.db('admin');
  try {
    while (!ended.aborted && !(await isPrimary((body) => admin.command(body), `127.0.0.1:${port}`)))
      await pause(25, ended);
  } finally {
    await client.close();
  }
}

/** Does what is missing and looks. A member whose place in the set changes drops its connections: then look again. */
async function isPrimary(command: Command, host: string): Promise<boolean> {
  try {
    await configure(command, host);
    return (await command({ hello: 1 }))['isWritablePrimary'] === true;
  } catch (error) {
    if (error instanceof MongoNetworkError || error instanceof MongoServerError) return false;
    throw error;
  }
}

type Command = (body: Document) => Promise<Document>;

/** Initiates the set once; puts a changed port into a set that was initiated under another. */
async function configure(command: Command, host: string): Promise<void> {
  const config = await command({ replSetGetConfig: 1 }).then(
    (answer) => answer['config'] as { version: number; members: { host: string }[] },
    (error: unknown) => {
      if (error instanceof MongoServerError && error.code === NOT_YET_INITIALIZED) return null;
      throw error;
    },
  );
  if (config === null) {
    await command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] } });
  } else if (config.members[0]?.host !== host) {
    const members = [{ ...config.members[0], host }];
    await command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
  }
}
