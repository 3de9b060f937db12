import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Minder } from '../../apps/cli/src/embedded/minder.ts';
import { Run } from './the-run.ts';

/**
 * `npm run chaos -- --minutes M --seed N`. Ten minutes and a seed drawn by chance, when not said. Exit code 0 when nothing was lost,
 * doubled, early, late or missed; 1 when something was, or the run itself failed; 130 when it was cancelled.
 */
const minutes = argument('minutes', 10);
const seed = argument('seed', Math.floor(Math.random() * 1_000_000));
const cancel = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => cancel.abort());
// Whoever started it has gone.
process.on('disconnect', () => cancel.abort());

const say = (line: string) => void process.stdout.write(`${line}\n`);
const kept = join(import.meta.dirname, '../../.lantern/chaos', `seed-${seed}`);
const folder = mkdtempSync(join(tmpdir(), 'lantern-chaos-'));
// It outlives this process for a moment, and ends what is left, even after SIGKILL.
const minder = new Minder();
minder.removeAtEnd(folder);
const run = new Run({
  folder,
  minder,
  minutes,
  seed,
  signal: cancel.signal,
  say,
});
let code = 1;
try {
  code = (await run.toTheEnd()) ? 0 : 1;
} catch (error) {
  if (!cancel.signal.aborted) say(error instanceof Error ? (error.stack ?? error.message) : String(error));
} finally {
  await run.end();
  if (cancel.signal.aborted) code = 130;
  if (code === 1) keep();
  rmSync(folder, { recursive: true, force: true });
  minder.release();
}
process.exit(code);

/** What tells how it came about. */
function keep(): void {
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  for (const file of run.evidence()) {
    try {
      copyFileSync(file, join(kept, file.slice(file.lastIndexOf('/') + 1)));
    } catch {
      // It did not come so far.
    }
  }
  say(`The file of acknowledgements, the mail and the logs are in ${kept}`);
}

function argument(name: string, usual: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? usual : Number(process.argv[at + 1]);
  if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} wants a number`);
  return value;
}
