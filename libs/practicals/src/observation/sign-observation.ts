import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { observationSigned } from './events.js';
import { LegitimateObserver } from './legitimate-observer.js';
import { moveObservation, type Observation, type ObservationId, sheetOf } from './observation.js';
import { ObservationRepository } from './observation.repository.js';
import { factsOf, observerOf } from './observation-ground.js';
import { mayCount, outcomeOf } from './observation-rules.js';
import { oncePerThing } from './once-per-thing.js';
import { refusal } from './refusals.js';

export interface SignObservationInput {
  readonly observationId: ObservationId;
  /** The digest of the sheet that was read. */
  readonly digest: string;
  /** The signer's word that they were there and saw it. */
  readonly wasPresent: boolean;
}

/**
 * An assessor signs a sheet: whoever recorded it, or another who was there. Refuses whoever had no standing on the day of observing or a
 * conflict (PRA-10), another sheet than the one read (PRA-11), and a go that cannot count (PRA-03); the sheet stays as it was. The same
 * signature again is the same answer.
 */
@Injectable()
export class SignObservation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly observations: ObservationRepository,
    private readonly observers: LegitimateObserver,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: SignObservationInput): Promise<Observation> {
    return oncePerThing(() => this.sign(ctx, input));
  }

  private async sign(ctx: RequestContext, input: SignObservationInput): Promise<Observation> {
    const by = observerOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const before = await this.observations.load(ctx.force, input.observationId);
      const { assessorSignature: given } = before;
      if (given?.personId === by && given.digest === input.digest) return before;
      if (before.state !== 'RECORDED') throw refusal('OBSERVATION_STATE');
      const signed = await this.signed(ctx, before, { ...input, by });

      const after = await this.observations.save(before, signed);

      const { digest } = input;
      announce(observationSigned({ ...factsOf(after), digest, assessorId: by }));
      return after;
    });
  }

  private async signed(
    ctx: RequestContext,
    before: Observation,
    { by, digest, wasPresent }: SignObservationInput & { by: PersonId },
  ): Promise<Observation> {
    const sheet = sheetOf(before);
    if (digest !== sheet.digest) throw refusal('OBSERVATION_SHEET_CHANGED', { field: 'digest' });
    if (!wasPresent) throw refusal('OBSERVATION_NOT_PRESENT', { field: 'wasPresent' });
    const { terms, personId: candidateId, enrolmentId, componentKey, id } = before;
    const on = londonDate(sheet.startedAt);
    const standing = await this.observers.check(ctx.force, { assessorId: by, candidateId, on, terms });
    const all = await this.observations.ofEnrolment(ctx.force, enrolmentId, componentKey);
    const others = all.filter((each) => each.id !== id);
    mayCount(others, terms, sheet.startedAt);
    return {
      ...moveObservation(before, 'SIGNED'),
      assessorSignature: { personId: by, digest, at: this.clock.now(), standing },
      outcome: outcomeOf(sheet, terms),
    };
  }
}
