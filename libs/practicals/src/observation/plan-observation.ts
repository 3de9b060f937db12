import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { observationPlanned } from './events.js';
import { LegitimateObserver } from './legitimate-observer.js';
import type { Observation, ObservationId } from './observation.js';
import { ObservationRepository } from './observation.repository.js';
import {
  factsOf,
  newObservation,
  ObservationGround,
  observerOf,
  type WhatIsObserved,
} from './observation-ground.js';
import { mayPlan } from './observation-rules.js';
import { oncePerThing } from './once-per-thing.js';
import { refusal } from './refusals.js';

export interface PlanObservationInput extends WhatIsObserved {
  /** Who is to observe; the caller when absent. */
  readonly assessorId: PersonId | null;
  readonly startsAt: Date;
}

/**
 * Plans an observation. Refuses whoever is not enrolled (PRA-02), PRA-03, a time that is over (PRA-04) and an assessor who may not
 * observe then, as far as is known today (PRA-10). The same plan again is the same observation.
 */
@Injectable()
export class PlanObservation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly observations: ObservationRepository,
    private readonly ground: ObservationGround,
    private readonly observers: LegitimateObserver,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: PlanObservationInput): Promise<Observation> {
    return oncePerThing(() => this.plan(ctx, input));
  }

  private async plan(ctx: RequestContext, input: PlanObservationInput): Promise<Observation> {
    const plannedBy = observerOf(ctx);
    const assessorId = input.assessorId ?? plannedBy;
    return this.work.run(ctx, async (announce) => {
      const { componentKey, startsAt } = input;
      const now = this.clock.now();
      const enrolment = await this.ground.enrolment(ctx, input);
      await this.ground.mustKnow(ctx, [assessorId]);
      const terms = await this.ground.currentTerms(ctx, enrolment, { ...input, at: now });
      const others = await this.observations.ofEnrolment(ctx.force, enrolment.id, componentKey);
      const same = others.find((each) => isSame(each, { assessorId, startsAt }));
      if (same !== undefined) return same;
      if (startsAt <= now) throw refusal('OBSERVATION_PLAN_PAST', { field: 'startsAt' });
      mayPlan(others, terms, startsAt);
      const whom = { assessorId, candidateId: enrolment.personId, on: londonDate(startsAt), terms };
      await this.observers.check(ctx.force, whom);
      const planned: Observation = {
        ...newObservation(enrolment, {
          ...{ id: newId<ObservationId>(), componentKey, number: others.length + 1, terms },
        }),
        plan: { plannedBy, assessorId, startsAt, madeAt: now },
      };

      await this.observations.add(planned);

      announce(observationPlanned({ ...factsOf(planned), assessorId, startsAt: startsAt.toISOString() }));
      return planned;
    });
  }
}

function isSame({ state, plan }: Observation, of: { assessorId: PersonId; startsAt: Date }): boolean {
  return (
    state === 'PLANNED' &&
    plan?.assessorId === of.assessorId &&
    plan.startsAt.getTime() === of.startsAt.getTime()
  );
}
