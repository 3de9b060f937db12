import { mustBeAllowed } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { responseModerated } from './events.js';
import { MarkingTaskRepository } from './marking-task.repository.js';
import { markingPermissions } from './permissions.js';
import { refusal } from './refusals.js';
import { finalOf, type MarkedResponse, moveResponse, type ResponseId } from './response.js';
import { ResponseRepository } from './response.repository.js';
import { type CriterionPoints, checkedComment, checkedCriteria, isSameMark } from './rubric-mark.js';
import { withFinal } from './settle.js';
import { WhoMayMark } from './who-may-mark.js';

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

/** Whether a moderator may decide on a response. */
@Injectable()
export class ImpartialModerator {
  constructor(
    private readonly tasks: MarkingTaskRepository,
    private readonly whoMayMark: WhoMayMark,
  ) {}

  /** ASM-122, ASM-115: refuses whoever has or had the response as its marker, and whoever has a conflict. */
  async check(ctx: RequestContext, moderatorId: PersonId, response: MarkedResponse): Promise<void> {
    const tasks = await this.tasks.ofResponses(ctx.force, [response.id]);
    if (tasks.some(({ markerId }) => markerId === moderatorId)) throw refusal('MODERATOR_MARKED');
    await this.whoMayMark.mustHaveNoConflict(moderatorId, response);
  }

  /** Those of several responses that the moderator may decide on. */
  async among(
    ctx: RequestContext,
    moderatorId: PersonId,
    responses: readonly MarkedResponse[],
  ): Promise<MarkedResponse[]> {
    const ids = responses.map(({ id }) => id);
    const tasks = await this.tasks.ofResponses(ctx.force, ids);
    const marked = new Set(
      tasks.filter(({ markerId }) => markerId === moderatorId).map((task) => task.responseId),
    );
    const unmarked = responses.filter(({ id }) => !marked.has(id));
    return this.whoMayMark.without(moderatorId, unmarked);
  }
}
