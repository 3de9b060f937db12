import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findServer } from '../embedded/find-server.js';
import { catchInterruption } from '../embedded/interruption.js';
import { ownLayout } from '../embedded/layout.js';
import { MONGODB, REDIS, type ServerKind } from '../embedded/servers.js';
import { Steps } from '../embedded/terminal.js';

/**
 * `npm run chaos -- --minutes M --seed N`: finds the two database servers and hands over to `test/chaos/run.ts`, which starts, kills
 * and checks everything else. Exit code 1 when anything was lost, late, early or twice.
 */
export async function run(args: string[]): Promise<number> {
  const { root, bin } = ownLayout();
  const steps = new Steps();
  const pids: number[] = [];
  const interrupted = catchInterruption(() => pids);
  const find = (kind: ServerKind) =>
    steps.step(`Finding a ${kind.name} server`, (note) =>
      findServer(kind, { bin, path: process.env['PATH'] ?? '', note, signal: interrupted }),
    );
  const env = {
    ...process.env,
    LANTERN_CHAOS_MONGOD: (await find(MONGODB)).program,
    LANTERN_CHAOS_REDIS: (await find(REDIS)).program,
  };
  interrupted.throwIfAborted();
  // The channel closes when this process is killed: the run then ends what it started.
  const child = spawn(process.execPath, [join(root, 'test/chaos/run.ts'), ...args], {
    ...{ cwd: root, env, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  });
  if (child.pid !== undefined) pids.push(child.pid);
  interrupted.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}
