import { randomInt } from 'node:crypto';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { responsesSubmitted } from './events.js';
import { type MarkedResponse, type ResponseId, type ResponseToMark } from './response.js';
import { ResponseRepository } from './response.repository.js';

/** No letter or digit that is taken for another. */
const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/**
 * Hands in, for marking by people, what one candidate's attempt or work holds: all of one source, in the caller's unit of work
 * and force. The source handed in again adds only what was not there (ASM-110). Markers are found afterwards, by whoever
 * hears the event, so that nothing about marking can hold a submission up.
 */
@Injectable()
export class SubmitForMarking {
  constructor(
    private readonly work: UnitOfWork,
    private readonly responses: ResponseRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, handedIn: readonly ResponseToMark[]): Promise<MarkedResponse[]> {
    const [first] = handedIn;
    if (first === undefined) return [];
    return this.work.run(ctx, async (announce) => {
      const known = await this.responses.ofSource(ctx.force, first.source);
      const isKnown = ({ source }: ResponseToMark) =>
        known.some((response) => response.source.itemId === source.itemId);
      const candidateCode = known[0]?.candidateCode ?? newCode();
      const added = handedIn
        .filter((response) => !isKnown(response))
        .map((response) => this.taken(ctx, candidateCode, response));
      if (added.length === 0) return known;

      await this.responses.add(added);

      const { courseCode, componentKey, source } = first;
      const responseIds = added.map(({ id }) => id);
      const what = { courseCode, componentKey, sourceKind: source.kind, sourceId: source.id, responseIds };
      announce(responsesSubmitted(what, { forceId: ctx.force.forceId }));
      return [...known, ...added];
    });
  }

  private taken(ctx: RequestContext, candidateCode: string, response: ResponseToMark): MarkedResponse {
    const { personId, courseCode, componentKey, source, skillId, level, prompt, rubric } = response;
    return {
      id: newId<ResponseId>(),
      forceId: ctx.force.forceId,
      ...{ personId, candidateCode, courseCode, componentKey, source, skillId, level, prompt, rubric },
      text: response.text,
      fileIds: response.fileIds,
      excludedIds: response.excludedIds ?? [],
      alsoOfIds: response.alsoOfIds ?? [],
      togetherId: response.togetherId ?? null,
      submittedAt: this.clock.now(),
      state: 'NOT_MARKED',
      ...{ roundId: null, marksNeeded: 0, unfilled: 1, sampled: false },
      ...{ finals: [], releasedAt: null, revision: 0 },
    };
  }
}

function newCode(): string {
  return Array.from({ length: 8 }, () => CODE_LETTERS.charAt(randomInt(CODE_LETTERS.length))).join('');
}
