import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { EvidenceClaim } from './claim.js';

/** A claim as stored. `fileIds`, `decision`, `standing` and `evidenceId` hold ids as text. */
export interface StoredClaim extends Omit<EvidenceClaim, 'id' | 'forceId' | 'personId' | 'by'> {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  by: Types.ObjectId;
}

/** One body whose certificates a force knows. */
export interface StoredIssuer {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  key: string;
  name: string;
  isClosed: boolean;
}

export const CLAIM = 'EvidenceClaim';
export const ISSUER = 'Issuer';

const id = { type: Schema.Types.ObjectId, required: true, immutable: true } as const;
const text = { type: String, required: true } as const;
const mixed = Schema.Types.Mixed;

export const claimSchema = new Schema<StoredClaim>(
  {
    ...{ forceId: id, personId: id, by: id, at: { type: Date, required: true } },
    ...{ kind: text, key: text, skillId: text, level: { type: Number, required: true }, what: text },
    ...{ from: text, lastValidDay: { type: String, default: null } },
    ...{ fileIds: [String], criteria: { type: mixed, default: [] }, issued: { type: mixed, default: null } },
    ...{ statement: { type: String, default: '' }, standing: { type: mixed, default: null } },
    ...{ state: text, decision: { type: mixed, default: null }, answer: { type: String, default: null } },
    evidenceId: { type: String, default: null },
  },
  { versionKey: false, minimize: false, collection: 'evidenceClaims' },
);
// ClaimRepository.live: unique, so that what waits or was accepted is there once, however often it is put forward.
claimSchema.index(
  { forceId: 1, key: 1 },
  { unique: true, partialFilterExpression: { state: { $in: ['open', 'accepted'] } } },
);
// ClaimReader.page: the force's desk, and of one person.
claimSchema.index({ forceId: 1, state: 1, _id: -1 });
claimSchema.index({ forceId: 1, personId: 1, _id: -1 });
tenant(claimSchema);

export const issuerSchema = new Schema<StoredIssuer>(
  { forceId: id, key: text, name: text, isClosed: { type: Boolean, default: false } },
  { versionKey: false, collection: 'issuers' },
);
// IssuerRepository: unique, so that a key names one body.
issuerSchema.index({ forceId: 1, key: 1 }, { unique: true });
tenant(issuerSchema);

export const claimModels = [
  { name: CLAIM, schema: claimSchema },
  { name: ISSUER, schema: issuerSchema },
];
