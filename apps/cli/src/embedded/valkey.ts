import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { ServerPlace, StartedServer } from './mongod.js';
import { pause } from './pause.js';
import { freePort } from './ports.js';
import { Supervised } from './supervised.js';

/** Starts one Valkey or Redis on loopback. What it holds can be rebuilt from MongoDB; it is kept on disk all the same. */
export async function startValkey(place: ServerPlace): Promise<StartedServer> {
  mkdirSync(place.folder, { recursive: true });
  const port = await freePort(place.throwaway ? [] : [26_379]);
  const valkey = new Supervised(
    {
      name: 'redis',
      program: place.program,
      args: [
        ...['--port', String(port), '--bind', '127.0.0.1', '--dir', place.folder],
        ...[
          '--appendonly',
          'yes',
          '--appendfsync',
          'everysec',
          '--maxmemory-policy',
          'noeviction',
          '--save',
          '',
        ],
      ],
      logFile: join(place.logFolder, 'redis.log'),
      ready: ({ ended }) => untilPong(port, ended),
      readyWithinMs: 30_000,
      stopWithinMs: 5000,
    },
    place.minder,
  );
  await valkey.start();
  return { address: `redis://127.0.0.1:${port}`, process: valkey };
}

async function untilPong(port: number, ended: AbortSignal): Promise<void> {
  while (!ended.aborted && !(await ping('127.0.0.1', port)).startsWith('+PONG')) await pause(25, ended);
}

/** What a server answers to PING; the empty text when it does not answer within 2 s. */
export function ping(host: string, port: number): Promise<string> {
  return new Promise((done) => {
    const socket = connect({ host, port });
    const finish = (answer: string) => {
      socket.destroy();
      done(answer);
    };
    socket.setTimeout(2000, () => finish(''));
    socket.once('error', () => finish(''));
    socket.once('data', (data) => finish(data.toString()));
    socket.write('PING\r\n');
  });
}
