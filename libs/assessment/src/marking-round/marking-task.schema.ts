import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { MarkingRoundId } from './marking-round.js';
import type { MarkingTask, MarkingTaskId, MarkingTaskState } from './marking-task.js';
import type { ResponseId } from './response.js';

export const MARKING_TASK = 'MarkingTask';

/** A task as the database holds it. */
export interface StoredMarkingTask {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  roundId: Types.ObjectId;
  responseId: Types.ObjectId;
  markerId: Types.ObjectId;
  markerForceId: Types.ObjectId;
  itemKey: string;
  order: string;
  state: MarkingTaskState;
  allocatedAt: Date;
  skippedAt: Date | null;
}

const { ObjectId } = Schema.Types;

export const markingTaskSchema = new Schema<StoredMarkingTask>(
  {
    forceId: { type: ObjectId, required: true },
    roundId: { type: ObjectId, required: true },
    responseId: { type: ObjectId, required: true },
    markerId: { type: ObjectId, required: true },
    markerForceId: { type: ObjectId, required: true },
    itemKey: { type: String, required: true },
    order: { type: String, required: true },
    state: { type: String, required: true },
    allocatedAt: { type: Date, required: true },
    skippedAt: { type: Date, default: null },
  },
  { versionKey: false, collection: 'markingTasks' },
);
// MarkingTaskRepository.ofResponses; unique, so that nobody ever has one response twice, not even after handing it on.
markingTaskSchema.index({ forceId: 1, responseId: 1, markerId: 1 }, { unique: true });
// MarkingTaskRepository.ofRound and .loads: how much each marker of a round has.
markingTaskSchema.index({ forceId: 1, roundId: 1, state: 1, markerId: 1 });
// MarkingDesk.next and .page: one marker's own, in the order of marking, whatever the candidates' forces.
markingTaskSchema.index({ markerId: 1, markerForceId: 1, state: 1, skippedAt: 1, itemKey: 1, order: 1 });
tenant(markingTaskSchema);

/** The task as the code knows it. */
export function taskOf(stored: StoredMarkingTask): MarkingTask {
  const { _id, forceId, roundId, responseId, markerId, markerForceId, ...rest } = stored;
  return {
    ...rest,
    id: idOf<MarkingTaskId>(_id),
    forceId: idOf<ForceId>(forceId),
    roundId: idOf<MarkingRoundId>(roundId),
    responseId: idOf<ResponseId>(responseId),
    markerId: idOf<PersonId>(markerId),
    markerForceId: idOf<ForceId>(markerForceId),
  };
}

/** The task as the database holds it. */
export function storedTask(task: MarkingTask): StoredMarkingTask {
  const { id, forceId, roundId, responseId, markerId, markerForceId, ...rest } = task;
  return {
    ...rest,
    _id: objectId(id),
    forceId: objectId(forceId),
    roundId: objectId(roundId),
    responseId: objectId(responseId),
    markerId: objectId(markerId),
    markerForceId: objectId(markerForceId),
  };
}
