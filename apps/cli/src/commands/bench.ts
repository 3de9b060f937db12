import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { catchInterruption } from '../embedded/interruption.js';
import { ownLayout } from '../embedded/layout.js';
import { runProgram } from '../embedded/run-program.js';
import { installedSecrets } from '../embedded/secrets.js';
import { Steps } from '../embedded/terminal.js';
import { startThrowaway, type Throwaway } from '../embedded/throwaway.js';

/** How many officers each force gets, where a benchmark needs more than the demonstration has. */
const OFFICERS: Readonly<Record<string, number>> = { 'parallel-attempts': 212, 'past-import': 12 };

/**
 * `npm run bench -- <name> [arguments]`: a seeded demonstration on throwaway servers, then `bench/<name>.ts`, which runs floor and
 * product interleaved and prints medians, p99 and ratios. Exit code 1 when a bar is missed.
 */
export async function run([name, ...args]: string[]): Promise<number> {
  const { root } = ownLayout();
  const script = join(root, 'bench', `${name ?? ''}.ts`);
  if (name === undefined || !/^[a-z-]+$/.test(name) || !existsSync(script)) {
    console.error(
      'Which benchmark? npm run bench -- save-answer | course-page | parallel-attempts | due-times | assign | past-import | cover',
    );
    return 2;
  }
  const pids: number[] = [];
  const interrupted = catchInterruption(() => pids);
  const steps = new Steps();
  const servers = await startThrowaway({}, { steps, signal: interrupted });
  pids.push(...servers.databases.processes.flatMap(({ identity }) => identity?.pid ?? []));
  try {
    const env = environment(servers);
    await prepare(servers, env, { steps, interrupted, officers: OFFICERS[name] ?? 40 });
    const ended = await runProgram(process.execPath, [script, ...args], {
      cwd: root,
      env,
      signal: interrupted,
      minder: servers.minder,
      onLine: (line) => console.log(line),
    });
    return ended.code ?? 1;
  } finally {
    await servers.stop();
  }
}

function environment(servers: Throwaway): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...installedSecrets(join(servers.folder, 'secrets.json')),
    NODE_ENV: 'development',
    LANTERN_MODE: 'demonstration',
    LANTERN_HOME: servers.folder,
    LANTERN_MAIL_DIR: join(servers.folder, 'mail'),
    MONGODB_URI: servers.databases.mongodbUri,
    REDIS_URL: servers.databases.redisUrl,
    LOG_LEVEL: 'error',
  };
}

async function prepare(
  servers: Throwaway,
  env: NodeJS.ProcessEnv,
  plan: { steps: Steps; interrupted: AbortSignal; officers: number },
): Promise<void> {
  const { root } = ownLayout();
  const main = join(root, 'dist/apps/cli/src/main.js');
  for (const command of [['migrate'], ['seed', '--officers', String(plan.officers)]]) {
    const ended = await plan.steps.step(`Preparing: ${command.join(' ')}`, () =>
      runProgram(process.execPath, [main, ...command], {
        cwd: root,
        env,
        signal: plan.interrupted,
        minder: servers.minder,
      }),
    );
    if (ended.code !== 0) throw new Error(`${command.join(' ')} failed:\n${ended.output.trim()}`);
  }
}
