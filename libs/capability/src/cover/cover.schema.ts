import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';

/**
 * One count of people as it moves over the days: those posted to a unit (or below it) in a role, or those of them in date
 * in a skill at a level. Its size grows with the days on which the count moves, never with the head count. A read model:
 * rebuildable from contributions, and those from identity and standing.
 */
export interface StoredCount {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  /** `<unit or force>/<role>/<skill>/<level>`, the same with `/supervised`, or `…/posted`. */
  cell: string;
  /** Null: the whole force. */
  unitId: Types.ObjectId | null;
  roleId: string;
  /** Null, as is the level: people posted, whatever they can do. */
  skillId: string | null;
  level: number | null;
  /** Those who are in date only under supervision, counted apart. */
  supervised?: boolean;
  steps: { on: string; change: number }[];
}

/** Where and when one person counts, as it was last put into the counts: what makes the next change exact. */
export interface StoredContribution {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  entries: StoredEntry[];
}

export interface StoredEntry {
  unitId: Types.ObjectId | null;
  roleId: string;
  skillId: string | null;
  level: number | null;
  supervised?: boolean;
  spans: { from: string; to: string | null }[];
}

/** A person of whom something changed since their contribution was last put in. */
export interface StaleMark {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  /** Grows with each change, so that one that comes while the last is being put in is not forgotten. */
  generation: number;
}

/** Who is putting a force's changes in: one at a time, so that they need not wait for one another's counts. */
export interface CoverLease {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  holder: string;
  until: Date;
}

export const COVER_COUNT = 'CoverCount';
export const COVER_CONTRIBUTION = 'CoverContribution';
export const COVER_STALE = 'CoverStale';
export const COVER_LEASE = 'CoverLease';

const id = { type: Schema.Types.ObjectId, required: true } as const;
const step = new Schema(
  { on: { type: String, required: true }, change: { type: Number, required: true } },
  { _id: false },
);
const span = new Schema(
  { from: { type: String, required: true }, to: { type: String, default: null } },
  { _id: false },
);
const entry = new Schema(
  {
    unitId: { type: Schema.Types.ObjectId, default: null },
    roleId: { type: String, required: true },
    skillId: { type: String, default: null },
    level: { type: Number, default: null },
    supervised: { type: Boolean, default: false },
    spans: { type: [span], default: [] },
  },
  { _id: false },
);

export const countSchema = new Schema<StoredCount>(
  {
    forceId: id,
    cell: { type: String, required: true },
    unitId: { type: Schema.Types.ObjectId, default: null },
    roleId: { type: String, required: true },
    skillId: { type: String, default: null },
    level: { type: Number, default: null },
    supervised: { type: Boolean, default: false },
    steps: { type: [step], default: [] },
  },
  { versionKey: false, collection: 'coverCounts' },
);
// CoverReader: the cells of a unit in one read; CountRepository; unique, since a cell is counted once.
countSchema.index({ forceId: 1, cell: 1 }, { unique: true });
// RebuildCover: every count of one unit.
countSchema.index({ forceId: 1, unitId: 1 });
tenant(countSchema);

export const contributionSchema = new Schema<StoredContribution>(
  { forceId: id, personId: id, entries: { type: [entry], default: [] } },
  { versionKey: false, collection: 'coverContributions' },
);
// ContributionRepository.of; unique, so that a person's days are put in once.
contributionSchema.index({ forceId: 1, personId: 1 }, { unique: true });
// RebuildCover: everybody who counts in one unit.
contributionSchema.index({ forceId: 1, 'entries.unitId': 1 });
tenant(contributionSchema);

export const staleSchema = new Schema<StaleMark>(
  { forceId: id, personId: id, generation: { type: Number, required: true } },
  { versionKey: false, collection: 'coverStale' },
);
// StaleRepository; unique, so that a person of whom much changed is put in once.
staleSchema.index({ forceId: 1, personId: 1 }, { unique: true });
tenant(staleSchema);

export const leaseSchema = new Schema<CoverLease>(
  { forceId: id, holder: { type: String, required: true }, until: { type: Date, required: true } },
  { versionKey: false, collection: 'coverLeases' },
);
// StaleRepository.takeLease; unique, since one at a time is the point.
leaseSchema.index({ forceId: 1 }, { unique: true });
tenant(leaseSchema);

export const coverModels = [
  { name: COVER_COUNT, schema: countSchema },
  { name: COVER_CONTRIBUTION, schema: contributionSchema },
  { name: COVER_STALE, schema: staleSchema },
  { name: COVER_LEASE, schema: leaseSchema },
];
