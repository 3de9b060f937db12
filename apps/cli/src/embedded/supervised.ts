import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { messageOf } from './error-words.js';
import type { Minder } from './minder.js';
import { pause } from './pause.js';
import { identityOf, type ProcessIdentity } from './process-identity.js';
import { signalQuietly } from './run-file.js';
import { say } from './terminal.js';

/** What to run, and when it counts as serving. */
export interface ProcessPlan {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Resolves once it serves. `lines` hands over each line of its output; `ended` fires when it has gone. */
  readonly ready: (running: Running) => Promise<void>;
  readonly readyWithinMs: number;
  /** How long a polite stop may take before SIGKILL. */
  readonly stopWithinMs: number;
}

/** A started process, as its readiness check sees it. */
export interface Running {
  readonly onLine: (listener: (line: string) => void) => void;
  readonly ended: AbortSignal;
}

const TAIL_LINES = 25;
const LOG_LIMIT = 5_000_000;
const FIRST_BACK_OFF_MS = 200;
const LONGEST_BACK_OFF_MS = 5000;
/** After serving this long a process that dies is a fresh accident, not the next of a series. */
const SETTLED_MS = 10_000;

/**
 * One process that is kept running: started, waited for, started again with growing pauses when it dies, and stopped by
 * SIGTERM, then SIGKILL. It runs in a group of its own, which the minder ends should the launcher be killed.
 */
export class Supervised {
  private child: ChildProcess | undefined;
  private gone: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();
  private readonly listeners: (() => void)[] = [];
  private readonly tail: string[] = [];
  private log: WriteStream | undefined;

  constructor(
    readonly plan: ProcessPlan,
    private readonly minder: Minder,
  ) {}

  /** The living process; null when it is down. */
  get identity(): ProcessIdentity | null {
    return this.child?.pid === undefined ? null : identityOf(this.child.pid);
  }

  /** Calls back whenever it came up under a new number. */
  onComeback(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Starts it and resolves once it serves. Rejects with the end of its log when it does not get that far. */
  async start(): Promise<void> {
    await this.launch();
    void this.keepUp();
  }

  /** Stops it for good. Never rejects; a process that is down already is fine. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.end(this.plan.stopWithinMs);
    this.log?.end();
  }

  /** Resolves once it is down; it is not started again. */
  async stopped(): Promise<void> {
    this.stopping.abort();
    await this.gone;
  }

  /** Ends the process without manners, for throwaway data. */
  async kill(): Promise<void> {
    this.stopping.abort();
    await this.end(0);
    this.log?.end();
  }

  private async keepUp(): Promise<void> {
    let backOff = FIRST_BACK_OFF_MS;
    for (;;) {
      const served = performance.now();
      await this.gone;
      if (this.isStopped()) return;
      if (performance.now() - served > SETTLED_MS) backOff = FIRST_BACK_OFF_MS;
      say(`  ! ${this.plan.name} ended (${this.lastWords()}); starting it again`);
      await pause(backOff, this.stopping.signal);
      if (this.isStopped()) return;
      backOff = Math.min(backOff * 2, LONGEST_BACK_OFF_MS);
      await this.comeBack();
    }
  }

  private isStopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async comeBack(): Promise<void> {
    try {
      await this.launch();
      say(`  ✓ ${this.plan.name} is back`);
    } catch (error) {
      if (!this.isStopped()) say(messageOf(error));
    }
  }

  private async launch(): Promise<void> {
    this.tail.length = 0;
    const child = spawn(this.plan.program, this.plan.args, {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: this.plan.env ?? process.env,
    });
    this.child = child;
    const ended = new AbortController();
    this.gone = new Promise((done) => {
      child.once('error', (error) => this.tail.push(error.message));
      child.once('close', () => {
        if (child.pid !== undefined) this.minder.forget(child.pid);
        ended.abort();
        done();
      });
    });
    if (child.pid !== undefined) this.minder.watch(child.pid);
    const running = { onLine: this.record(child), ended: ended.signal };
    for (const listener of this.listeners) listener();
    await this.waitUntilReady(running);
  }

  private async waitUntilReady(running: Running): Promise<void> {
    const late = AbortSignal.timeout(this.plan.readyWithinMs);
    const over = AbortSignal.any([late, running.ended, this.stopping.signal]);
    const given = new Promise<never>((_done, fail) => {
      over.addEventListener('abort', () => fail(new Error(this.story(late.aborted))), { once: true });
    });
    try {
      await Promise.race([this.plan.ready({ onLine: running.onLine, ended: over }), given]);
    } catch (error) {
      await this.end(1000);
      throw error;
    }
  }

  private story(isLate: boolean): string {
    const how = isLate
      ? `did not serve within ${this.plan.readyWithinMs / 1000} s`
      : `ended before it served (${this.lastWords()})`;
    const lines = this.tail.map((line) => `    ${line.slice(0, 400)}`);
    return [`${this.plan.name} ${how}. The end of ${this.plan.logFile}:`, ...lines].join('\n');
  }

  private lastWords(): string {
    const { exitCode, signalCode } = this.child ?? {};
    return signalCode ?? (exitCode === null || exitCode === undefined ? 'never started' : `code ${exitCode}`);
  }

  private record(child: ChildProcess): Running['onLine'] {
    this.log ??= openLog(this.plan.logFile);
    const listeners: ((line: string) => void)[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        this.log?.write(`${line}\n`);
        this.tail.push(line);
        if (this.tail.length > TAIL_LINES) this.tail.shift();
        for (const listener of listeners) listener(line);
      });
    }
    return (listener) => listeners.push(listener);
  }

  private async end(politelyMs: number): Promise<void> {
    const pid = this.child?.pid;
    if (pid === undefined || this.child?.exitCode !== null || this.child.signalCode !== null) return;
    if (politelyMs > 0) {
      signalQuietly(pid, 'SIGTERM');
      const over = new AbortController();
      await Promise.race([this.gone.then(() => over.abort()), pause(politelyMs, over.signal)]);
    }
    if (identityOf(pid) !== null) signalQuietly(-pid, 'SIGKILL');
    await this.gone;
  }
}

function openLog(file: string): WriteStream {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(file, `${file}.1`);
  return createWriteStream(file, { flags: 'a', mode: 0o600 });
}

/** Waits for the line `{"ready":true,…}` on the process's output. */
export function readyLine({ onLine }: Running): Promise<void> {
  return new Promise((done) => {
    onLine((line) => {
      if (isReadyLine(line)) done();
    });
  });
}

/** True of the one line by which an app says that it serves. */
export function isReadyLine(line: string): boolean {
  if (!line.startsWith('{"ready":')) return false;
  try {
    return (JSON.parse(line) as { ready?: unknown }).ready === true;
  } catch {
    return false;
  }
}
