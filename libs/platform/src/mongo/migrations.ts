import type { Connection } from 'mongoose';
import type { Clock } from '../clock/clock.js';

/** One numbered, forward-only, re-runnable change of the stored data. */
export interface Migration {
  /** `NNNN-what`. Runs in the order of the names. */
  readonly name: string;
  /** Makes the change; may run again after a crash, so it must find its own place. Returns how many records it changed. */
  readonly up: (connection: Connection) => Promise<number>;
}

interface RunMigration {
  readonly name: string;
  readonly changed: number;
  readonly tookMs: number;
}

/** Runs what has not run yet, in order, and records each with its time. A second caller finds nothing to do. */
export async function migrate(
  connection: Connection,
  clock: Clock,
  migrations: readonly Migration[],
): Promise<RunMigration[]> {
  const done = connection.collection<{ _id: string; at: Date; changed: number; tookMs: number }>(
    'migrations',
  );
  const ran: RunMigration[] = [];
  for (const migration of [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if ((await done.findOne({ _id: migration.name })) !== null) continue;
    const start = clock.now().getTime();
    const changed = await migration.up(connection);
    const tookMs = clock.now().getTime() - start;
    await done.updateOne(
      { _id: migration.name },
      { $set: { at: clock.now(), changed, tookMs } },
      { upsert: true },
    );
    ran.push({ name: migration.name, changed, tookMs });
  }
  return ran;
}
