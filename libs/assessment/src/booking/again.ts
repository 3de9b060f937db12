import { isDuplicateKey } from '@app/platform/mongo/unit-of-work.js';

const TIMES = 3;

/**
 * Runs a unit of work anew when another took the same quarter hour, seat or unit day meanwhile, so that its checks see it and refuse
 * in words. After three times the error is thrown as it is.
 */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let time = 1; ; time++) {
    try {
      return await work();
    } catch (error) {
      if (!isDuplicateKey(error) || time >= TIMES) throw error;
    }
  }
}
