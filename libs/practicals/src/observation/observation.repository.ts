import { type CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import type { EnrolmentId } from '@app/progress';
import type { EvidenceId } from '@app/standing';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { involvedIn, type Observation, type ObservationId } from './observation.js';
import {
  OBSERVATION,
  observationOf,
  type StoredObservation,
  storedObservation,
} from './observation.schema.js';

/** Loads observations and saves them. */
@Injectable()
export class ObservationRepository {
  constructor(@InjectModel(OBSERVATION) private readonly observations: Model<StoredObservation>) {}

  /** The observation; null when this force has none such. */
  async byId(scope: ForceScope, id: ObservationId): Promise<Observation | null> {
    const filter = { forceId: objectId(scope.forceId), key: id };
    const stored = await this.observations.findOne(filter).lean<StoredObservation>();
    return stored === null ? null : observationOf(stored);
  }

  /** As `byId`, or NOT_FOUND. */
  async load(scope: ForceScope, id: ObservationId): Promise<Observation> {
    return found(await this.byId(scope, id));
  }

  /** The candidate's own; anybody else's is NOT_FOUND, whatever their role. */
  async loadOwn(scope: ForceScope, id: ObservationId, personId: PersonId | undefined): Promise<Observation> {
    const observation = await this.load(scope, id);
    return found(observation.personId === personId ? observation : null);
  }

  /** The observations of an enrolment at a component, in the order of their arrival. */
  async ofEnrolment(
    scope: ForceScope,
    enrolmentId: EnrolmentId,
    componentKey: string,
  ): Promise<Observation[]> {
    const stored = await this.observations
      .find({ forceId: objectId(scope.forceId), enrolmentId: objectId(enrolmentId), componentKey })
      .sort({ number: 1 })
      .lean<StoredObservation[]>();
    return stored.map(observationOf);
  }

  /** Adds one. An id or a number that is taken is a duplicate-key error. */
  async add(observation: Observation): Promise<void> {
    await this.observations.create([storedObservation(observation)]);
  }

  /** Saves an observation as it was read; CONFLICT when it was saved meanwhile. */
  async save(before: Observation, after: Observation): Promise<Observation> {
    const { state, sheet, earlier, assessorSignature, candidateSignature, dispute, voiding } = after;
    const { outcome, releasedAt, flags, conclusion } = after;
    const revision = before.revision + 1;
    const moves = { state, sheet, earlier, assessorSignature, candidateSignature, dispute, voiding };
    const saved = await this.observations.updateOne(
      { forceId: objectId(before.forceId), key: before.id, revision: before.revision },
      {
        $set: {
          ...{ ...moves, outcome, releasedAt, flags, conclusion, revision },
          involvedIds: involvedIn(after).map(objectId),
        },
      },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
    return { ...after, revision };
  }

  /** Every observation of a force whose assessor's standing rested on a piece of evidence, which is of the same force (STD-10). */
  async restingOn(scope: ForceScope, evidenceId: EvidenceId): Promise<Observation[]> {
    const stored = await this.observations
      .find({ forceId: objectId(scope.forceId), 'assessorSignature.standing.evidenceIds': evidenceId })
      .lean<StoredObservation[]>();
    return stored.map(observationOf);
  }

  /** What somebody signed in a force since a day, in a skill at a level or above. */
  async signedBy(
    scope: ForceScope,
    assessorId: PersonId,
    since: { skillId: string; level: number; on: CalendarDate },
  ): Promise<Observation[]> {
    const stored = await this.observations
      .find({
        forceId: objectId(scope.forceId),
        'assessorSignature.personId': assessorId,
        'assessorSignature.standing.on': { $gte: since.on },
        'assessorSignature.standing.skillId': since.skillId,
        'assessorSignature.standing.level': { $gte: since.level },
      })
      .lean<StoredObservation[]>();
    return stored.map(observationOf);
  }
}
