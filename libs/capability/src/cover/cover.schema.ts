import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { View } from './profile.js';

/**
 * One part of one tally: whom it counts (unit or force, role or any, shift or any), by what knowledge, and how the counts move
 * in one grain of time. A read model: rebuildable from profiles, and those from identity and standing. See `tally.ts`.
 */
export interface StoredPart {
  /** `<force>|<generation>|<tally>|<part>`. */
  _id: string;
  forceId: Types.ObjectId;
  generation: number;
  view: View;
  /** Null: the whole force. */
  unitId: Types.ObjectId | null;
  /** `*`: any role. */
  roleId: string;
  /** `*`: any shift, and none. */
  shift: string;
  /** The years or everything (empty), a year (`2026`) or the days of a month (`2026-10`). */
  part: string;
  leaf: boolean;
  count: number;
  lo: number;
  hi: number;
  moves: Uint8Array | null;
  at: Record<string, Uint8Array> | null;
  last: Uint8Array | null;
}

/** What one person was last counted for: what makes the next change exact. */
export interface StoredProfile {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  generation: number;
  personId: Types.ObjectId;
  /** The units of their postings, without those above. */
  unitIds: Types.ObjectId[];
  /** As `packed` writes it. */
  profile: string;
}

/** Which generation of tallies and profiles is the force's cover, and what their columns are. */
export interface StoredState {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  /** Grows with each rebuild: the new one is made beside the old one, and takes its place in one write. */
  generation: number;
  /** Only ever added to. */
  columns: string[];
}

/** A person of whom something changed since their profile was last put in. */
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

export const COVER_TALLY = 'CoverTally';
export const COVER_PROFILE = 'CoverProfile';
export const COVER_STATE = 'CoverState';
export const COVER_STALE = 'CoverStale';
export const COVER_LEASE = 'CoverLease';

const id = { type: Schema.Types.ObjectId, required: true } as const;

const tallySchema = new Schema<StoredPart>(
  {
    _id: { type: String, required: true },
    forceId: id,
    generation: { type: Number, required: true },
    view: { type: String, required: true },
    unitId: { type: Schema.Types.ObjectId, default: null },
    roleId: { type: String, required: true },
    shift: { type: String, required: true },
    part: { type: String, required: true },
    leaf: { type: Boolean, required: true },
    count: { type: Number, required: true },
    lo: { type: Number, required: true },
    hi: { type: Number, required: true },
    moves: { type: Schema.Types.Mixed, default: null },
    at: { type: Schema.Types.Mixed, default: null },
    last: { type: Schema.Types.Mixed, default: null },
  },
  { versionKey: false, collection: 'coverTallies' },
);
// TallyReader: the parts of all units, or of one, that make up a count on a day, in one read.
tallySchema.index({ forceId: 1, generation: 1, view: 1, shift: 1, part: 1, roleId: 1, unitId: 1 });
// RebuildCover: what was counted for one unit before.
tallySchema.index({ forceId: 1, generation: 1, unitId: 1 });
tenant(tallySchema);

const profileSchema = new Schema<StoredProfile>(
  {
    forceId: id,
    generation: { type: Number, required: true },
    personId: id,
    unitIds: { type: [Schema.Types.ObjectId], required: true },
    profile: { type: String, required: true },
  },
  { versionKey: false, collection: 'coverProfiles' },
);
// ProfileRepository.of; unique, so that a person is counted once.
profileSchema.index({ forceId: 1, generation: 1, personId: 1 }, { unique: true });
// RebuildCover and the names behind a count: everybody who is or was posted to a unit.
profileSchema.index({ forceId: 1, generation: 1, unitIds: 1 });
tenant(profileSchema);

const stateSchema = new Schema<StoredState>(
  { forceId: id, generation: { type: Number, required: true }, columns: { type: [String], default: [] } },
  { versionKey: false, collection: 'coverStates' },
);
// StateRepository.of; unique, since a force has one cover.
stateSchema.index({ forceId: 1 }, { unique: true });
tenant(stateSchema);

const staleSchema = new Schema<StaleMark>(
  { forceId: id, personId: id, generation: { type: Number, required: true } },
  { versionKey: false, collection: 'coverStale' },
);
// StaleRepository; unique, so that a person of whom much changed is put in once.
staleSchema.index({ forceId: 1, personId: 1 }, { unique: true });
tenant(staleSchema);

const leaseSchema = new Schema<CoverLease>(
  { forceId: id, holder: { type: String, required: true }, until: { type: Date, required: true } },
  { versionKey: false, collection: 'coverLeases' },
);
// StaleRepository.takeLease; unique, since one at a time is the point.
leaseSchema.index({ forceId: 1 }, { unique: true });
tenant(leaseSchema);

export const coverModels = [
  { name: COVER_TALLY, schema: tallySchema },
  { name: COVER_PROFILE, schema: profileSchema },
  { name: COVER_STATE, schema: stateSchema },
  { name: COVER_STALE, schema: staleSchema },
  { name: COVER_LEASE, schema: leaseSchema },
];
