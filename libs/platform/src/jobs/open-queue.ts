import { Queue } from 'bullmq';
import type { Config } from '../config/config.js';
import type { QueueName } from './job.js';

/** A queue to look at: it connects at once, fails fast, and hands each error to `warn`. Its opener closes it. */
export function openQueue(
  name: QueueName,
  { REDIS_URL, QUEUE_PREFIX }: Pick<Config, 'REDIS_URL' | 'QUEUE_PREFIX'>,
  warn: (message: string) => void,
): Queue {
  const connection = { url: REDIS_URL, maxRetriesPerRequest: 1, connectTimeout: 2000 };
  const queue = new Queue(name, { connection, prefix: QUEUE_PREFIX });
  queue.on('error', (error) => warn(`queue ${name}: ${error.message}`));
  return queue;
}
