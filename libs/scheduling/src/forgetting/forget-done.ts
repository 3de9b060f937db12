import { Clock } from '@app/platform/clock/clock.js';
import { Inject, Injectable } from '@nestjs/common';
import { DoneRepository } from './done.repository.js';

/** How long the marks of finished work are kept. */
export const KEPT_DAYS = 90;

/**
 * SCD-09. Forgets the rows of what fell due and is over, and the marks of events that were digested, after 90 days. A mark is kept
 * as long as its event may still be offered again: nothing older than the oldest event of the outbox goes.
 */
@Injectable()
export class ForgetDone {
  constructor(
    private readonly done: DoneRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(): Promise<{ readonly dues: number; readonly marks: number }> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * 24 * 3600 * 1000);
    const waiting = await this.done.oldestWaiting();
    const marksBefore = waiting !== null && waiting < before ? waiting : before;
    return {
      dues: await this.done.forgetDues(before),
      marks: await this.done.forgetMarks(marksBefore),
    };
  }
}
