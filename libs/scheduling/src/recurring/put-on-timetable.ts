import { Clock } from '@app/platform/clock/clock.js';
import { declaredRecurring, nextRun } from '@app/platform/jobs/recurring.js';
import { Inject, Injectable } from '@nestjs/common';
import { RecurringRepository } from './recurring.repository.js';

/** SCD-01. Puts on the timetable what recurs and is missing there, and takes off what is declared no more. Idempotent. */
@Injectable()
export class PutOnTimetable {
  constructor(
    private readonly rows: RecurringRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const declared = declaredRecurring();
    const now = this.clock.now();
    for (const [name, { rhythm }] of declared) await this.rows.putOn(name, nextRun(rhythm, now));
    await this.rows.takeOffAllBut([...declared.keys()]);
  }
}
