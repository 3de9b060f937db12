import { mustBeAllowed } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { responseModerated } from './events.js';
import { ImpartialModerator } from './impartial-moderator.js';
import { markingPermissions } from './permissions.js';
import { finalOf, type MarkedResponse, moveResponse, type ResponseId } from './response.js';
import { ResponseRepository } from './response.repository.js';
import { type CriterionPoints, checkedComment, checkedCriteria, isSameMark } from './rubric-mark.js';
import { withFinal } from './settle.js';

export interface ModerateResponseInput {
  readonly responseId: ResponseId;
  readonly criteria: readonly CriterionPoints[];
  /** What the candidate reads with the mark. */
  readonly comment?: string | null | undefined;
}

/**
 * Sets the final mark of a response whose marking is complete: the moderator alone does (ASM-122). Refuses a moderator who marked
 * it or has a conflict, marking that is not complete, a mark that does not fit the rubric (ASM-119), and anything after release
 * (ASM-123). Provisional and earlier final marks all stay. The same again is the same answer.
 */
@Injectable()
export class ModerateResponse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly responses: ResponseRepository,
    private readonly impartial: ImpartialModerator,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ModerateResponseInput): Promise<MarkedResponse> {
    mustBeAllowed(ctx, markingPermissions.moderate, { forceWide: true });
    const moderatorId = candidateOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const response = await this.responses.load(ctx.force, input.responseId);
      await this.impartial.check(ctx, moderatorId, response);
      const criteria = checkedCriteria(response.rubric, input.criteria);
      const comment = checkedComment(input.comment);
      const before = finalOf(response);
      const isSame = before?.by === 'moderator' && before.comment === comment;
      if (isSame && isSameMark(before.criteria, criteria)) return response;
      const reviewed = moveResponse(response, 'IN_REVIEW');
      const by = { by: 'moderator', moderatorId, at: this.clock.now() } as const;
      const after = withFinal(reviewed, { ...by, criteria, comment });

      await this.responses.save(after);

      const what = {
        responseId: after.id,
        roundId: after.roundId ?? '',
        awarded: finalOf(after)?.awarded ?? 0,
      };
      announce(responseModerated(what, { payload: { before, after: finalOf(after) } }));
      return after;
    });
  }
}
