import { mustBeAllowed } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { type Announce, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import type { AttemptId } from '../attempt/attempt.js';
import { CompleteMarking } from './complete-marking.js';
import { responseReleased } from './events.js';
import type { MarkingRound, MarkingRoundId } from './marking-round.js';
import { MarkingRoundRepository } from './marking-round.repository.js';
import { markingPermissions } from './permissions.js';
import { finalOf, type MarkedResponse, moveResponse, outOf } from './response.js';
import { ResponseRepository } from './response.repository.js';

export interface ReleaseMarksInput {
  readonly roundId: MarkingRoundId;
}

const CHUNK = 100;

/**
 * Lets candidates know every mark of a round that is ready (ASM-123), and completes the attempts whose last response this was
 * (ASM-124). A batch goes out in several transactions, each whole; one that was broken off is finished by asking again, and with
 * nothing ready it is the same answer.
 */
@Injectable()
export class ReleaseMarks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rounds: MarkingRoundRepository,
    private readonly responses: ResponseRepository,
    private readonly completing: CompleteMarking,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { roundId }: ReleaseMarksInput): Promise<MarkingRound> {
    mustBeAllowed(ctx, markingPermissions.releaseMarks, { forceWide: true });
    const round = await this.rounds.load(ctx.force, roundId);
    while ((await this.releaseSome(ctx, roundId)) === CHUNK);
    return round;
  }

  private async releaseSome(ctx: RequestContext, roundId: MarkingRoundId): Promise<number> {
    return this.work.run(ctx, async (announce) => {
      const of = { roundId, state: 'READY_FOR_RELEASE', limit: CHUNK } as const;
      const ready = await this.responses.inState(ctx.force, of);
      const at = this.clock.now();

      await this.responses.saveAll(
        ready.map((response) => ({ ...moveResponse(response, 'RELEASED'), releasedAt: at })),
      );
      for (const response of ready) announceRelease(response, announce);
      const attempts = ready.filter(({ source }) => source.kind === 'attempt-item');
      for (const attemptId of new Set(attempts.map(({ source }) => source.id as AttemptId)))
        await this.completing.execute(ctx, attemptId, announce);
      return ready.length;
    });
  }
}

function announceRelease(response: MarkedResponse, announce: Announce): void {
  const { id: responseId, source } = response;
  const awarded = finalOf(response)?.awarded ?? 0;
  const what = { responseId, sourceKind: source.kind, sourceId: source.id };
  announce(responseReleased({ ...what, awarded, outOf: outOf(response) }));
}
