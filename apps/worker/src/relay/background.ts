import { setTimeout } from 'node:timers/promises';
import { Clock } from '@app/platform/clock/clock.js';
import { ClockGuard } from '@app/platform/clock/clock-guard.js';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import { DUE, type Due } from '@app/platform/jobs/due.schema.js';
import { QUEUE_NAMES, type QueueName } from '@app/platform/jobs/job.js';
import { JobRegistry } from '@app/platform/jobs/job-registry.js';
import { OUTBOX, type OutboxRow } from '@app/platform/journal/journal.schema.js';
import { PutOnTimetable } from '@app/scheduling';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Job, Worker } from 'bullmq';
import type { Model } from 'mongoose';
import { Gatherer } from './gatherer.js';
import { IdleTransactions } from './idle-transactions.js';
import { Loop } from './loop.js';
import { Metrics } from './metrics.js';
import type { QueuedWork } from './queues.js';
import { Reconciler } from './reconciler.js';
import { Relay } from './relay.js';
import { Sweep } from './sweep.js';
import { VitalSigns } from './vital-signs.js';

const RELAY_EVERY_MS = 250;
const SWEEP_EVERY_MS = 500;
const RECONCILE_EVERY_MS = 2000;
const IDLE_EVERY_MS = 1000;
const CLOCK_EVERY_MS = 250;
const PULSE_EVERY_MS = 5000;
/** How long a job that was taken in hand before the clock went astray waits for it to be put right. */
const PUT_RIGHT_WITHIN_MS = 20_000;

/** How many jobs of a queue are in hand at once. Events and due times are many and small, and are gathered by their kind. */
const CONCURRENCY: Readonly<Record<QueueName, number>> = { events: 50, timed: 50, mail: 10, reports: 1 };

/** What the background drives. */
@Injectable()
export class BackgroundParts {
  constructor(
    readonly relay: Relay,
    readonly reconciler: Reconciler,
    readonly gatherer: Gatherer,
    readonly sweep: Sweep,
    readonly clockGuard: ClockGuard,
    @Inject(Clock) readonly clock: Clock,
  ) {}
}

/** What is asked before it begins, and what it says of itself. */
@Injectable()
export class BackgroundSigns {
  constructor(
    readonly registry: JobRegistry,
    readonly putOnTimetable: PutOnTimetable,
    readonly vitalSigns: VitalSigns,
    readonly metrics: Metrics,
    readonly idleTransactions: IdleTransactions,
  ) {}
}

/** Starts and stops everything that runs by itself in the worker process. */
@Injectable()
export class Background implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Background');
  private readonly workers: Worker<QueuedWork>[] = [];
  private readonly loops: Loop[] = [];
  private streams: { close(): Promise<void> }[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @InjectModel(OUTBOX) private readonly outbox: Model<OutboxRow>,
    @InjectModel(DUE) private readonly dues: Model<Due>,
    private readonly parts: BackgroundParts,
    private readonly signs: BackgroundSigns,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.signs.registry.mustBeComplete();
    await this.signs.putOnTimetable.execute();
    this.startLoops();
    for (const name of QUEUE_NAMES) this.startWorker(name);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.streams.map((stream) => stream.close()));
    await Promise.allSettled(this.loops.map((loop) => loop.stop()));
    await Promise.allSettled(this.workers.map((worker) => worker.close()));
  }

  private startLoops(): void {
    const { relay, reconciler, sweep, clockGuard, clock } = this.parts;
    const { vitalSigns, idleTransactions } = this.signs;
    const warn = (message: string) => this.log.warn(message);
    const hooks = { warn, now: () => clock.now() };
    const relaying = new Loop('relay', RELAY_EVERY_MS, () => relay.tick(), hooks);
    this.loops.push(
      relaying,
      new Loop(
        'deadlines',
        SWEEP_EVERY_MS,
        async () => (clockGuard.isTrusted() ? sweep.run('urgent') : 0),
        hooks,
      ),
      new Loop('sweep', SWEEP_EVERY_MS, async () => (clockGuard.isTrusted() ? sweep.run() : 0), hooks),
      new Loop('reconcile', RECONCILE_EVERY_MS, () => reconciler.reconcile(), hooks),
      new Loop('clock', CLOCK_EVERY_MS, () => this.mindClock(), hooks),
      new Loop('idle-transactions', IDLE_EVERY_MS, () => idleTransactions.end(), hooks),
    );
    const working = [...this.loops];
    const pulse = async () => {
      await vitalSigns.give(working.map((loop) => loop.pulse));
      return 0;
    };
    this.loops.push(new Loop('pulse', PULSE_EVERY_MS, pulse, hooks));
    // Polling makes it certain; the change streams make it prompt.
    for (const model of [this.outbox, this.dues] as Model<unknown>[]) {
      const stream = model.watch([], {});
      stream.on('change', () => relaying.nudge());
      stream.on('error', (error: Error) => warn(`change stream: ${error.message}`));
      this.streams.push(stream);
    }
  }

  /** PLT-20. A process whose clock is astray fetches no work: others may. What it has in hand waits, see `untilTrusted`. */
  private async mindClock(): Promise<number> {
    const isTrusted = this.parts.clockGuard.isTrusted();
    for (const worker of this.workers) {
      if (isTrusted && worker.isPaused()) await worker.resume();
      if (!isTrusted && !worker.isPaused()) await worker.pause(true);
    }
    return 0;
  }

  private async untilTrusted(): Promise<void> {
    const until = performance.now() + PUT_RIGHT_WITHIN_MS;
    while (!this.parts.clockGuard.isTrusted()) {
      if (performance.now() > until) this.parts.clockGuard.mustBeTrusted();
      await setTimeout(CLOCK_EVERY_MS);
    }
  }

  private startWorker(name: QueueName): void {
    const worker = new Worker<QueuedWork>(name, (job) => this.process(job), {
      connection: { url: this.config.REDIS_URL, maxRetriesPerRequest: null },
      prefix: this.config.QUEUE_PREFIX,
      concurrency: CONCURRENCY[name],
      lockDuration: 10_000,
      stalledInterval: 3000,
      maxStalledCount: 20,
    });
    worker.on('error', (error) => this.log.warn(`worker ${name}: ${error.message}`));
    worker.on('failed', (job, error) =>
      this.log.error({ job: job?.name, id: job?.id, attempt: job?.attemptsMade, error: error.message }),
    );
    this.workers.push(worker);
  }

  private async process(job: Job<QueuedWork>): Promise<void> {
    const began = performance.now();
    let outcome: 'done' | 'failed' = 'failed';
    try {
      await this.work(job);
      outcome = 'done';
    } finally {
      this.signs.metrics.ended(job.name, outcome, (performance.now() - began) / 1000);
    }
  }

  private async work(job: Job<QueuedWork>): Promise<void> {
    if ('eventId' in job.data) await this.deliver(job, job.data);
    else if (this.parts.clockGuard.isTrusted()) {
      this.signs.metrics.began((this.parts.clock.now().getTime() - job.timestamp - job.delay) / 1000);
      await this.parts.gatherer.attemptDue(job.data.dueId, job.name);
    }
  }

  private async deliver(job: Job<QueuedWork>, what: { eventId: string; consumer: string }): Promise<void> {
    const { gatherer } = this.parts;
    try {
      await this.untilTrusted();
      await gatherer.deliver(what.eventId, what.consumer);
    } catch (error) {
      const isSpent = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
      if (isSpent) await gatherer.runner.giveUp(what.eventId, what.consumer, error);
      throw error;
    }
  }
}
