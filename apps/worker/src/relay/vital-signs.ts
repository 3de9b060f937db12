import { hostname } from 'node:os';
import { Clock } from '@app/platform/clock/clock.js';
import { ClockGuard } from '@app/platform/clock/clock-guard.js';
import { QUEUE_NAMES } from '@app/platform/jobs/job.js';
import { FailedWorkRepository, type LoopPulse, Pulses, type QueuePulse } from '@app/scheduling';
import { Inject, Injectable } from '@nestjs/common';
import { Metrics } from './metrics.js';
import { Queues } from './queues.js';

/** Says that this worker lives, what its loops did and what the queues hold: to MongoDB for operators, and as metrics. */
@Injectable()
export class VitalSigns {
  private readonly worker = `${hostname()}:${process.pid}`;

  constructor(
    private readonly pulses: Pulses,
    private readonly failedWork: FailedWorkRepository,
    private readonly queues: Queues,
    private readonly clockGuard: ClockGuard,
    private readonly metrics: Metrics,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One sign of life. */
  async give(loops: readonly LoopPulse[]): Promise<void> {
    const queues = await this.look().catch(() => null);
    const clockTrusted = this.clockGuard.isTrusted();
    await this.pulses.record({ worker: this.worker, at: this.clock.now(), clockTrusted, loops, queues });
    this.metrics.see({
      queues: queues ?? [],
      loops,
      clockTrusted,
      failedWork: await this.failedWork.count(),
    });
  }

  private look(): Promise<QueuePulse[]> {
    return Promise.all(
      QUEUE_NAMES.map(async (name) => {
        const counts = await this.queues.of(name).getJobCounts('waiting', 'active', 'delayed', 'failed');
        const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
        return { name, waiting, active, delayed, failed };
      }),
    );
  }
}
