import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { MarkingRoundId } from './marking-round.js';
import type { MarkingTask, MarkingTaskId, MarkingTaskState } from './marking-task.js';
import { MARKING_TASK, type StoredMarkingTask, storedTask, taskOf } from './marking-task.schema.js';
import type { ResponseId } from './response.js';

/** Whose desk: the marker, in the force for which they mark. */
export interface Desk {
  readonly personId: PersonId;
  readonly forceId: ForceId;
}

/** Loads marking tasks for writing, adds them and saves them. */
@Injectable()
export class MarkingTaskRepository {
  constructor(@InjectModel(MARKING_TASK) private readonly tasks: Model<StoredMarkingTask>) {}

  /** A task on that marker's desk, or NOT_FOUND. The task itself gives the right to the candidate's force. */
  async load(desk: Desk, id: MarkingTaskId): Promise<MarkingTask> {
    const stored = await this.tasks
      .findOne(
        { _id: objectId(id), markerId: objectId(desk.personId), markerForceId: objectId(desk.forceId) },
        null,
        acrossForces('a marker has what is allocated to them, whatever the candidate’s force'),
      )
      .lean();
    return taskOf(found(stored));
  }

  /** What is next on a marker's desk: put off last, otherwise item by item in the item's order; null when nothing is. */
  async next(desk: Desk): Promise<MarkingTask | null> {
    const stored = await this.tasks
      .findOne(
        {
          markerId: objectId(desk.personId),
          markerForceId: objectId(desk.forceId),
          state: { $in: ['ALLOCATED', 'OPENED'] },
        },
        null,
        acrossForces('a marker has what is allocated to them, whatever the candidate’s force'),
      )
      .sort({ skippedAt: 1, itemKey: 1, order: 1 })
      .lean();
    return stored === null ? null : taskOf(stored);
  }

  /** Every task that these responses have or had, ended ones too. */
  async ofResponses(scope: ForceScope, responseIds: readonly ResponseId[]): Promise<MarkingTask[]> {
    const filter = { forceId: objectId(scope.forceId), responseId: { $in: responseIds.map(objectId) } };
    return (await this.tasks.find(filter).lean<StoredMarkingTask[]>()).map(taskOf);
  }

  /** A round's tasks in those states, perhaps of one marker only. */
  async ofRound(
    scope: ForceScope,
    of: { roundId: MarkingRoundId; states: readonly MarkingTaskState[]; markerId?: PersonId },
  ): Promise<MarkingTask[]> {
    const filter = {
      forceId: objectId(scope.forceId),
      roundId: objectId(of.roundId),
      state: { $in: of.states },
      ...(of.markerId === undefined ? {} : { markerId: objectId(of.markerId) }),
    };
    return (await this.tasks.find(filter as never).lean<StoredMarkingTask[]>()).map(taskOf);
  }

  /** How many tasks, not ended, each marker of a round has. */
  async loads(scope: ForceScope, roundId: MarkingRoundId): Promise<Map<PersonId, number>> {
    const counted = await this.tasks.aggregate<{ _id: StoredMarkingTask['_id']; count: number }>([
      {
        $match: {
          forceId: objectId(scope.forceId),
          roundId: objectId(roundId),
          state: { $in: ['ALLOCATED', 'OPENED', 'MARKED'] },
        },
      },
      { $group: { _id: '$markerId', count: { $sum: 1 } } },
    ]);
    return new Map(counted.map(({ _id, count }) => [idOf<PersonId>(_id), count]));
  }

  /** Adds tasks. A second one of a marker for a response is a duplicate-key error. */
  async add(tasks: readonly MarkingTask[]): Promise<void> {
    if (tasks.length === 0) return;
    await this.tasks.insertMany(tasks.map(storedTask), { lean: true, rawResult: true });
  }

  /** Saves state and putting off, if the task is still in the state it was read in; CONFLICT otherwise. */
  async save(before: MarkingTask, after: MarkingTask): Promise<void> {
    const saved = await this.tasks.updateOne(
      { _id: objectId(before.id), forceId: objectId(before.forceId), state: before.state },
      { $set: { state: after.state, skippedAt: after.skippedAt } },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }

  /** Takes tasks that nobody has looked at off their desks: as if they had never been there. */
  async takeBack(scope: ForceScope, tasks: readonly MarkingTask[]): Promise<void> {
    if (tasks.length === 0) return;
    const removed = await this.tasks.deleteMany({
      forceId: objectId(scope.forceId),
      _id: { $in: tasks.map(({ id }) => objectId(id)) },
      state: 'ALLOCATED',
    });
    if (removed.deletedCount !== tasks.length) throw new Fault('CONFLICT');
  }
}
