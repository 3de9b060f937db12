import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Minder } from '../../../apps/cli/src/embedded/minder.ts';

/** How one process of the house is started, and when it serves. */
export interface Plan {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Resolves once it serves. */
  readonly ready: (child: Child) => Promise<void>;
}

const READY_WITHIN_MS = 90_000;
/** Nothing is struck so often in a row that a start could fail more often than that. */
const MOST_STARTS = 5;

/** One process of the house: started, struck, started again, and never left behind. It runs in a group of its own. */
export class Child {
  readonly plan: Plan;
  /** Serving, as far as the house knows: started, ready, and not struck since. */
  isUp = false;
  /** What it ended with when nobody had struck it. */
  readonly crashes: string[] = [];
  /** How often it ended before it served: what it needed was struck meanwhile. */
  failedStarts = 0;
  private readonly minder: Minder;
  private process: ChildProcess | undefined;
  private gone: Promise<void> = Promise.resolve();
  private isStruck = true;
  private lineListeners: ((line: string) => void)[] = [];

  constructor(plan: Plan, minder: Minder) {
    this.plan = plan;
    this.minder = minder;
  }

  get name(): string {
    return this.plan.name;
  }

  get isAlive(): boolean {
    return this.process !== undefined && this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Starts it, and again when it does not come up because what it needs is struck at that moment, as whoever minds it would. */
  async comeBack(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await this.start();
        return;
      } catch (error) {
        if (tries >= MOST_STARTS || this.isAlive) throw error;
        this.failedStarts += 1;
      }
    }
  }

  /** Starts it and waits until it serves. */
  async start(): Promise<void> {
    const child = spawn(this.plan.program, this.plan.args, {
      ...{ detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: this.plan.env ?? process.env },
    });
    this.process = child;
    this.isStruck = false;
    this.lineListeners = [];
    let hasServed = false;
    if (child.pid !== undefined) this.minder.watch(child.pid);
    const log = createWriteStream(this.plan.logFile, { flags: 'a' });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        log.write(`${line}\n`);
        for (const listener of this.lineListeners) listener(line);
      });
    }
    this.gone = new Promise((done) => {
      child.once('error', (error) => log.write(`${error.message}\n`));
      child.once('close', (code, signal) => {
        if (child.pid !== undefined) this.minder.forget(child.pid);
        this.isUp = false;
        if (!this.isStruck && hasServed) this.crashes.push(signal ?? `code ${code ?? 'none'}`);
        log.end();
        done();
      });
    });
    await this.untilReady();
    hasServed = true;
    this.isUp = true;
  }

  /** Hands over each line of its output from now on, until it is started again. */
  onLine(listener: (line: string) => void): void {
    this.lineListeners.push(listener);
  }

  /** SIGKILL, and waits until it has gone. */
  async kill(): Promise<void> {
    this.isStruck = true;
    this.isUp = false;
    this.signal('SIGKILL');
    await this.gone;
  }

  /** SIGSTOP: it answers nobody, and nobody is told. */
  stop(): void {
    this.isUp = false;
    this.signal('SIGSTOP');
  }

  /** SIGCONT. */
  resume(): void {
    this.signal('SIGCONT');
    this.isUp = this.isAlive;
  }

  /** SIGTERM, and SIGKILL when that is not heeded. */
  async end(withinMs: number): Promise<void> {
    this.isStruck = true;
    this.isUp = false;
    this.signal('SIGCONT');
    this.signal('SIGTERM');
    const late = setTimeout(() => this.signal('SIGKILL'), withinMs);
    await this.gone;
    clearTimeout(late);
  }

  private async untilReady(): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    const given = new Promise<never>((_done, fail) => {
      late = setTimeout(() => fail(new Error(`${this.name} did not serve within 90 s`)), READY_WITHIN_MS);
      void this.gone.then(() =>
        fail(new Error(`${this.name} ended before it served: see ${this.plan.logFile}`)),
      );
    });
    await Promise.race([this.plan.ready(this), given]).finally(() => clearTimeout(late));
  }

  private signal(signal: NodeJS.Signals): void {
    const pid = this.process?.pid;
    if (pid === undefined || !this.isAlive) return;
    try {
      process.kill(-pid, signal);
    } catch {
      // It has gone at this moment.
    }
  }
}

/** An app says by one line that it serves. */
export function readyLine(child: Child): Promise<void> {
  return new Promise((done) => {
    child.onLine((line) => {
      if (line.startsWith('{"ready":true')) done();
    });
  });
}
