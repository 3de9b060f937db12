import type { Words } from '@app/platform/context/words.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { EvidenceCertification, EvidenceEnd, EvidenceKind } from './evidence.js';
import type { Provenance } from './provenance.js';

/** A piece of evidence as stored. After insertion only `ended` is ever set, once. */
export interface StoredEvidence {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  skillId: string;
  level: number;
  kind: EvidenceKind;
  title: Words;
  sourceId: string;
  certification?: EvidenceCertification | null;
  /** Absent on evidence from before it was kept. */
  provenance?: Provenance | null;
  from: string;
  lastValidDay: string;
  recordedAt: Date;
  ended: EvidenceEnd | null;
}

export const EVIDENCE = 'Evidence';

export const evidenceSchema = new Schema<StoredEvidence>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true, immutable: true },
    personId: { type: Schema.Types.ObjectId, required: true, immutable: true },
    skillId: { type: String, required: true, immutable: true },
    level: { type: Number, required: true, min: 1, max: 4, immutable: true },
    kind: { type: String, required: true, immutable: true },
    title: { type: Schema.Types.Mixed, required: true, immutable: true },
    sourceId: { type: String, required: true, immutable: true },
    certification: { type: Schema.Types.Mixed, default: null, immutable: true },
    provenance: { type: Schema.Types.Mixed, default: null, immutable: true },
    from: { type: String, required: true, immutable: true },
    lastValidDay: { type: String, required: true, immutable: true },
    recordedAt: { type: Date, required: true, immutable: true },
    ended: { type: Schema.Types.Mixed, default: null },
  },
  { versionKey: false, minimize: false, collection: 'evidence' },
);
// StandingReader.of and .ofPerson; unique so that a source gives one piece for a skill, however often it is recorded.
evidenceSchema.index({ forceId: 1, personId: 1, skillId: 1, kind: 1, sourceId: 1 }, { unique: true });
// EvidenceListReader.page: one person's, latest recorded first.
evidenceSchema.index({ forceId: 1, personId: 1, _id: -1 });
// StandingReader.pageOfForce: rebuilding read models in the order of arrival.
evidenceSchema.index({ forceId: 1, _id: 1 });
// PastEvidenceRepository: what one import of the past brought.
evidenceSchema.index(
  { forceId: 1, 'provenance.importId': 1, _id: 1 },
  { partialFilterExpression: { 'provenance.importId': { $gt: '' } } },
);
tenant(evidenceSchema);
