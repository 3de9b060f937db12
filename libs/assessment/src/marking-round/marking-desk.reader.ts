import { type PersonId, type RequestContext, scopeOf } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { candidateOf } from '../access.js';
import type { RubricLine } from '../item/item.js';
import type { Mark, MarkId } from './mark.js';
import { MarkRepository } from './mark.repository.js';
import type { MarkingTask, MarkingTaskId, MarkingTaskState } from './marking-task.js';
import { type Desk, MarkingTaskRepository } from './marking-task.repository.js';
import { MARKING_TASK, type StoredMarkingTask, taskOf } from './marking-task.schema.js';
import type { MarkedResponse } from './response.js';
import { ResponseRepository } from './response.repository.js';
import type { CriterionPoints } from './rubric-mark.js';

/** One's own mark of a task. */
export interface OwnMark {
  readonly id: MarkId;
  readonly criteria: readonly CriterionPoints[];
  readonly total: number;
  readonly comment: string | null;
  readonly givenAt: Date;
}

/**
 * ASM-118: all that a marker ever sees of a response. Not its id, its candidate's name or force, whether somebody else marks it, or
 * what became of it.
 */
export interface TaskOnDesk {
  readonly id: MarkingTaskId;
  readonly candidateCode: string;
  readonly courseCode: string;
  readonly componentKey: string;
  readonly state: MarkingTaskState;
  readonly isPutOff: boolean;
  readonly prompt: Words;
  readonly rubric: readonly RubricLine[];
  /** What was written; null for files only, and once the task has ended. */
  readonly text: string | null;
  readonly fileIds: readonly string[];
  readonly mark: OwnMark | null;
}

/** How much lies on a desk. */
export interface DeskCount {
  readonly toMark: number;
  readonly putOff: number;
  readonly marked: number;
}

const ACROSS = acrossForces('a marker reads what is allocated to them, and nothing else');

/** Reads one marker's own tasks. Every read names the marker and the force for which they mark. */
@Injectable()
export class MarkingDesk {
  constructor(
    @InjectModel(MARKING_TASK) private readonly tasks: Model<StoredMarkingTask>,
    private readonly repository: MarkingTaskRepository,
    private readonly responses: ResponseRepository,
    private readonly marks: MarkRepository,
  ) {}

  /** One task of the acting marker; NOT_FOUND when it is not theirs. */
  async task(ctx: RequestContext, id: MarkingTaskId): Promise<TaskOnDesk> {
    return found((await this.seen([await this.repository.load(deskOf(ctx), id)]))[0]);
  }

  /** How much lies on the acting marker's desk. */
  async count(ctx: RequestContext): Promise<DeskCount> {
    const mine = ofDesk(deskOf(ctx));
    const open = { ...mine, state: { $in: ['ALLOCATED', 'OPENED'] as const } };
    const [toMark, putOff, marked] = await Promise.all([
      this.tasks.countDocuments(open as never, ACROSS),
      this.tasks.countDocuments({ ...open, skippedAt: { $ne: null } } as never, ACROSS),
      this.tasks.countDocuments({ ...mine, state: 'MARKED' }, ACROSS),
    ]);
    return { toMark, putOff, marked };
  }

  /** A page of the acting marker's tasks that have not ended, oldest first. */
  async page(
    ctx: RequestContext,
    filter: { readonly isMarked: boolean | null },
    request: ListRequest,
  ): Promise<ListPage<TaskOnDesk>> {
    const states = statesOf(filter.isMarked);
    const wanted = { ...ofDesk(deskOf(ctx)), state: { $in: states } };
    const after = request.after === null ? {} : { _id: { $gt: objectId(request.after as MarkingTaskId) } };
    const stored = await this.tasks
      .find({ ...wanted, ...after } as never, null, ACROSS)
      .sort({ _id: 1 })
      .limit(request.limit)
      .lean<StoredMarkingTask[]>();
    const totalCount = await this.tasks.countDocuments(wanted as never, ACROSS);
    const rows = await this.seen(stored.map(taskOf));
    return { rows, totalCount, keyOf: (task) => task.id };
  }

  private async seen(tasks: readonly MarkingTask[]): Promise<TaskOnDesk[]> {
    const rows = new Map<MarkingTaskId, TaskOnDesk>();
    for (const [forceId, ofForce] of Map.groupBy(tasks, (task) => task.forceId)) {
      const scope = scopeOf(forceId);
      const ids = ofForce.map(({ responseId }) => responseId);
      const responses = new Map((await this.responses.byIds(scope, ids)).map((each) => [each.id, each]));
      const marks = await this.marks.ofTasks(scope, ofForce);
      for (const task of ofForce) {
        const response = found(responses.get(task.responseId));
        rows.set(task.id, onDesk(task, response, marks.get(task.id) ?? null));
      }
    }
    return tasks.flatMap(({ id }) => rows.get(id) ?? []);
  }
}

function onDesk(task: MarkingTask, response: MarkedResponse, mark: Mark | null): TaskOnDesk {
  const isOpen = task.state !== 'ENDED';
  const { candidateCode, courseCode, componentKey, prompt, rubric } = response;
  return {
    ...{ id: task.id, candidateCode, courseCode, componentKey, prompt, rubric },
    state: task.state,
    isPutOff: task.skippedAt !== null,
    text: isOpen ? response.text : null,
    fileIds: isOpen ? response.fileIds : [],
    mark: mark === null ? null : ownMarkOf(mark),
  };
}

/** The desk of whoever acts, in the force of the request. */
export function deskOf(ctx: RequestContext): Desk {
  const personId: PersonId = candidateOf(ctx);
  return { personId, forceId: ctx.force.forceId };
}

function ofDesk(desk: Desk) {
  return { markerId: objectId(desk.personId), markerForceId: objectId(desk.forceId) };
}

function statesOf(isMarked: boolean | null): readonly MarkingTaskState[] {
  if (isMarked === null) return ['ALLOCATED', 'OPENED', 'MARKED'];
  return isMarked ? ['MARKED'] : ['ALLOCATED', 'OPENED'];
}

function ownMarkOf({ id, criteria, total, comment, givenAt }: OwnMark): OwnMark {
  return { id, criteria, total, comment, givenAt };
}
