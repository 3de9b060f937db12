import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catchInterruption, Interrupted } from '../embedded/interruption.js';
import { ownLayout } from '../embedded/layout.js';
import type { Minder } from '../embedded/minder.js';
import { signalQuietly } from '../embedded/run-file.js';
import { runProgram } from '../embedded/run-program.js';
import { duration, Steps, say } from '../embedded/terminal.js';
import { startThrowaway, type Throwaway } from '../embedded/throwaway.js';
import { closingLine, sum, type Tally, tallyOfJest } from './tally.js';

/** The checks that need no server, by their names in package.json. */
const STATIC_CHECKS: readonly (readonly [string, string])[] = [
  ['lint', 'format and lint'],
  ['boundaries', 'layers'],
  ['typecheck', 'types'],
  ['schema:check', 'API schema'],
  ['content:check', 'content pack'],
];

/** Which part of everything to run. */
export interface Selection {
  readonly staticChecks: boolean;
  /** Handed on to Jest. */
  readonly jestArguments: readonly string[];
  /** Whether the short form of the chaos run comes after the tests. */
  readonly chaos: boolean;
}

/** Runs the selection on real servers and closes with the counts, alone on the last line. Resolves to the exit code. */
export async function runChecks(selection: Selection): Promise<number> {
  const groups = new Set<number>();
  const interrupted = catchInterruption(() => [...groups]);
  const steps = new Steps();
  const tallies: Tally[] = [];
  if (selection.staticChecks) tallies.push(...(await staticChecks(steps, interrupted)));
  const given = {
    mongodbUri: process.env['LANTERN_TEST_MONGODB_URI'],
    redisUrl: process.env['LANTERN_TEST_REDIS_URL'],
  };
  const servers = await startThrowaway(given, { steps, signal: interrupted });
  try {
    for (const { identity } of servers.databases.processes) if (identity !== null) groups.add(identity.pid);
    tallies.push(await jest(servers, { args: selection.jestArguments, interrupted }));
  } finally {
    await servers.stop();
  }
  interrupted.throwIfAborted();
  if (selection.chaos) tallies.push(await chaos(steps, { given, interrupted }));
  return close(sum(tallies));
}

function close(tally: Tally): number {
  if (tally.skipped.length > 0)
    console.log(['Left out:', ...tally.skipped.map((name) => `  ${name}`)].join('\n'));
  if (!existsSync(join(ownLayout().root, '../shared/domain'))) {
    console.log('Left out: comparison with the domain brief, which is not beside this checkout (../shared).');
  }
  console.log(closingLine(tally));
  return tally.failed === 0 ? 0 : 1;
}

async function staticChecks(steps: Steps, interrupted: AbortSignal): Promise<Tally[]> {
  const { root } = ownLayout();
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const tallies: Tally[] = [];
  for (const [script, title] of STATIC_CHECKS.filter(([name]) => scripts[name] !== undefined)) {
    const { code, output } = await steps.step(`Checking ${title}`, () =>
      runProgram('npm', ['run', '--silent', script], { cwd: root, signal: interrupted }),
    );
    if (code !== 0)
      console.log(`${output.trim()}\n  ✗ ${title}: npm run ${script} ended with ${String(code)}`);
    tallies.push({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] });
  }
  return tallies;
}

/** Ninety seconds of `npm run chaos`, by a seed of its own that it prints. On servers of somebody's own nothing is killed. */
async function chaos(
  steps: Steps,
  { given, interrupted }: { given: { mongodbUri?: string | undefined }; interrupted: AbortSignal },
): Promise<Tally> {
  if (given.mongodbUri !== undefined)
    return { passed: 0, failed: 0, skipped: ['chaos: it starts and kills servers of its own'] };
  const { root } = ownLayout();
  const { code, output } = await steps.step('Killing and pausing everything for 90 s (chaos)', (note) =>
    runProgram(process.execPath, [join(root, 'dist/apps/cli/src/main.js'), 'chaos', '--minutes', '1.5'], {
      ...{ cwd: root, signal: interrupted, onLine: note },
    }),
  );
  const told = output.trim().split('\n');
  console.log(told.slice(code === 0 ? -7 : -40).join('\n'));
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
}

async function jest(
  { databases, folder, minder }: Throwaway,
  { args, interrupted }: { args: readonly string[]; interrupted: AbortSignal },
): Promise<Tally> {
  const { root } = ownLayout();
  const results = join(folder, 'results.json');
  // What tests leave in the temporary folder goes with the servers' data, and no other user's leavings are in the way.
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const command = [
    ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    ...[join(root, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${results}`, ...args],
  ];
  const began = performance.now();
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    TMPDIR: temporary,
    MONGODB_URI: databases.mongodbUri,
    REDIS_URL: databases.redisUrl,
  };
  await untilEnd({ command, env, root, minder, interrupted });
  if (interrupted.aborted) throw new Interrupted();
  say(`  ✓ Ran the tests  ${duration(performance.now() - began)}`);
  return tallyOfJest(existsSync(results) ? readFileSync(results, 'utf8') : null);
}

interface JestRun {
  readonly command: string[];
  readonly env: NodeJS.ProcessEnv;
  readonly root: string;
  readonly minder: Minder;
  readonly interrupted: AbortSignal;
}

/** Jest in a group of its own, so that its workers go with it. Jest's report goes to its standard error. */
function untilEnd({ command, env, root, minder, interrupted }: JestRun): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      env,
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const { pid } = child;
    if (pid === undefined) return child.once('error', fail);
    minder.watch(pid);
    const end = () => signalQuietly(-pid, 'SIGKILL');
    interrupted.addEventListener('abort', end, { once: true });
    child.once('close', () => {
      minder.forget(pid);
      interrupted.removeEventListener('abort', end);
      done();
    });
  });
}
