import { randomUUID } from 'node:crypto';
import { processName } from '@app/platform/process/process-name.js';

export { isOfTheDead } from '@app/platform/process/process-name.js';

/** A claim of this process: its name, and a mark of its own. */
export function newClaim(): string {
  return `${processName()}/${randomUUID()}`;
}
