import { isDuplicateKey } from '@app/platform/mongo/unit-of-work.js';

/** Runs the work, and once more when the same thing arrived twice at one moment: the second run finds what the first left. */
export async function oncePerThing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return work();
  }
}
