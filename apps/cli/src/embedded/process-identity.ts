import { readFileSync } from 'node:fs';
import { codeOf } from './error-words.js';

/** A process, and not another one that later got the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start time in the kernel's ticks since boot; null where the system does not tell. */
  readonly startTicks: number | null;
}

/** The start time in one line of /proc/<pid>/stat, whose second field may itself hold blanks and brackets. */
export function startTicksOf(stat: string): number | null {
  const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  return Number.isFinite(ticks) ? ticks : null;
}

/** The identity of a living process; null when there is none. A dead child that nobody has collected is no process. */
export function identityOf(pid: number): ProcessIdentity | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return / [ZX] /.test(stat.slice(stat.lastIndexOf(')'))) ? null : { pid, startTicks: startTicksOf(stat) };
  } catch {
    return { pid, startTicks: null };
  }
}

/** True when the recorded process is the one that lives under this number now. */
export function isSame(recorded: ProcessIdentity, living: ProcessIdentity | null): boolean {
  if (living === null || living.pid !== recorded.pid) return false;
  return (
    recorded.startTicks === null || living.startTicks === null || recorded.startTicks === living.startTicks
  );
}

/** True while the recorded process lives. */
export const lives = (recorded: ProcessIdentity) => isSame(recorded, identityOf(recorded.pid));
