import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { type Id, idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { AttemptId } from '../attempt/attempt.js';
import type { SittingId } from '../sitting/sitting.js';
import type { Incident, IncidentId, IncidentKind, Invigilation } from './invigilation.js';

export const INVIGILATION = 'Invigilation';
export const INCIDENT = 'Incident';
export const CODE_TRIES = 'StartCodeTries';
export const VOID_PROPOSAL = 'VoidProposal';

/** Who invigilates a sitting, apart from it: sittings are booked while this changes. */
export interface StoredInvigilation {
  /** The sitting's id. */
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  invigilatorIds: Types.ObjectId[];
  epoch: number;
}

/** An incident as the database holds it. */
export interface StoredIncident {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  sittingId: Types.ObjectId;
  attemptId: Types.ObjectId | null;
  kind: IncidentKind;
  note: string;
  at: Date;
  recordedAt: Date;
  recordedBy: Types.ObjectId;
}

/** How many start codes a person has typed at a sitting since when. */
export interface StoredCodeTries {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  sittingId: Types.ObjectId;
  personId: Types.ObjectId;
  count: number;
  until: Date;
}

export type VoidState = 'PROPOSED' | 'CONFIRMED' | 'REFUSED';

/** A proposal that an attempt shall not count. */
export interface StoredVoidProposal {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  attemptId: Types.ObjectId;
  personId: Types.ObjectId;
  state: VoidState;
  reason: string;
  isMisconduct: boolean;
  proposedBy: Types.ObjectId;
  proposedAt: Date;
  decidedBy: Types.ObjectId | null;
  decidedAt: Date | null;
}

const { ObjectId } = Schema.Types;

export const invigilationSchema = new Schema<StoredInvigilation>(
  {
    forceId: { type: ObjectId, required: true },
    invigilatorIds: { type: [ObjectId], required: true },
    epoch: { type: Number, required: true },
  },
  { versionKey: false, collection: 'invigilations' },
);
// InvigilationRepository.sittingsOf.
invigilationSchema.index({ forceId: 1, invigilatorIds: 1 });
tenant(invigilationSchema);

export const incidentSchema = new Schema<StoredIncident>(
  {
    forceId: { type: ObjectId, required: true },
    sittingId: { type: ObjectId, required: true },
    attemptId: { type: ObjectId, default: null },
    kind: { type: String, required: true },
    note: { type: String, required: true },
    at: { type: Date, required: true },
    recordedAt: { type: Date, required: true },
    recordedBy: { type: ObjectId, required: true },
  },
  { versionKey: false, collection: 'incidents' },
);
// IncidentReader.ofSitting. IncidentRepository.same: unique, so that a line sent twice is one line.
incidentSchema.index(
  { forceId: 1, sittingId: 1, at: 1, recordedBy: 1, attemptId: 1, kind: 1, note: 1 },
  { unique: true, name: 'a line sent twice is one' },
);
tenant(incidentSchema);

export const codeTriesSchema = new Schema<StoredCodeTries>(
  {
    forceId: { type: ObjectId, required: true },
    sittingId: { type: ObjectId, required: true },
    personId: { type: ObjectId, required: true },
    count: { type: Number, required: true },
    until: { type: Date, required: true },
  },
  { versionKey: false, collection: 'startCodeTries' },
);
// CodeTries.take: unique, one count for a person at a sitting.
codeTriesSchema.index({ forceId: 1, sittingId: 1, personId: 1 }, { unique: true });
tenant(codeTriesSchema);

export const voidProposalSchema = new Schema<StoredVoidProposal>(
  {
    forceId: { type: ObjectId, required: true },
    attemptId: { type: ObjectId, required: true },
    personId: { type: ObjectId, required: true },
    state: { type: String, required: true },
    reason: { type: String, required: true },
    isMisconduct: { type: Boolean, required: true },
    proposedBy: { type: ObjectId, required: true },
    proposedAt: { type: Date, required: true },
    decidedBy: { type: ObjectId, default: null },
    decidedAt: { type: Date, default: null },
  },
  { versionKey: false, collection: 'voidProposals' },
);
// VoidProposalRepository.latest.
voidProposalSchema.index({ forceId: 1, attemptId: 1, proposedAt: -1, _id: -1 });
// VoidProposalReader.waiting: those of a force that wait, and unique, so that one waits for an attempt.
voidProposalSchema.index(
  { forceId: 1, attemptId: 1 },
  { unique: true, partialFilterExpression: { state: 'PROPOSED' }, name: 'one proposal waits' },
);
tenant(voidProposalSchema);

/** Who invigilates, as the code knows it. */
export function invigilationOf(stored: StoredInvigilation): Invigilation {
  return {
    sittingId: idOf<SittingId>(stored._id),
    forceId: idOf<ForceId>(stored.forceId),
    invigilatorIds: stored.invigilatorIds.map((id) => idOf<PersonId>(id)),
    epoch: stored.epoch,
  };
}

/** The incident as the code knows it. */
export function incidentOf(stored: StoredIncident): Incident {
  const { _id, forceId, sittingId, attemptId, recordedBy, ...rest } = stored;
  return {
    ...rest,
    id: idOf<IncidentId>(_id),
    forceId: idOf<ForceId>(forceId),
    sittingId: idOf<SittingId>(sittingId),
    attemptId: attemptId === null ? null : idOf<AttemptId>(attemptId),
    recordedBy: idOf<PersonId>(recordedBy),
  };
}

/** The incident as the database holds it. */
export function storedIncident(incident: Incident): StoredIncident {
  const { id, forceId, sittingId, attemptId, recordedBy, ...rest } = incident;
  return {
    ...rest,
    _id: objectId(id),
    forceId: objectId(forceId),
    sittingId: objectId(sittingId),
    attemptId: attemptId === null ? null : objectId(attemptId),
    recordedBy: objectId(recordedBy),
  };
}

export type VoidProposalId = Id<'VoidProposal'>;
