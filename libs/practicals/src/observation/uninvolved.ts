import { JudgeConflicts } from '@app/assessment';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import { involvedIn, type Observation } from './observation.js';
import { refusal } from './refusals.js';

/** Who may decide between a candidate and an assessor (PRA-14, PRA-19). */
@Injectable()
export class Uninvolved {
  constructor(
    private readonly conflicts: JudgeConflicts,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Refuses whoever had a hand in the observation, or has a conflict with its candidate today. */
  async check(ctx: RequestContext, observation: Observation, by: PersonId): Promise<void> {
    const whose = { judgeId: by, candidateId: observation.personId, on: londonDate(this.clock.now()) };
    if (involvedIn(observation).includes(by) || (await this.conflicts.has(ctx.force, whose)))
      throw refusal('OBSERVATION_DISPUTE_INVOLVED');
  }
}
