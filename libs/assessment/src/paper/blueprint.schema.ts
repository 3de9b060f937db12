import { idOf } from '@app/platform/ids/ids.js';
import { national, tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { AssessmentPolicy, Blueprint, BlueprintId, KnownShort, PaperRules, Quota } from './blueprint.js';

export const BLUEPRINT = 'Blueprint';
export const DRAW = 'Draw';

/** A blueprint as the database holds it. */
export interface StoredBlueprint {
  _id: Types.ObjectId;
  courseCode: string;
  componentKey: string;
  count: number;
  quotas: readonly Quota[];
  scope: Blueprint['scope'];
  /** Absent in blueprints from before there were any; so are `exclusions` and `short`. */
  fixed?: readonly string[];
  exclusions?: readonly (readonly string[])[];
  short?: KnownShort | null;
  policy: AssessmentPolicy;
  revision: number;
  /** Grows with each retirement that was checked against it, so that two at once do not both count on the other's item. */
  bankChecks?: number;
}

/** How one paper came about: all that is needed to draw it again. Immutable. */
export interface StoredDraw {
  /** The attempt's id. */
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  /** Of the draw of a remainder: the attempt that was recalled. */
  remainderOf?: Types.ObjectId;
  seed: string;
  rules: StoredRules;
  candidates: readonly unknown[];
  /** Whether unchecked Welsh could be shown. Absent in draws from before it was kept. */
  allowsDraftWelsh?: boolean;
}

/** The rules of a draw; those from before there were fixed items and exclusions have none. */
export type StoredRules = Pick<PaperRules, 'count' | 'quotas' | 'scope'> & Partial<PaperRules>;

const { Mixed, ObjectId } = Schema.Types;

export const blueprintSchema = new Schema<StoredBlueprint>(
  {
    courseCode: { type: String, required: true },
    componentKey: { type: String, required: true },
    count: { type: Number, required: true },
    quotas: { type: Mixed, required: true },
    scope: { type: Mixed, required: true },
    fixed: { type: [String], default: [] },
    exclusions: { type: Mixed, default: [] },
    short: { type: Mixed, default: null },
    policy: { type: Mixed, required: true },
    revision: { type: Number, required: true },
    bankChecks: { type: Number, default: 0 },
  },
  { versionKey: false, minimize: false, collection: 'blueprints' },
);
// BlueprintRepository.of: unique, one blueprint for each component.
blueprintSchema.index({ courseCode: 1, componentKey: 1 }, { unique: true });
national(blueprintSchema, 'the College says what a paper draws, for every force alike');

export const drawSchema = new Schema<StoredDraw>(
  {
    _id: { type: ObjectId, required: true },
    forceId: { type: ObjectId, required: true },
    personId: { type: ObjectId, required: true },
    remainderOf: { type: ObjectId },
    seed: { type: String, required: true },
    rules: { type: Mixed, required: true },
    candidates: { type: Mixed, required: true },
    allowsDraftWelsh: { type: Boolean },
  },
  { versionKey: false, minimize: false, collection: 'draws' },
);
// DrawRepository.remaindersOf; sparse, since few attempts are recalled.
drawSchema.index({ remainderOf: 1, _id: 1 }, { partialFilterExpression: { remainderOf: { $exists: true } } });
tenant(drawSchema);

/** The blueprint as the code knows it. */
export function blueprintOf(stored: StoredBlueprint): Blueprint {
  const { _id, courseCode, componentKey, policy, short = null, revision } = stored;
  return {
    id: idOf<BlueprintId>(_id),
    courseCode,
    componentKey,
    ...rulesOf(stored),
    policy,
    short,
    revision,
  };
}

/** The rules alone, of anything that holds them. */
export function rulesOf({ count, quotas, scope, fixed = [], exclusions = [] }: StoredRules): PaperRules {
  return { count, quotas, scope, fixed, exclusions };
}
