import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** A claim of this process: host, process, and a mark of its own. */
export function newClaim(): string {
  return `${hostname()}/${process.pid}/${randomUUID()}`;
}

/** Whether a claim is of a process of this host that is no more. Of other hosts nobody here can say. */
export function isOfTheDead(claim: string): boolean {
  const [host, pid] = claim.split('/');
  if (host !== hostname()) return false;
  const number = Number(pid);
  return Number.isInteger(number) && number > 0 && number !== process.pid && !isAlive(number);
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
