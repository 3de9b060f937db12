import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Db } from 'mongodb';
import type { Minder } from '../../apps/cli/src/embedded/minder.ts';
import type { Random } from './random.ts';

const MAIN = join(import.meta.dirname, '../../dist/apps/cli/src/main.js');
const ROOT = join(import.meta.dirname, '../..');

/** What the ground is made with. */
export interface GroundPlan {
  readonly env: NodeJS.ProcessEnv;
  readonly officers: number;
  readonly minder: Minder;
  readonly logs: string;
  readonly signal: AbortSignal;
}

/** Migrates, loads the content, and makes forces, people and their past, by the commands as they were built. */
export async function makeGround(plan: GroundPlan): Promise<void> {
  await command(plan, ['migrate']);
  await command(plan, ['seed-chaos', '--officers', String(plan.officers)]);
}

function command(plan: GroundPlan, args: readonly string[]): Promise<void> {
  const logFile = join(plan.logs, `${args[0] ?? ''}.log`);
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--enable-source-maps', MAIN, ...args], {
      ...{ cwd: ROOT, env: plan.env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
      ...{ signal: plan.signal, killSignal: 'SIGKILL' },
    });
    const log = createWriteStream(logFile, { flags: 'a' });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    const { pid } = child;
    if (pid !== undefined) plan.minder.watch(pid);
    child.once('error', fail);
    child.once('close', (code) => {
      if (pid !== undefined) plan.minder.forget(pid);
      if (code === 0) done();
      else fail(new Error(`${args.join(' ')} ended with ${String(code)}: see ${logFile}`));
    });
  });
}

/**
 * Awards ran out over night and the workers have not seen it yet. Each is let wait for its own moment in the run, by the mark that a
 * failed try leaves: what would all happen at the first sweep is spread over the kills.
 */
export async function scatterExpiries(db: Db, random: Random, withinMs: number): Promise<void> {
  const dues = db.collection('dues');
  const now = Date.now();
  const late = await dues
    .find({ job: 'certification.expire-holding', state: 'waiting', dueAt: { $lte: new Date(now) } })
    .toArray();
  for (const { _id } of late) {
    const notBefore = new Date(now + random.next() * withinMs * 0.8);
    await dues.updateOne({ _id, state: 'waiting' }, { $set: { notBefore } });
  }
}
