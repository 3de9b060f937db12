import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import type { Attempt, AttemptId } from '../attempt/attempt.js';
import { ViewAttempt } from '../attempt/view-attempt.js';
import { type Appeal, type AppealId, type AppealKind, decideBy, mayBeAsked, withdrawn } from './appeal.js';
import { AppealFiles } from './appeal-files.js';
import { checkedWords } from './appeal-words.repository.js';
import { appealAsked, appealWithdrawn } from './events.js';
import { appealFallsDue, dueKeyOf } from './jobs.js';
import { refusal } from './refusals.js';

export interface AskAppealInput {
  readonly attemptId: AttemptId;
  readonly kind: AppealKind;
  /** 20–5,000 characters. Personal. */
  readonly statement: string;
}

/**
 * Asks for the outcome of one's own attempt to be looked at again, within the time for it (ASM-152). One appeal waits at a time; what
 * was decided is asked again only once the outcome itself has changed (ASM-153). The same asking again is the one that waits.
 */
@Injectable()
export class AskAppeal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: AppealFiles,
    private readonly view: ViewAttempt,
    private readonly timetable: Timetable,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: AskAppealInput): Promise<Appeal> {
    const attempt = await this.view.execute(ctx, { attemptId: input.attemptId });
    const personId = candidateOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const statement = checkedWords(input.statement, 'statement');
      const waiting = await this.waitingOrNone(ctx, attempt, { ...input, statement });
      if (waiting !== null) return waiting;
      const askedAt = this.clock.now();
      mayBeAsked(input.kind, attempt, askedAt);
      const appeal = newAppeal(attempt, input.kind, askedAt);
      const { id: appealId } = appeal;

      await this.files.appeals.add(appeal);
      await this.files.words.add(ctx.force, appealId, statement);
      const due = { key: dueKeyOf(appealId), dueAt: appeal.decideBy, payload: { appealId } };
      await this.timetable.set(ctx, appealFallsDue, due);

      const what = { appealId, attemptId: attempt.id, personId, kind: appeal.kind };
      announce(appealAsked({ ...what, decideBy: appeal.decideBy.toISOString() }, { payload: { statement } }));
      return appeal;
    });
  }

  /** The same appeal that waits already. Refuses another, and one that was decided since the outcome last changed. */
  private async waitingOrNone(
    ctx: RequestContext,
    attempt: Attempt,
    asked: AskAppealInput,
  ): Promise<Appeal | null> {
    const earlier = await this.files.appeals.ofAttempt(ctx.force, attempt.personId, attempt.id);
    const waiting = earlier.find(({ state }) => state === 'ASKED');
    if (waiting !== undefined) {
      const words = await this.files.words.of(ctx.force, waiting.id);
      if (waiting.kind === asked.kind && words?.statement === asked.statement) return waiting;
      throw refusal('APPEAL_OPEN');
    }
    const changedAt = attempt.revisions.at(-1)?.at ?? null;
    const isDecided = earlier.some(
      ({ kind, decidedAt }) =>
        kind === asked.kind && decidedAt !== null && (changedAt === null || decidedAt >= changedAt),
    );
    if (isDecided) throw refusal('APPEAL_DECIDED');
    return null;
  }
}

function newAppeal(attempt: Attempt, kind: AppealKind, askedAt: Date): Appeal {
  const { id: attemptId, forceId, personId, enrolmentId, courseCode, componentKey } = attempt;
  return {
    ...{ id: newId<AppealId>(), forceId, personId, attemptId, enrolmentId, courseCode, componentKey },
    ...{ kind, state: 'ASKED', askedAt, decideBy: decideBy(askedAt), overdueAt: null },
    ...{ decidedBy: null, decidedAt: null, remedy: null, itemVersionId: null, regradeId: null },
    revision: 0,
  };
}

/** Takes one's own appeal back, while nobody has decided. Again is the same answer. */
@Injectable()
export class WithdrawAppeal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: AppealFiles,
    private readonly timetable: Timetable,
  ) {}

  async execute(ctx: RequestContext, { appealId }: { appealId: AppealId }): Promise<Appeal> {
    const personId = candidateOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const appeal = await this.files.loadOwn(ctx.force, appealId, personId);
      if (appeal.state === 'WITHDRAWN') return appeal;
      const after = withdrawn(appeal);

      await this.files.appeals.save(after);
      await this.timetable.cancel(dueKeyOf(appealId));

      announce(appealWithdrawn({ appealId, attemptId: appeal.attemptId, personId }));
      return after;
    });
  }
}
