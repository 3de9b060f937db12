import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Databases, startDatabases } from './databases.js';
import { ownLayout } from './layout.js';
import { Minder } from './minder.js';
import type { Steps } from './terminal.js';

/** Servers for one run of the tests, or for an afternoon of development. Their data goes when they stop. */
export interface Throwaway {
  readonly databases: Databases;
  readonly minder: Minder;
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

/** Starts servers on a folder of their own under the system's temporary one. `given` servers are used instead. */
export async function startThrowaway(
  given: { readonly mongodbUri?: string | undefined; readonly redisUrl?: string | undefined },
  { steps, signal }: { steps: Steps; signal: AbortSignal },
): Promise<Throwaway> {
  const minder = new Minder();
  const folder = mkdtempSync(join(tmpdir(), 'lantern-'));
  minder.removeAtEnd(folder);
  const clear = () => {
    rmSync(folder, { recursive: true, force: true });
    minder.release();
  };
  try {
    const databases = await startDatabases({
      ...{ given, bin: ownLayout().bin, dataFolder: join(folder, 'data'), logFolder: join(folder, 'log') },
      ...{ throwaway: true, minder, steps, signal },
    });
    const stop = async () => {
      await Promise.all(databases.processes.map((one) => one.kill()));
      clear();
    };
    return { databases, minder, folder, stop };
  } catch (error) {
    clear();
    throw error;
  }
}
