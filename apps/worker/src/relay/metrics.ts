import type { LoopPulse, QueuePulse } from '@app/scheduling';
import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const JOB_SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];
const LATE_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 600];

/** What a monitoring system reads of a worker, in the text form of Prometheus. Names of jobs and queues only. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly registers = [this.registry];
  private readonly queueJobs = new Gauge({
    ...{ name: 'lantern_queue_jobs', help: 'Jobs in a queue, by state.', labelNames: ['queue', 'state'] },
    registers: this.registers,
  });
  private readonly loopFailures = new Gauge({
    ...{ name: 'lantern_loop_failures', help: 'Failures of a loop since it last went well.' },
    ...{ labelNames: ['loop'], registers: this.registers },
  });
  private readonly trusted = new Gauge({
    ...{ name: 'lantern_clock_trusted', help: '1 while the clock agrees with MongoDB’s within a second.' },
    registers: this.registers,
  });
  private readonly failed = new Gauge({
    ...{ name: 'lantern_failed_work', help: 'Background work that waits for a person.' },
    registers: this.registers,
  });
  private readonly jobSeconds = new Histogram({
    ...{ name: 'lantern_job_seconds', help: 'How long a job took.', labelNames: ['job', 'outcome'] },
    ...{ buckets: JOB_SECONDS, registers: this.registers },
  });
  private readonly lateSeconds = new Histogram({
    ...{ name: 'lantern_due_late_seconds', help: 'How late something that fell due was begun.' },
    ...{ buckets: LATE_SECONDS, registers: this.registers },
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** One job came to its end. */
  ended(job: string, outcome: 'done' | 'failed', seconds: number): void {
    this.jobSeconds.observe({ job, outcome }, seconds);
  }

  /** Something that fell due was begun so late. */
  began(lateSeconds: number): void {
    this.lateSeconds.observe(Math.max(0, lateSeconds));
  }

  /** The state of things, every few seconds. */
  see(now: {
    queues: readonly QueuePulse[];
    loops: readonly LoopPulse[];
    clockTrusted: boolean;
    failedWork: number;
  }): void {
    for (const { name, ...counts } of now.queues)
      for (const [state, jobs] of Object.entries(counts)) this.queueJobs.set({ queue: name, state }, jobs);
    for (const { name, failures } of now.loops) this.loopFailures.set({ loop: name }, failures);
    this.trusted.set(now.clockTrusted ? 1 : 0);
    this.failed.set(now.failedWork);
  }

  /** Everything, with its media type. */
  async text(): Promise<{ type: string; body: string }> {
    return { type: this.registry.contentType, body: await this.registry.metrics() };
  }
}
