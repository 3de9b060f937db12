import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { appEnvironment, choosePorts, type Ports } from '../embedded/app-settings.js';
import { type Databases, startDatabases } from '../embedded/databases.js';
import { catchInterruption, Interrupted } from '../embedded/interruption.js';
import { type Layout, ownLayout } from '../embedded/layout.js';
import { Minder } from '../embedded/minder.js';
import { identityOf } from '../embedded/process-identity.js';
import { endLeftovers, type RunState, readRun, takeLock, writeRun } from '../embedded/run-file.js';
import { runProgram } from '../embedded/run-program.js';
import { installedSecrets } from '../embedded/secrets.js';
import { readyLine, Supervised } from '../embedded/supervised.js';
import { duration, Steps, say } from '../embedded/terminal.js';
import { addresses, signIns, timetable } from '../embedded/welcome.js';

const APPS = ['api', 'worker', 'web'] as const;
const stepTimes = z.array(z.object({ title: z.string(), ms: z.number() }));

/**
 * `npm start`: brings up the servers (unless MONGODB_URI and REDIS_URL name others), migrates, loads content and
 * demonstration once, starts api, worker and web, says where they are, and keeps them up until Ctrl-C.
 */
export async function run(): Promise<number> {
  const layout = ownLayout();
  const holder = takeLock(layout.lock);
  if (holder !== null) return tellRunning(layout, holder.pid);
  const installation = new Installation(layout);
  try {
    await installation.start();
    await installation.untilInterrupted();
    return 0;
  } catch (error) {
    if (error instanceof Interrupted || installation.isInterrupted) return 130;
    throw error;
  } finally {
    await installation.stop();
  }
}

function tellRunning(layout: Layout, pid: number): number {
  const run = readRun(layout.run);
  if (run?.launcher.pid === pid) {
    console.log(
      `Lantern is running here already (process ${pid}):\n${addresses(layout, run)}\n${signIns(layout)}`,
    );
  } else {
    console.log(`Lantern is being started here already (process ${pid}).`);
  }
  return 0;
}

/** One running Lantern: what has been started so far, in the order of starting. */
class Installation {
  private readonly minder = new Minder();
  private readonly steps = new Steps();
  private readonly pieces: Supervised[] = [];
  private readonly interrupted: AbortSignal;

  constructor(private readonly layout: Layout) {
    this.interrupted = catchInterruption(() => this.pieces.flatMap(({ identity }) => identity?.pid ?? []));
  }

  get isInterrupted(): boolean {
    return this.interrupted.aborted;
  }

  async start(): Promise<void> {
    const { layout, steps } = this;
    const leftovers = await endLeftovers(readRun(layout.run));
    if (leftovers.length > 0) say(`  ! ended what a crashed Lantern left running: ${leftovers.join(', ')}`);
    rmSync(layout.run, { force: true });
    for (const folder of [layout.data, layout.log, layout.mail]) mkdirSync(folder, { recursive: true });
    const secrets = installedSecrets(layout.secrets);
    const databases = await this.databases();
    const ports = await choosePorts(process.env);
    const environment = appEnvironment(layout, { databases, ports, secrets });
    await this.command('migrate', 'Migrating', environment);
    await this.command('seed', 'Loading content and demonstration', environment);
    await steps.step('Starting api, worker, web', () => this.apps(environment));
    this.keepRunFile(databases, ports);
    this.welcome();
  }

  async untilInterrupted(): Promise<void> {
    if (this.interrupted.aborted) return;
    await new Promise((done) => {
      this.interrupted.addEventListener('abort', done, { once: true });
    });
  }

  /** Web first, then api and worker, and the servers last, so that nobody loses what it still talks to. */
  async stop(): Promise<void> {
    const began = performance.now();
    if (this.pieces.length > 0) say('\nStopping Lantern…');
    for (const piece of [...this.pieces].reverse()) {
      await piece.stop();
    }
    rmSync(this.layout.run, { force: true });
    rmSync(this.layout.lock, { force: true });
    this.minder.release();
    if (this.pieces.length > 0)
      say(`  ✓ ${this.pieces.length} processes stopped  ${duration(performance.now() - began)}`);
  }

  private async databases(): Promise<Databases> {
    const databases = await startDatabases({
      given: { mongodbUri: process.env['MONGODB_URI'], redisUrl: process.env['REDIS_URL'] },
      bin: this.layout.bin,
      dataFolder: this.layout.data,
      logFolder: this.layout.log,
      throwaway: false,
      minder: this.minder,
      steps: this.steps,
      signal: this.interrupted,
    });
    this.pieces.push(...databases.processes);
    return databases;
  }

  /** Runs another command of ours to its end, in a process of its own: what it needed to load goes with it. */
  private async command(name: string, title: string, environment: NodeJS.ProcessEnv): Promise<void> {
    const main = join(this.layout.root, 'dist/apps/cli/src/main.js');
    await this.steps.step(title, async (note) => {
      const ended = await runProgram(process.execPath, ['--enable-source-maps', main, name], {
        cwd: this.layout.root,
        env: environment,
        signal: this.interrupted,
        minder: this.minder,
        onLine: note,
      });
      writeFileSync(join(this.layout.log, `${name}.log`), ended.output, { mode: 0o600 });
      if (ended.code === 0) return;
      throw new Error(
        `${title} failed (${ended.signal ?? `code ${String(ended.code)}`}):\n${ended.output.trim()}`,
      );
    });
  }

  private async apps(environment: NodeJS.ProcessEnv): Promise<void> {
    const apps = APPS.map((name) => new Supervised(this.plan(name, environment), this.minder));
    this.pieces.push(...apps);
    await Promise.all(apps.map((app) => app.start()));
    this.interrupted.throwIfAborted();
  }

  private plan(name: string, environment: NodeJS.ProcessEnv) {
    const main = join(this.layout.root, `dist/apps/${name}/src/main.js`);
    if (!existsSync(main)) throw new Error(`The app "${name}" is not built: ${main} is missing`);
    return {
      name,
      program: process.execPath,
      args: ['--enable-source-maps', main],
      env: environment,
      logFile: join(this.layout.log, `${name}.log`),
      ready: readyLine,
      readyWithinMs: 60_000,
      stopWithinMs: 10_000,
    };
  }

  private keepRunFile(databases: Databases, ports: Ports): void {
    const write = () => {
      writeRun(this.layout.run, this.state(databases, ports));
    };
    write();
    for (const piece of this.pieces) piece.onComeback(write);
  }

  private state(databases: Databases, ports: Ports): RunState {
    const living = this.pieces.flatMap(({ plan, identity }) =>
      identity === null ? [] : [[plan.name, identity] as const],
    );
    return {
      launcher: identityOf(process.pid) ?? { pid: process.pid, startTicks: null },
      web: `http://127.0.0.1:${ports.web}`,
      api: `http://127.0.0.1:${ports.api}`,
      mongodbUri: databases.mongodbUri,
      redisUrl: databases.redisUrl,
      mailDirectory: process.env['LANTERN_MAIL_DIR'] ?? this.layout.mail,
      pids: Object.fromEntries(living.map(([name, { pid }]) => [name, pid])),
      processes: Object.fromEntries(living),
    };
  }

  private welcome(): void {
    const run = readRun(this.layout.run);
    if (run === null) return;
    const before = stepTimes.catch([]).parse(JSON.parse(process.env['LANTERN_STEPS'] ?? '[]'));
    const startedAt = Number(process.env['LANTERN_STARTED_AT'] ?? performance.timeOrigin);
    const total = performance.timeOrigin + performance.now() - startedAt;
    console.log(`\n${timetable([...before, ...this.steps.done], total)}`);
    console.log(`\nLantern is running.\n${addresses(this.layout, run)}\n\n${signIns(this.layout)}`);
    console.log('\nThe whole story, told against it:  npm run walkthrough   (in another terminal)');
    console.log('Stop: Ctrl-C.   Forget the demonstration: npm run reset');
  }
}
