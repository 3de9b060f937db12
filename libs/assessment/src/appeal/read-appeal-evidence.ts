import type { RequestContext } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { timeSentence } from '../adjustment/adjusted-time.js';
import type { Attempt } from '../attempt/attempt.js';
import { IncidentRepository } from '../invigilation/incident.repository.js';
import type { Incident } from '../invigilation/invigilation.js';
import type { MarkedResponse } from '../marking-round/response.js';
import { ResponseRepository } from '../marking-round/response.repository.js';
import { AnswerHistory, type SavedOnce } from './answer-history.reader.js';
import type { Appeal, AppealId } from './appeal.js';
import { AppealFiles } from './appeal-files.js';
import { DecisionGround } from './decide-appeal.js';
import { appealEvidenceViewed } from './events.js';

/** What an appeal is decided on. No key, and never why anybody needs an adjustment. */
export interface AppealEvidence {
  readonly appeal: Appeal;
  readonly statement: string | null;
  readonly attempt: Attempt;
  /** "90 minutes (60 + 50%)": what the adjustments came to. */
  readonly timeAllowed: Words;
  readonly saves: readonly SavedOnce[];
  /** Those about this attempt, and those about the whole sitting. */
  readonly incidents: readonly Incident[];
  /** What people marked. */
  readonly responses: readonly MarkedResponse[];
}

/** What lies with an attempt besides itself. */
@Injectable()
export class EvidenceOfAttempt {
  constructor(
    private readonly history: AnswerHistory,
    private readonly incidents: IncidentRepository,
    private readonly responses: ResponseRepository,
  ) {}

  async of(ctx: RequestContext, attempt: Attempt) {
    const places = new Map<string, number>(attempt.paper.map(({ itemId }, place) => [itemId, place + 1]));
    const saves = await this.history.of(ctx.force, attempt.id);
    const incidents = await this.incidents.ofSitting(ctx.force, attempt.sittingId);
    const responses = await this.responses.ofSource(ctx.force, { kind: 'attempt-item', id: attempt.id });
    return {
      saves: saves.map((save) => ({ ...save, place: places.get(save.itemId) ?? null })),
      incidents: incidents.filter(({ attemptId }) => attemptId === null || attemptId === attempt.id),
      responses,
    };
  }
}

/** The one way to the evidence of an appeal: by somebody uninvolved (ASM-155), and on record each time (ASM-159). */
@Injectable()
export class ReadAppealEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: AppealFiles,
    private readonly ground: DecisionGround,
    private readonly evidence: EvidenceOfAttempt,
  ) {}

  async execute(ctx: RequestContext, { appealId }: { appealId: AppealId }): Promise<AppealEvidence> {
    return this.work.run(ctx, async (announce) => {
      const appeal = await this.files.appeals.load(ctx.force, appealId);
      const attempt = await this.ground.attemptFor(ctx, appeal);
      const words = await this.files.words.of(ctx.force, appealId);
      const more = await this.evidence.of(ctx, attempt);
      announce(appealEvidenceViewed({ appealId, attemptId: attempt.id, personId: attempt.personId }));
      const statement = words?.statement ?? null;
      return { appeal, statement, attempt, timeAllowed: timeSentence(attempt.terms), ...more };
    });
  }
}
