import { closeSync, openSync, writeSync } from 'node:fs';
import type { LogLine } from './checker/log.ts';

type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never;

/** The run's own file: a line is written before whoever wrote it goes on. */
export class OwnFile {
  readonly path: string;
  acknowledged = 0;
  private readonly handle: number;

  constructor(path: string) {
    this.path = path;
    this.handle = openSync(path, 'a');
  }

  /** Writes a line with the present time. */
  write(line: WithoutTime<LogLine>): void {
    if (line.kind === 'done') this.acknowledged += 1;
    writeSync(this.handle, `${JSON.stringify({ ...line, at: Date.now() })}\n`);
  }

  close(): void {
    closeSync(this.handle);
  }
}
