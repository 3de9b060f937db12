import { Clock } from '@app/platform/clock/clock.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { componentAssessed } from '../events.js';
import { moveObservation, type Observation } from './observation.js';
import { ObservationRepository } from './observation.repository.js';
import { refusal } from './refusals.js';

/** PRA-13: lets what a sheet came to count, and announces it as of the day of observing. In a unit of work. */
@Injectable()
export class ReleaseObservation {
  constructor(
    private readonly observations: ObservationRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** `after` is the observation with what makes it releasable: the candidate's signature, or the decision of a dispute. */
  async execute(before: Observation, after: Observation, announce: Announce): Promise<Observation> {
    const { outcome } = after;
    if (outcome === null) throw refusal('OBSERVATION_STATE');
    const moved = { ...moveObservation(after, 'RELEASED'), releasedAt: this.clock.now() };
    const released = await this.observations.save(before, moved);
    const { id: sourceId, personId, courseCode, versionId, componentKey, forceId } = released;
    const { on, percent, passed } = outcome;
    const what = { personId, courseCode, versionId, componentKey, sourceId, on, percent, passed };
    announce(componentAssessed(what, { forceId }));
    return released;
  }
}
