import { Clock } from '@app/platform/clock/clock.js';
import { type PersonId, type RequestContext, scopeOf } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { responsesAllocated } from './events.js';
import { isReviewed, type Marker, type MarkingRound, marksNeeded, placeInOrder } from './marking-round.js';
import { MarkingRoundRepository } from './marking-round.repository.js';
import { type MarkingTask, type MarkingTaskId, moveTask } from './marking-task.js';
import { MarkingTaskRepository } from './marking-task.repository.js';
import type { MarkedResponse, ResponseId } from './response.js';
import { ResponseRepository } from './response.repository.js';
import { spread } from './spread.js';
import { type MarkersNow, WhoMayMark } from './who-may-mark.js';

export interface AllocateResponsesInput {
  readonly courseCode: string;
  readonly componentKey: string;
  /** Whether what nobody has looked at yet is spread anew: after a change of markers. */
  readonly again: boolean;
  /** The College's markers changed: every force's round that draws on them, rather than this force's. */
  readonly everyForce?: boolean;
}

/**
 * Gives what waits in a component's round to its markers, even within one (ASM-114). Does nothing where no round is open; what
 * finds no marker waits and is shown as such. Idempotent: what has its markers is left alone.
 */
@Injectable()
export class AllocateResponses {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rounds: MarkingRoundRepository,
    private readonly responses: ResponseRepository,
    private readonly tasks: MarkingTaskRepository,
    private readonly whoMayMark: WhoMayMark,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: AllocateResponsesInput): Promise<void> {
    const own = input.everyForce === true ? null : await this.rounds.ofComponent(ctx.force, input);
    const rounds = input.everyForce === true ? await this.rounds.drawingOnCollege(input) : [own];
    for (const round of rounds) {
      if (round !== null) await this.allocate(ctx, round, input.again);
    }
  }

  private async allocate(ctx: RequestContext, round: MarkingRound, again: boolean): Promise<void> {
    const scope = scopeOf(round.forceId);
    await this.work.run(ctx, async (announce) => {
      await this.rounds.hold(round);
      const freed = again ? await this.free(round) : [];
      const before = await this.responses.unfilled(scope, round);
      const waiting = before.map((response) => takenIn(round, response));
      const now = await this.whoMayMark.now(round, waiting);
      const tasks = await this.spread(round, waiting, now);

      await this.tasks.add(tasks);
      const filled = Map.groupBy(tasks, ({ responseId }) => responseId);
      const left = waiting.map((response) => without(response, filled.get(response.id)?.length ?? 0));
      await this.responses.saveAll(left.filter((response, place) => hasMoved(response, before[place])));

      const unfilled = left.reduce((total, response) => total + response.unfilled, 0);
      if (tasks.length === 0 && freed.length === 0) return;
      const what = { roundId: round.id, allocated: tasks.length, unfilled };
      announce(responsesAllocated(what, { forceId: round.forceId }));
    });
  }

  /** Takes back what nobody has looked at, and ends what is with somebody who marks no longer. */
  private async free(round: MarkingRound): Promise<MarkingTask[]> {
    const scope = scopeOf(round.forceId);
    const { markers } = await this.whoMayMark.now(round, []);
    const toMark = await this.tasks.ofRound(scope, { roundId: round.id, states: ['ALLOCATED', 'OPENED'] });
    const unseen = toMark.filter(({ state }) => state === 'ALLOCATED');
    const orphaned = toMark.filter(({ state, markerId }) => state === 'OPENED' && !markers.has(markerId));
    await this.tasks.takeBack(scope, unseen);
    for (const task of orphaned) await this.tasks.save(task, moveTask(task, 'ENDED'));
    const freed = Map.groupBy([...unseen, ...orphaned], ({ responseId }) => responseId);
    const responses = await this.responses.byIds(scope, [...freed.keys()]);
    await this.responses.saveAll(
      responses.map((response) => without(response, -(freed.get(response.id)?.length ?? 0))),
    );
    return [...unseen, ...orphaned];
  }

  private async spread(
    round: MarkingRound,
    waiting: readonly MarkedResponse[],
    { markers, eligible }: MarkersNow,
  ): Promise<MarkingTask[]> {
    const scope = scopeOf(round.forceId);
    const ids = waiting.map(({ id }) => id);
    const had = Map.groupBy(await this.tasks.ofResponses(scope, ids), ({ responseId }) => responseId);
    const known = await this.tasks.loads(scope, round.id);
    const loads = new Map([...markers.keys()].map((id) => [id, known.get(id) ?? 0]));
    const wanted = waiting.map((response) => {
      const before = new Set(had.get(response.id)?.map(({ markerId }) => markerId));
      const free = eligible(response).filter((id) => !before.has(id));
      return { responseId: response.id, count: response.unfilled, eligible: free };
    });
    const byId = new Map(waiting.map((response) => [response.id, response]));
    return spread<ResponseId, PersonId>({ wanted, loads, seed: round.seed }).flatMap((placed) => {
      const response = byId.get(placed.responseId);
      const marker = markers.get(placed.markerId);
      return response === undefined || marker === undefined ? [] : [this.task(round, response, marker)];
    });
  }

  private task(round: MarkingRound, response: MarkedResponse, marker: Marker): MarkingTask {
    const itemKey = response.source.itemVersionId ?? response.componentKey;
    return {
      id: newId<MarkingTaskId>(),
      ...{ forceId: round.forceId, roundId: round.id, responseId: response.id },
      ...{ markerId: marker.personId, markerForceId: marker.forceId },
      ...{ itemKey, order: placeInOrder(round, itemKey, response.id) },
      ...{ state: 'ALLOCATED', allocatedAt: this.clock.now(), skippedAt: null },
    };
  }
}

/** A response that waited for a round, in it: how many marks it gets is drawn once, here. */
function takenIn(round: MarkingRound, response: MarkedResponse): MarkedResponse {
  if (response.roundId !== null) return response;
  const needed = marksNeeded(round, response.id);
  const sampled = needed === 1 && isReviewed(round, response.id);
  return { ...response, roundId: round.id, marksNeeded: needed, unfilled: needed, sampled };
}

function hasMoved(after: MarkedResponse, before: MarkedResponse | undefined): boolean {
  return before?.roundId !== after.roundId || before.unfilled !== after.unfilled;
}

function without(response: MarkedResponse, found: number): MarkedResponse {
  return { ...response, unfilled: response.unfilled - found };
}
