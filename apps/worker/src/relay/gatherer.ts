import { BatchRunner } from '@app/platform/jobs/batch-runner.js';
import { JobRegistry } from '@app/platform/jobs/job-registry.js';
import { WorkRunner } from '@app/platform/jobs/work-runner.js';
import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';

/** An event on its way to a consumer, and whoever waits to hear how it went. */
interface Waiting {
  readonly eventId: string;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Gathers what arrives for a consumer while others of it are under way, and hands it over together. Nothing waits for company: what
 * comes when nothing is under way goes at once. Each job still hears of its own event alone, and is tried again by itself.
 */
@Injectable()
export class Gatherer {
  private readonly waiting = new Map<string, Waiting[]>();
  private readonly busy = new Set<string>();

  constructor(
    readonly runner: WorkRunner,
    private readonly batches: BatchRunner,
    private readonly registry: JobRegistry,
  ) {}

  /** Hands one event to one consumer, unless it has had it; perhaps with others. Throws what the consumer threw at this event. */
  async deliver(eventId: string, consumer: string): Promise<void> {
    if (!this.mayGather(consumer)) return this.runner.deliver(eventId, consumer);
    return new Promise<void>((done, failed) => {
      this.waiting.set(consumer, [...(this.waiting.get(consumer) ?? []), { eventId, done, failed }]);
      if (!this.busy.has(consumer)) void this.handOver(consumer);
    });
  }

  /** Mails go side by side, since each waits for a server; what works outside goes alone unless it takes several. */
  private mayGather(name: string): boolean {
    const { queue, outside, handler } = this.registry.consumer(name);
    return queue !== 'mail' && (outside !== true || handler.consumeAll !== undefined);
  }

  private async handOver(consumer: string): Promise<void> {
    this.busy.add(consumer);
    for (let next = this.take(consumer); next.length > 0; next = this.take(consumer))
      await this.together(consumer, next);
    this.busy.delete(consumer);
  }

  private take(consumer: string): readonly Waiting[] {
    const taken = this.waiting.get(consumer) ?? [];
    this.waiting.delete(consumer);
    return taken;
  }

  private async together(consumer: string, gathered: readonly Waiting[]): Promise<void> {
    try {
      const events = await this.runner.eventsOf(gathered.map(({ eventId }) => new Types.ObjectId(eventId)));
      const errors = await this.batches.deliver(events, consumer);
      const there = new Set(events.map(({ _id }) => _id.toHexString()));
      for (const { eventId, done, failed } of gathered) {
        if (errors.has(eventId)) failed(errors.get(eventId));
        else if (there.has(eventId)) done();
        else failed(new Error(`No journal row ${eventId}`));
      }
    } catch (error) {
      for (const { failed } of gathered) failed(error);
    }
  }
}
