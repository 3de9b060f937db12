import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ownLayout } from '../embedded/layout.js';
import { endLeftovers, holderOf, readRun } from '../embedded/run-file.js';

/** `npm run reset`: forgets this checkout's data, mail, logs and secrets. Keeps fetched servers. Refuses while Lantern runs. */
export async function run(): Promise<number> {
  const layout = ownLayout();
  const holder = holderOf(layout.lock);
  if (holder !== null) {
    console.error(
      `Lantern is running here (process ${holder.pid}). Stop it first (Ctrl-C), then: npm run reset`,
    );
    return 1;
  }
  await endLeftovers(readRun(layout.run));
  const kept = new Set([basename(layout.bin), 'setup.lock']);
  const gone = existsSync(layout.home) ? readdirSync(layout.home).filter((name) => !kept.has(name)) : [];
  for (const name of gone) rmSync(join(layout.home, name), { recursive: true, force: true });
  console.log(
    gone.length === 0 ? 'There was nothing to forget.' : `Forgotten: ${gone.join(', ')} of ${layout.home}.`,
  );
  if (process.env['MONGODB_URI'] !== undefined) {
    console.log('MONGODB_URI is set: what is stored there is yours, and stays.');
  }
  return 0;
}
