import { Clock } from '@app/platform/clock/clock.js';
import { declaredRecurring } from '@app/platform/jobs/recurring.js';
import { Inject, Injectable } from '@nestjs/common';
import { lineOf, type Recurring } from './recurring.js';
import { RecurringRepository } from './recurring.repository.js';

/** SCD-01. Everything that recurs, in one list. */
@Injectable()
export class RecurringReader {
  constructor(
    private readonly rows: RecurringRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** By name. */
  async all(): Promise<readonly Recurring[]> {
    const declared = [...declaredRecurring().values()].sort((a, b) => (a.job.name < b.job.name ? -1 : 1));
    const rows = await this.rows.byJob(declared.map(({ job }) => job.name));
    return declared.map((one) => lineOf(one, rows.get(one.job.name), this.clock.now()));
  }
}
