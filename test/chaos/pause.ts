import { setTimeout } from 'node:timers/promises';

/** Waits; ends early, without error, when the signal comes. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (ms > 0) await setTimeout(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
}
