import { mustBeAllowed } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { marksAccepted } from './events.js';
import { ImpartialModerator } from './impartial-moderator.js';
import { MarkRepository } from './mark.repository.js';
import type { MarkingRound, MarkingRoundId } from './marking-round.js';
import { MarkingRoundRepository } from './marking-round.repository.js';
import { markingPermissions } from './permissions.js';
import type { MarkedResponse } from './response.js';
import { ResponseRepository } from './response.repository.js';
import { agreed } from './settle.js';

export interface AcceptMarksInput {
  readonly roundId: MarkingRoundId;
}

const MOST_AT_ONCE = 10_000;
const CHUNK = 250;

/**
 * The moderator accepts every pair of marks that agrees within the tolerance: each becomes final as its mean (ASM-122). What the
 * moderator marked, or has a conflict with, waits for another. With nothing to accept it is the same answer.
 */
@Injectable()
export class AcceptMarks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rounds: MarkingRoundRepository,
    private readonly responses: ResponseRepository,
    private readonly marks: MarkRepository,
    private readonly impartial: ImpartialModerator,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { roundId }: AcceptMarksInput): Promise<MarkingRound> {
    mustBeAllowed(ctx, markingPermissions.acceptMarks, { forceWide: true });
    const moderatorId = candidateOf(ctx);
    const round = await this.rounds.load(ctx.force, roundId);
    const of = { roundId, state: 'MARKING_COMPLETED', limit: MOST_AT_ONCE } as const;
    const waiting = await this.responses.inState(ctx.force, of);
    const mine = await this.impartial.among(ctx, moderatorId, waiting);
    for (let from = 0; from < mine.length; from += CHUNK)
      await this.accept(ctx, moderatorId, mine.slice(from, from + CHUNK));
    return round;
  }

  private async accept(
    ctx: RequestContext,
    moderatorId: PersonId,
    responses: readonly MarkedResponse[],
  ): Promise<void> {
    await this.work.run(ctx, async (announce) => {
      const ids = responses.map(({ id }) => id);
      const marks = Map.groupBy(await this.marks.ofResponses(ctx.force, ids), ({ responseId }) => responseId);
      const by = { moderatorId, at: this.clock.now() };
      const accepted = responses.map((response) => agreed(response, marks.get(response.id) ?? [], by));

      await this.responses.saveAll(accepted);

      announce(marksAccepted({ roundId: accepted[0]?.roundId ?? '', responseIds: ids }));
    });
  }
}
