import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Fault } from '@app/platform/refusal/fault.js';
import type { EvidenceId } from '@app/standing';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Mark, MarkFlag, MarkId } from './mark.js';
import { MARK, markOf, type StoredMark, storedMark } from './mark.schema.js';
import type { MarkingRoundId } from './marking-round.js';
import type { MarkingTask, MarkingTaskId } from './marking-task.js';
import type { ResponseId } from './response.js';

/** Adds marks, withdraws and flags them. Nothing else about a mark ever changes. */
@Injectable()
export class MarkRepository {
  constructor(@InjectModel(MARK) private readonly marks: Model<StoredMark>) {}

  /** The mark, if this force's candidate got it; null otherwise. */
  async byId(scope: ForceScope, id: MarkId): Promise<Mark | null> {
    const stored = await this.marks
      .findOne({ _id: objectId(id), forceId: objectId(scope.forceId) })
      .lean<StoredMark>();
    return stored === null ? null : markOf(stored);
  }

  /** The mark, if that marker gave it for that force; null otherwise. */
  async ownById(marker: { personId: PersonId; forceId: ForceId }, id: MarkId): Promise<Mark | null> {
    const { personId, forceId } = marker;
    const stored = await this.marks
      .findOne(
        { _id: objectId(id), markerId: objectId(personId), markerForceId: objectId(forceId) },
        null,
        acrossForces('a marker’s own mark, whatever the candidate’s force'),
      )
      .lean<StoredMark>();
    return stored === null ? null : markOf(stored);
  }

  /** The mark that a task ended in and that still stands; null before it. */
  async ofTask(task: Pick<MarkingTask, 'id' | 'forceId'>): Promise<Mark | null> {
    const filter = { taskId: objectId(task.id), forceId: objectId(task.forceId), withdrawnAt: null };
    const stored = await this.marks.findOne(filter).lean<StoredMark>();
    return stored === null ? null : markOf(stored);
  }

  /** The standing marks of those tasks of one force's candidates, by task. */
  async ofTasks(scope: ForceScope, tasks: readonly MarkingTask[]): Promise<Map<MarkingTaskId, Mark>> {
    const taskId = { $in: tasks.map(({ id }) => objectId(id)) };
    const filter = { forceId: objectId(scope.forceId), taskId, withdrawnAt: null };
    const stored = await this.marks.find(filter).lean<StoredMark[]>();
    return new Map(stored.map(markOf).map((mark) => [mark.taskId, mark]));
  }

  /** Every mark of these responses, withdrawn ones too, first to last. */
  async ofResponses(scope: ForceScope, ids: readonly ResponseId[]): Promise<Mark[]> {
    const filter = { forceId: objectId(scope.forceId), responseId: { $in: ids.map(objectId) } };
    return (await this.marks.find(filter).sort({ _id: 1 }).lean<StoredMark[]>()).map(markOf);
  }

  /** Every mark of a round that stands. */
  async liveOfRound(scope: ForceScope, roundId: MarkingRoundId): Promise<Mark[]> {
    const filter = { forceId: objectId(scope.forceId), roundId: objectId(roundId), withdrawnAt: null };
    return (await this.marks.find(filter).sort({ _id: 1 }).lean<StoredMark[]>()).map(markOf);
  }

  /** Marks, in whatever force, whose marker's standing rested on a piece of evidence. */
  async restingOn(evidenceId: EvidenceId): Promise<Mark[]> {
    const stored = await this.marks
      .find(
        { 'standing.evidenceIds': evidenceId },
        null,
        acrossForces('a marker’s lost standing flags their marks in every force'),
      )
      .lean<StoredMark[]>();
    return stored.map(markOf);
  }

  /** Marks, in whatever force, that somebody gave in a skill, at that level or above, since an instant. */
  async givenBy(
    marker: { personId: PersonId; forceId: ForceId },
    what: { skillId: string; level: number; since: Date },
  ): Promise<Mark[]> {
    const stored = await this.marks
      .find(
        {
          markerForceId: objectId(marker.forceId),
          markerId: objectId(marker.personId),
          'standing.skillId': what.skillId,
          'standing.level': { $gte: what.level },
          givenAt: { $gte: what.since },
        },
        null,
        acrossForces('a finding against a marker flags their marks in every force'),
      )
      .lean<StoredMark[]>();
    return stored.map(markOf);
  }

  /** Adds a mark. A second one of a task, while the first stands, is a duplicate-key error. */
  async add(mark: Mark): Promise<void> {
    await this.marks.create([storedMark(mark)]);
  }

  /** Takes a standing mark back; CONFLICT when somebody has done so meanwhile. */
  async withdraw(mark: Mark, at: Date): Promise<void> {
    const saved = await this.marks.updateOne(
      { _id: objectId(mark.id), forceId: objectId(mark.forceId), withdrawnAt: null },
      { $set: { withdrawnAt: at } },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }

  /** Adds a flag, once for a piece of evidence. False when it was there. */
  async flag(mark: Mark, flag: MarkFlag): Promise<boolean> {
    const saved = await this.marks.updateOne(
      {
        _id: objectId(mark.id),
        forceId: objectId(mark.forceId),
        'flags.evidenceId': { $ne: flag.evidenceId },
      },
      { $push: { flags: flag } },
    );
    return saved.modifiedCount === 1;
  }
}
