import { scopeOf } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { MarkRepository } from './mark.repository.js';
import { MarkingRoundRepository } from './marking-round.repository.js';
import type { MarkingTask } from './marking-task.js';
import type { MarkedResponse } from './response.js';
import { ResponseRepository } from './response.repository.js';
import { settle } from './settle.js';

/** Moves a response to where its marks put it. Called inside a unit of work. */
@Injectable()
export class SettleResponse {
  constructor(
    private readonly rounds: MarkingRoundRepository,
    private readonly responses: ResponseRepository,
    private readonly marks: MarkRepository,
  ) {}

  /** The response of a task: the task is the right to it. */
  async load(task: Pick<MarkingTask, 'forceId' | 'responseId'>): Promise<MarkedResponse> {
    return this.responses.load(scopeOf(task.forceId), task.responseId);
  }

  /** ASM-121. */
  async execute(response: MarkedResponse): Promise<MarkedResponse> {
    const scope = scopeOf(response.forceId);
    if (response.roundId === null) return response;
    const round = await this.rounds.load(scope, response.roundId);
    const marks = await this.marks.ofResponses(scope, [response.id]);
    const settled = settle(response, marks, round);
    await this.responses.save(settled);
    return settled;
  }
}
