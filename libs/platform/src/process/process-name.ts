import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** Tells one start of a process from the next under the same number, as in containers. */
const start = randomUUID().slice(0, 8);

/** Names this process wherever it leaves something that another may have to clear away: host, number, start. */
export function processName(): string {
  return `${hostname()}/${process.pid}/${start}`;
}

/** Whether a name is of a process of this host that is no more. Of other hosts nobody here can say, and of no name either. */
export function isOfTheDead(name: string): boolean {
  const [host, pid, began] = name.split('/');
  const number = Number(pid);
  if (host !== hostname() || began === undefined || !Number.isInteger(number) || number <= 0) return false;
  return number === process.pid ? began !== start : !isAlive(number);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Alive, and somebody else's.
    return (error as { code?: unknown }).code === 'EPERM';
  }
}
