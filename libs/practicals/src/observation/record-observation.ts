import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import type { BriefId } from '../brief/brief.js';
import type { SheetInput } from './check-sheet.js';
import { observationRecorded } from './events.js';
import { moveObservation, type Observation, type ObservationId } from './observation.js';
import { ObservationRepository } from './observation.repository.js';
import {
  factsOf,
  newObservation,
  ObservationGround,
  observerOf,
  type WhatIsObserved,
} from './observation-ground.js';
import { oncePerThing } from './once-per-thing.js';
import { refusal } from './refusals.js';
import { checkedSheet, TakeSheet } from './take-sheet.js';

export interface RecordObservationInput extends WhatIsObserved {
  /** That of the plan; where it was begun on the spot, made by the client. */
  readonly observationId: ObservationId;
  /** The version of the brief by which it was done. */
  readonly briefId: BriefId;
  readonly sheet: SheetInput;
}

/**
 * Takes a whole sheet, whenever it arrives: planned or begun on the spot, with connection or without. The same sheet again is the same
 * answer; another one under the same id is refused (PRA-05), as are PRA-02, PRA-06, PRA-07 and PRA-08. Whether its recorder may observe
 * is asked at the signature, so that no sheet is lost; only the candidate's own is refused here (PRA-10).
 */
@Injectable()
export class RecordObservation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly observations: ObservationRepository,
    private readonly ground: ObservationGround,
    private readonly take: TakeSheet,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: RecordObservationInput): Promise<Observation> {
    return oncePerThing(() => this.record(ctx, input));
  }

  private async record(ctx: RequestContext, input: RecordObservationInput): Promise<Observation> {
    const recordedBy = observerOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const known = await this.observations.byId(ctx.force, input.observationId);
      const before = known ?? (await this.begun(ctx, input));
      mustBeOf(before, input);
      if (recordedBy === before.personId) throw refusal('OBSERVATION_CONFLICT', { field: 'personId' });
      const { content, digest } = checkedSheet(before, input.sheet, recordedBy);
      if (before.sheet !== null) return theSame(before, digest);
      const sheet = await this.take.execute(ctx, before, { content, digest, sentAt: input.sheet.sentAt });
      const after: Observation = { ...moveObservation(before, 'RECORDED'), sheet };

      const saved = known === null ? after : await this.observations.save(known, after);
      if (known === null) await this.observations.add(after);

      announce(observationRecorded({ ...factsOf(after), digest }));
      return saved;
    });
  }

  private async begun(ctx: RequestContext, input: RecordObservationInput): Promise<Observation> {
    const { componentKey, briefId } = input;
    const enrolment = await this.ground.enrolment(ctx, input);
    const terms = await this.ground.termsBy(ctx, enrolment, { ...input, briefId, at: this.clock.now() });
    const others = await this.observations.ofEnrolment(ctx.force, enrolment.id, componentKey);
    const number = others.length + 1;
    return newObservation(enrolment, { id: input.observationId, componentKey, number, terms });
  }
}

/** PRA-05, PRA-02: an id stands for one observation, of one person by one version of a brief. */
function mustBeOf(observation: Observation, input: RecordObservationInput): void {
  const isSame =
    observation.personId === input.personId &&
    observation.courseCode === input.courseCode &&
    observation.componentKey === input.componentKey;
  if (!isSame) throw refusal('OBSERVATION_OTHER_SHEET', { field: 'observationId' });
  if (observation.terms.briefId !== input.briefId)
    throw refusal('OBSERVATION_BRIEF_OTHER', { field: 'briefId' });
}

/** PRA-05: what was sent is what was first received, whatever was corrected since. */
function theSame(observation: Observation, digest: string): Observation {
  const { sheet, earlier } = observation;
  const first = earlier[0]?.sheet ?? sheet;
  if (first?.digest !== digest) throw refusal('OBSERVATION_OTHER_SHEET', { field: 'observationId' });
  return observation;
}
