import { setTimeout } from 'node:timers/promises';

/** Waits for so many milliseconds; ends early, without error, when the signal comes. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
}
