import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import type { Due } from '@app/platform/jobs/due.schema.js';
import { nextRun } from '@app/platform/jobs/recurring.js';
import { type Announce, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { recurringPaused, recurringResumed, recurringRunAsked } from '../events.js';
import { lineOf, mayRunNow, type Recurring, recurringOf } from './recurring.js';
import { RecurringRepository } from './recurring.repository.js';

/** What an operator does to something that recurs. */
export interface SteerInput {
  /** The job's name: `identity.forget-expired`. */
  readonly job: string;
}

/** The change of a row that a step asks for, and its news; null when it is so already. */
type Step = (row: Due, now: Date, announce: Announce) => Partial<Due> | null;

/** One change of one row in a unit of work; a row that moved in the meantime is read again. */
@Injectable()
export class SteerRecurring {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: RecurringRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The line as it then stands. Throws RECURRING_UNKNOWN, and NOT_FOUND while no worker has put it on the timetable. */
  async execute(ctx: RequestContext, job: string, step: Step): Promise<Recurring> {
    const declared = recurringOf(job);
    const now = this.clock.now();
    const row = await this.work.run(ctx, async (announce) => {
      const before = await this.rows.load(job);
      const change = step(before, now, announce);
      if (change === null) return before;
      if (!(await this.rows.change(before, change))) throw new Error(`${job} moved while it was steered`);
      return { ...before, ...change };
    });
    return lineOf(declared, row, now);
  }
}

/** SCD-03. Pauses what recurs. */
@Injectable()
export class PauseRecurring {
  constructor(private readonly steer: SteerRecurring) {}

  execute(ctx: RequestContext, { job }: SteerInput): Promise<Recurring> {
    return this.steer.execute(ctx, job, (row, _now, announce) => {
      if (row.state === 'paused') return null;
      announce(recurringPaused({ job }));
      return { state: 'paused' };
    });
  }
}

/** SCD-03. Lets it go on, at the next instant of its rhythm. */
@Injectable()
export class ResumeRecurring {
  constructor(private readonly steer: SteerRecurring) {}

  execute(ctx: RequestContext, { job }: SteerInput): Promise<Recurring> {
    return this.steer.execute(ctx, job, (row, now, announce) => {
      if (row.state !== 'paused') return null;
      announce(recurringResumed({ job }));
      return { state: 'waiting', dueAt: nextRun(recurringOf(job).rhythm, now) };
    });
  }
}

/** SCD-04. Has it run now. Asked twice before it ran, it runs once. */
@Injectable()
export class RunRecurringNow {
  constructor(private readonly steer: SteerRecurring) {}

  execute(ctx: RequestContext, { job }: SteerInput): Promise<Recurring> {
    return this.steer.execute(ctx, job, (row, now, announce) => {
      mayRunNow(row);
      if (row.dueAt <= now) return null;
      announce(recurringRunAsked({ job }));
      return { dueAt: now };
    });
  }
}
