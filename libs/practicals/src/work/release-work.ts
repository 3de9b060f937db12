import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { componentAssessed } from '../events.js';
import { moveWork, type Work, type WorkOutcome } from './work.js';
import { WorkRepository } from './work.repository.js';

/** PRA-39: lets the author know what a work came to, and announces it as of the day on which it was handed in. In a unit of work. */
@Injectable()
export class ReleaseWork {
  constructor(
    private readonly works: WorkRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(work: Work, outcome: WorkOutcome, announce: Announce): Promise<Work> {
    const marked: Work = { ...moveWork(work, 'MARKED'), outcome };
    const released: Work = { ...moveWork(marked, 'RELEASED'), releasedAt: this.clock.now() };
    await this.works.save(work, released);
    const { id: sourceId, personId, courseCode, versionId, componentKey, submittedAt } = released;
    const on = londonDate(submittedAt ?? this.clock.now());
    const what = { personId, courseCode, versionId, componentKey, sourceId, on, ...outcome };
    announce(componentAssessed(what, { forceId: work.forceId }));
    return released;
  }
}
