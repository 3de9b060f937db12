import { CONFIG, type Config } from '@app/platform/config/config.js';
import { MOST_ATTEMPTS } from '@app/platform/jobs/failing.js';
import { QUEUE_NAMES, type QueueName } from '@app/platform/jobs/job.js';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type JobsOptions, Queue } from 'bullmq';

/** What a queued job carries: either an event for a consumer, or a row of the timetable. Ids only. */
export type QueuedWork = { eventId: string; consumer: string } | { dueId: string };

/** The timetable's own rows say when a due job is tried again, so BullMQ tries it once. */
export const DUE_OPTIONS: JobsOptions = { attempts: 1, removeOnFail: true };

/** Redis forgets finished jobs after an hour: longer than the reconciler waits before it offers a lost one again. */
export const JOB_OPTIONS: JobsOptions = {
  attempts: MOST_ATTEMPTS,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: { age: 3600, count: 10_000 },
  removeOnFail: { age: 30 * 24 * 3600 },
};

/** The queues as producers see them. A lost Redis fails an offer at once; the row in MongoDB is offered again later. */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly log = new Logger('Queues');
  private readonly queues = new Map<QueueName, Queue<QueuedWork>>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Under which all keys of the queues stand in Redis. */
  get prefix(): string {
    return this.config.QUEUE_PREFIX;
  }

  /** The queue of that name, connected on first use. */
  of(name: QueueName): Queue<QueuedWork> {
    const known = this.queues.get(name);
    if (known !== undefined) return known;
    const queue = new Queue<QueuedWork>(name, {
      connection: {
        url: this.config.REDIS_URL,
        maxRetriesPerRequest: 1,
        enableOfflineQueue: false,
        connectTimeout: 2000,
      },
      prefix: this.config.QUEUE_PREFIX,
      defaultJobOptions: JOB_OPTIONS,
    });
    queue.on('error', (error) => this.log.warn(`queue ${name}: ${error.message}`));
    this.queues.set(name, queue);
    return queue;
  }

  /** Waits until Redis answers; used at start so that the first offers are not lost to a slow connection. */
  async ready(): Promise<void> {
    await Promise.all(QUEUE_NAMES.map((name) => this.of(name).waitUntilReady()));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
  }
}
