import { mkdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { type Db, type Document, MongoClient } from 'mongodb';
import type { Minder } from '../../../apps/cli/src/embedded/minder.ts';
import { pause } from '../pause.ts';
import { Child } from './child.ts';
import { freePorts } from './ports.ts';

const SET = 'chaos';
const MEMBERS = 3;
const [PRIMARY, SECONDARY] = [1, 2];

/** Where the house keeps its data and its logs, and who ends it. */
export interface Place {
  readonly folder: string;
  readonly logs: string;
  readonly minder: Minder;
}

/** Three mongod that are one replica set. */
export class ReplicaSet {
  readonly uri: string;
  readonly members: readonly Child[];
  private readonly ports: readonly number[];

  constructor(program: string, place: Place, ports: readonly number[]) {
    this.ports = ports;
    const hosts = ports.map((port) => `127.0.0.1:${port}`).join(',');
    this.uri = `mongodb://${hosts}/lantern?replicaSet=${SET}&w=majority&journal=true`;
    this.members = ports.map((port, n) => mongod(program, place, { port, name: `mongod ${n + 1}` }));
  }

  /** Starts the first of them; what is seeded by it alone is seeded in half the time. */
  static async start(program: string, place: Place): Promise<ReplicaSet> {
    const set = new ReplicaSet(program, place, await freePorts(MEMBERS));
    await set.members[0]?.start();
    // Two nodes of three must notice quickly that the third has gone.
    const settings = { electionTimeoutMillis: 1000, heartbeatIntervalMillis: 500 };
    const members = set.memberList().slice(0, 1);
    await set.onFirst((admin) => admin.command({ replSetInitiate: { _id: SET, members, settings } }));
    while ((await set.primary()) === null) await pause(50);
    return set;
  }

  /** Starts the others and waits until they have everything that the first has. */
  async grow(): Promise<void> {
    await Promise.all(this.members.slice(1).map((member) => member.start()));
    for (let count = 2; count <= MEMBERS; count++) {
      const { config } = await this.onFirst((admin) => admin.command({ replSetGetConfig: 1 }));
      const wanted = {
        ...config,
        version: Number(config.version) + 1,
        members: this.memberList().slice(0, count),
      };
      await this.onFirst((admin) => admin.command({ replSetReconfig: wanted }));
      while (!(await this.isWhole(count))) await pause(100);
    }
  }

  private memberList(): { _id: number; host: string }[] {
    return this.ports.map((port, _id) => ({ _id, host: `127.0.0.1:${port}` }));
  }

  private onFirst(ask: (admin: Db) => Promise<Document>): Promise<Document> {
    return withNode(this.ports[0] ?? 0, (client) => ask(client.db('admin')));
  }

  private async isWhole(count: number): Promise<boolean> {
    const { members } = await this.onFirst((admin) => admin.command({ replSetGetStatus: 1 }));
    const serving = members.filter(({ state }: Document) => state === PRIMARY || state === SECONDARY);
    return serving.length === count;
  }

  /** The member that takes writes at this moment; null when there is none. */
  async primary(): Promise<Child | null> {
    for (const [n, member] of this.members.entries()) {
      if (!member.isUp) continue;
      const hello = await withNode(this.ports[n] ?? 0, (client) =>
        client.db('admin').command({ hello: 1 }),
      ).catch(() => null);
      if (hello?.['isWritablePrimary'] === true) return member;
    }
    return null;
  }
}

async function withNode<T>(port: number, ask: (client: MongoClient) => Promise<T>): Promise<T> {
  const options = { directConnection: true, serverSelectionTimeoutMS: 2000, socketTimeoutMS: 10_000 };
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/`, options);
  try {
    return await ask(client);
  } finally {
    await client.close(true);
  }
}

function mongod(program: string, place: Place, { port, name }: { port: number; name: string }): Child {
  const data = join(place.folder, name.replace(' ', '-'));
  mkdirSync(data, { recursive: true });
  const logFile = join(place.logs, `${name.replace(' ', '-')}.log`);
  return new Child(
    {
      ...{ name, program, logFile },
      args: [
        ...['--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket', '--dbpath', data],
        ...['--replSet', SET, '--oplogSize', '256', '--wiredTigerCacheSizeGB', '0.25', '--quiet'],
        ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
      ],
      ready: async (child) => {
        for (;;) {
          const answer = await withNode(port, (client) => client.db('admin').command({ ping: 1 })).catch(
            () => null,
          );
          if (answer !== null || !child.isAlive) return;
          await pause(50);
        }
      },
    },
    place.minder,
  );
}

/** A Redis that keeps what it holds over a kill, unless it is told to lose it. */
export class Redis {
  readonly url: string;
  readonly child: Child;
  private readonly data: string;

  constructor(program: string, place: Place, port: number) {
    this.url = `redis://127.0.0.1:${port}`;
    this.data = join(place.folder, 'redis');
    mkdirSync(this.data, { recursive: true });
    this.child = new Child(
      {
        ...{ name: 'redis', program, logFile: join(place.logs, 'redis.log') },
        args: [
          ...['--port', String(port), '--bind', '127.0.0.1', '--dir', this.data, '--save', ''],
          ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction'],
        ],
        ready: async (child) => {
          while (child.isAlive && !(await ping(port)).startsWith('+PONG')) await pause(25);
        },
      },
      place.minder,
    );
  }

  static async start(program: string, place: Place): Promise<Redis> {
    const [port = 0] = await freePorts(1);
    const redis = new Redis(program, place, port);
    await redis.child.start();
    return redis;
  }

  /** While it is down: forgets everything. */
  lose(): void {
    rmSync(this.data, { recursive: true, force: true });
    mkdirSync(this.data, { recursive: true });
  }
}

function ping(port: number): Promise<string> {
  return new Promise((done) => {
    const socket = connect({ host: '127.0.0.1', port });
    const finish = (answer: string) => {
      socket.destroy();
      done(answer);
    };
    socket.setTimeout(1000, () => finish(''));
    socket.once('error', () => finish(''));
    socket.once('data', (data) => finish(data.toString()));
    socket.write('PING\r\n');
  });
}
