import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { MarkingRoundId } from './marking-round.js';
import { refusal } from './refusals.js';
import type { ResponseId } from './response.js';

export type MarkingTaskId = Id<'MarkingTask'>;

/**
 * `ALLOCATED`, not yet looked at (it may still go to somebody else); `OPENED`; `MARKED`; `ENDED` when it was handed on or its
 * marker marks no longer.
 */
export type MarkingTaskState = 'ALLOCATED' | 'OPENED' | 'MARKED' | 'ENDED';

/**
 * One response on one marker's desk: what gives a marker the right to see it. It names the candidate's force and the
 * marker's, since they may differ; the marker is told neither force nor person, nor whether there is another task.
 */
export interface MarkingTask {
  readonly id: MarkingTaskId;
  /** The candidate's force. */
  readonly forceId: ForceId;
  readonly roundId: MarkingRoundId;
  readonly responseId: ResponseId;
  readonly markerId: PersonId;
  readonly markerForceId: ForceId;
  /** What it answers: markers mark item by item. */
  readonly itemKey: string;
  /** Its place among the responses to that item (`placeInOrder`). */
  readonly order: string;
  readonly state: MarkingTaskState;
  readonly allocatedAt: Date;
  /** Set while it is put off: such tasks come after all others, longest waiting first. */
  readonly skippedAt: Date | null;
}

const transitions: Record<MarkingTaskState, readonly MarkingTaskState[]> = {
  ALLOCATED: ['OPENED', 'MARKED', 'ENDED'],
  OPENED: ['MARKED', 'ENDED'],
  MARKED: ['OPENED', 'ENDED'],
  ENDED: [],
};

/** ASM-120: the task in its next state; what is marked is neither skipped nor handed on. */
export function moveTask(task: MarkingTask, to: MarkingTaskState): MarkingTask {
  if (task.state === to) return task;
  if (!transitions[task.state].includes(to)) throw refusal('TASK_ENDED');
  return { ...task, state: to };
}

/** ASM-127: refuses to put off or hand on what is marked or no longer the marker's. */
export function isStillToMark(task: MarkingTask): void {
  if (task.state === 'MARKED') throw refusal('MARK_GIVEN');
  if (task.state === 'ENDED') throw refusal('TASK_ENDED');
}
