import { BatchRunner } from '@app/platform/jobs/batch-runner.js';
import { declaredJobs } from '@app/platform/jobs/job.js';
import { JobRegistry } from '@app/platform/jobs/job-registry.js';
import { declaredRecurring } from '@app/platform/jobs/recurring.js';
import { WorkRunner } from '@app/platform/jobs/work-runner.js';
import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { Gathering, type Outcomes } from './gathering.js';

/**
 * Does background work together with others of its kind that arrive meanwhile (ADR 0020): events by their consumer, due times by
 * their job. Each job of the queue still hears of its own piece alone, and is tried again by itself.
 */
@Injectable()
export class Gatherer {
  private readonly events = new Gathering<void>((consumer, ids) => this.deliverAll(consumer, ids));
  private readonly dues = new Gathering<boolean>((_job, ids) => this.batches.attemptDues(ids));

  constructor(
    readonly runner: WorkRunner,
    private readonly batches: BatchRunner,
    private readonly registry: JobRegistry,
  ) {}

  /** Hands one event to one consumer, unless it has had it; perhaps with others. Throws what the consumer threw at this event. */
  async deliver(eventId: string, consumer: string): Promise<void> {
    if (!this.mayGatherFor(consumer)) return this.runner.deliver(eventId, consumer);
    return this.events.add(consumer, eventId);
  }

  /** Does one due time, perhaps with others of its job. Whether this call did it; a failure is written down, not thrown. */
  async attemptDue(dueId: string, job: string): Promise<boolean> {
    if (!mayGather(job)) return this.runner.attemptDue(dueId);
    return this.dues.add(job, dueId);
  }

  /** Mails go side by side, since each waits for a server; what works outside goes alone unless it takes several. */
  private mayGatherFor(name: string): boolean {
    const { queue, outside, handler } = this.registry.consumer(name);
    return queue !== 'mail' && (outside !== true || handler.consumeAll !== undefined);
  }

  private async deliverAll(consumer: string, ids: readonly string[]): Promise<Outcomes<void>> {
    const events = await this.runner.eventsOf(ids.map((id) => new Types.ObjectId(id)));
    const errors = await this.batches.deliver(events, consumer);
    const there = new Set(events.map(({ _id }) => _id.toHexString()));
    const howItWent = async (id: string): Promise<void> => {
      if (errors.has(id)) throw errors.get(id);
      if (!there.has(id)) throw new Error(`No journal row ${id}`);
    };
    return new Map(ids.map((id) => [id, howItWent(id)]));
  }
}

/**
 * What somebody waits for at that very second goes side by side and never behind others; what recurs is one row and may be long;
 * mails wait each for a server.
 */
function mayGather(job: string): boolean {
  const declared = declaredJobs().get(job);
  return declared?.urgent !== true && declared?.queue !== 'mail' && !declaredRecurring().has(job);
}
