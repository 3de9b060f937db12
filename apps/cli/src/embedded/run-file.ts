import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { codeOf } from './error-words.js';
import { pause } from './pause.js';
import { identityOf, lives, type ProcessIdentity } from './process-identity.js';

const identity = z.object({ pid: z.number().int().positive(), startTicks: z.number().nullable() });

const runState = z.object({
  launcher: identity,
  /** Addresses, without a slash at the end. */
  web: z.string(),
  api: z.string(),
  mongodbUri: z.string(),
  redisUrl: z.string(),
  mailDirectory: z.string(),
  /** What the launcher started, by name: mongodb, redis, api, worker, web. A piece that came back has its new number. */
  pids: z.record(z.string(), z.number()),
  processes: z.record(z.string(), identity),
});

/**
 * What runs in this checkout and where, as `.lantern/run.json` tells the walkthrough, the benchmarks and the next
 * launcher. It may be stale: believe it only while its launcher lives.
 */
export type RunState = Readonly<z.infer<typeof runState>>;

/** Reads a run file; null when there is none or it cannot be read. */
export function readRun(file: string): RunState | null {
  return read(file, runState);
}

/** Replaces the run file in one move, so that a reader never sees half of it. Holds addresses of data: mode 600. */
export function writeRun(file: string, state: RunState): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Takes the installation for this process; null when done, else the living holder. A crashed holder's lock is taken over. */
export function takeLock(file: string): ProcessIdentity | null {
  mkdirSync(dirname(file), { recursive: true });
  const own = JSON.stringify(identityOf(process.pid));
  for (;;) {
    try {
      writeFileSync(file, own, { flag: 'wx' });
      return null;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const holder = read(file, identity);
    if (holder !== null && lives(holder)) return holder;
    rmSync(file, { force: true });
  }
}

/** Who holds the installation now; null when nobody does, or only a crashed process did. */
export function holderOf(file: string): ProcessIdentity | null {
  const holder = read(file, identity);
  return holder !== null && lives(holder) ? holder : null;
}

/** Ends what a crashed launcher left running. Returns the names of what was still there. */
export async function endLeftovers(state: RunState | null): Promise<string[]> {
  const left = Object.entries(state?.processes ?? {}).filter(([, recorded]) => lives(recorded));
  for (const [, { pid }] of left) signalQuietly(pid, 'SIGTERM');
  for (let waited = 0; waited < 10_000 && left.some(([, recorded]) => lives(recorded)); waited += 100)
    await pause(100);
  for (const [, recorded] of left) if (lives(recorded)) signalQuietly(recorded.pid, 'SIGKILL');
  return left.map(([name]) => name);
}

/** Sends a signal to a process that may be gone already. A negative number means its whole group. */
export function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already, which is what was wanted.
  }
}

function read<T>(file: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
