import { spawn } from 'node:child_process';
import type { Minder } from './minder.js';

/** How a program ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Both outputs, the last 16,000 characters. */
  readonly output: string;
}

/** Settings of a run to the end. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Runs it in a group of its own that does not outlive the launcher. */
  readonly minder?: Minder;
  /** Called with each full line of output. */
  readonly onLine?: (line: string) => void;
}

/** Runs a program to its end. Rejects only when it cannot be started or was aborted. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      killSignal: 'SIGKILL',
      detached: options.minder !== undefined,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.env === undefined ? {} : { env: options.env }),
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      const text = chunk.toString();
      output = (output + text).slice(-16_000);
      for (const line of text.split('\n').filter((one) => one.trim() !== '')) options.onLine?.(line);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    if (child.pid !== undefined) options.minder?.watch(child.pid);
    child.on('error', fail);
    child.on('close', (code, signal) => {
      if (child.pid !== undefined) options.minder?.forget(child.pid);
      done({ code, signal, output });
    });
  });
}
