import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import type { AssessorStanding } from '@app/standing';
import { Schema, type Types } from 'mongoose';
import type { Mark, MarkFlag, MarkId } from './mark.js';
import type { MarkingRoundId } from './marking-round.js';
import type { MarkingTaskId } from './marking-task.js';
import type { ResponseId } from './response.js';
import type { CriterionPoints } from './rubric-mark.js';

export const MARK = 'Mark';

/** A mark as the database holds it. After insertion only `withdrawnAt` is set, once, and `flags` are added. */
export interface StoredMark {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  roundId: Types.ObjectId;
  responseId: Types.ObjectId;
  taskId: Types.ObjectId;
  markerId: Types.ObjectId;
  markerForceId: Types.ObjectId;
  itemKey: string;
  criteria: readonly CriterionPoints[];
  total: number;
  outOf: number;
  comment: string | null;
  standing: AssessorStanding;
  givenAt: Date;
  withdrawnAt: Date | null;
  flags: readonly MarkFlag[];
}

const { Mixed, ObjectId } = Schema.Types;

export const markSchema = new Schema<StoredMark>(
  {
    forceId: { type: ObjectId, required: true, immutable: true },
    roundId: { type: ObjectId, required: true, immutable: true },
    responseId: { type: ObjectId, required: true, immutable: true },
    taskId: { type: ObjectId, required: true, immutable: true },
    markerId: { type: ObjectId, required: true, immutable: true },
    markerForceId: { type: ObjectId, required: true, immutable: true },
    itemKey: { type: String, required: true, immutable: true },
    criteria: { type: Mixed, required: true, immutable: true },
    total: { type: Number, required: true, immutable: true },
    outOf: { type: Number, required: true, immutable: true },
    comment: { type: String, default: null, immutable: true },
    standing: { type: Mixed, required: true, immutable: true },
    givenAt: { type: Date, required: true, immutable: true },
    withdrawnAt: { type: Date, default: null },
    flags: { type: Mixed, default: [] },
  },
  { versionKey: false, minimize: false, collection: 'marks' },
);
// MarkRepository.ofTask and .ofTasks; unique, so that a mark sent twice at once is one mark.
markSchema.index(
  { taskId: 1 },
  {
    unique: true,
    partialFilterExpression: { withdrawnAt: { $type: 'null' } },
    name: 'one live mark per task',
  },
);
// MarkRepository.ofResponses: every mark of a response, for the moderator.
markSchema.index({ forceId: 1, responseId: 1 });
// MarkRepository.liveOfRound: agreement and severity.
markSchema.index({ forceId: 1, roundId: 1, withdrawnAt: 1 });
// MarkRepository.restingOn: marks given under a piece of evidence that was withdrawn.
markSchema.index({ 'standing.evidenceIds': 1 });
// MarkRepository.givenBy: marks of somebody in a skill since a finding against them.
markSchema.index({ markerForceId: 1, markerId: 1, 'standing.skillId': 1, givenAt: 1 });
tenant(markSchema);

/** The mark as the code knows it. */
export function markOf(stored: StoredMark): Mark {
  const { _id, forceId, roundId, responseId, taskId, markerId, markerForceId, ...rest } = stored;
  return {
    ...rest,
    id: idOf<MarkId>(_id),
    forceId: idOf<ForceId>(forceId),
    roundId: idOf<MarkingRoundId>(roundId),
    responseId: idOf<ResponseId>(responseId),
    taskId: idOf<MarkingTaskId>(taskId),
    markerId: idOf<PersonId>(markerId),
    markerForceId: idOf<ForceId>(markerForceId),
  };
}

/** The mark as the database holds it. */
export function storedMark(mark: Mark): StoredMark {
  const { id, forceId, roundId, responseId, taskId, markerId, markerForceId, ...rest } = mark;
  return {
    ...rest,
    _id: objectId(id),
    forceId: objectId(forceId),
    roundId: objectId(roundId),
    responseId: objectId(responseId),
    taskId: objectId(taskId),
    markerId: objectId(markerId),
    markerForceId: objectId(markerForceId),
  };
}
