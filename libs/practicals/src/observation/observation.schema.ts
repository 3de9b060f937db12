import type { VersionId } from '@app/catalogue';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import type { EnrolmentId } from '@app/progress';
import { Schema, Types } from 'mongoose';
import { involvedIn, type Observation } from './observation.js';

export const OBSERVATION = 'Observation';

type Outside = 'id' | 'forceId' | 'personId' | 'enrolmentId' | 'versionId';

/**
 * An observation as the database holds it. `_id` is the server's own and leaves the system only as a cursor: clients make `key`, so it
 * is unique within a force, and a force can learn nothing about another's by trying one.
 */
export interface StoredObservation extends Omit<Observation, Outside> {
  _id: Types.ObjectId;
  key: string;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  enrolmentId: Types.ObjectId;
  versionId: Types.ObjectId;
  /** Whose desk it is on. */
  involvedIds: Types.ObjectId[];
}

const { Mixed, ObjectId } = Schema.Types;

export const observationSchema = new Schema<StoredObservation>(
  {
    key: { type: String, required: true, immutable: true },
    forceId: { type: ObjectId, required: true, immutable: true },
    personId: { type: ObjectId, required: true, immutable: true },
    enrolmentId: { type: ObjectId, required: true, immutable: true },
    courseCode: { type: String, required: true, immutable: true },
    versionId: { type: ObjectId, required: true, immutable: true },
    componentKey: { type: String, required: true, immutable: true },
    number: { type: Number, required: true, immutable: true },
    terms: { type: Mixed, required: true, immutable: true },
    state: { type: String, required: true },
    plan: { type: Mixed, default: null, immutable: true },
    sheet: { type: Mixed, default: null },
    earlier: { type: Mixed, required: true },
    assessorSignature: { type: Mixed, default: null },
    candidateSignature: { type: Mixed, default: null },
    dispute: { type: Mixed, default: null },
    conclusion: { type: Mixed, default: null },
    voiding: { type: Mixed, default: null },
    outcome: { type: Mixed, default: null },
    releasedAt: { type: Date, default: null },
    flags: { type: Mixed, required: true },
    revision: { type: Number, required: true },
    involvedIds: { type: [ObjectId], required: true },
  },
  { versionKey: false, minimize: false, collection: 'observations' },
);
// ObservationRepository.byId and load; unique, so that a sheet that is sent twice at once is one observation.
observationSchema.index({ forceId: 1, key: 1 }, { unique: true });
// ObservationRepository.ofEnrolment, first to last; unique, so that two plans at once are one.
observationSchema.index({ forceId: 1, enrolmentId: 1, componentKey: 1, number: 1 }, { unique: true });
// SignObservation: unique, so that of two sheets that are signed at once one waits for the candidate (PRA-03).
observationSchema.index(
  { forceId: 1, enrolmentId: 1, componentKey: 1 },
  { unique: true, partialFilterExpression: { state: { $in: ['SIGNED', 'DISPUTED'] } } },
);
// ObservationReader.ownPage: a candidate's, newest first.
observationSchema.index({ forceId: 1, personId: 1, _id: -1 });
// ObservationReader.deskPage: whoever planned, recorded or signed, newest first.
observationSchema.index({ forceId: 1, involvedIds: 1, _id: -1 });
// ObservationReader.forcePage: a force's in one state, oldest first.
observationSchema.index({ forceId: 1, state: 1, _id: 1 });
// ObservationRepository.restingOn: what rests on a piece of evidence.
observationSchema.index({ forceId: 1, 'assessorSignature.standing.evidenceIds': 1 });
// ObservationRepository.signedBy: what an assessor signed in a skill since a day.
observationSchema.index({ forceId: 1, 'assessorSignature.personId': 1, 'assessorSignature.standing.on': 1 });
tenant(observationSchema);

/** The observation as the code knows it. */
export function observationOf(stored: StoredObservation): Observation {
  const { _id, key, forceId, personId, enrolmentId, versionId, involvedIds, ...rest } = stored;
  return {
    ...rest,
    id: key as Observation['id'],
    forceId: idOf<ForceId>(forceId),
    personId: idOf<PersonId>(personId),
    enrolmentId: idOf<EnrolmentId>(enrolmentId),
    versionId: idOf<VersionId>(versionId),
  };
}

/** A new observation as the database holds it. */
export function storedObservation(observation: Observation): StoredObservation {
  const { id, forceId, personId, enrolmentId, versionId, ...rest } = observation;
  return {
    ...rest,
    _id: new Types.ObjectId(),
    key: id,
    forceId: objectId(forceId),
    personId: objectId(personId),
    enrolmentId: objectId(enrolmentId),
    versionId: objectId(versionId),
    involvedIds: involvedIn(observation).map(objectId),
  };
}
