import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { MarkingTaskRepository } from './marking-task.repository.js';
import { refusal } from './refusals.js';
import type { MarkedResponse } from './response.js';
import { WhoMayMark } from './who-may-mark.js';

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
