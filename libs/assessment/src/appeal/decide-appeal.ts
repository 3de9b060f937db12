import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import type { Attempt } from '../attempt/attempt.js';
import { AttemptRepository } from '../attempt/attempt.repository.js';
import type { ItemId, ItemVersionId } from '../item/item.js';
import { ResponseRepository } from '../marking-round/response.repository.js';
import { type Appeal, type AppealId, type AppealRemedy, decided } from './appeal.js';
import { AppealFiles } from './appeal-files.js';
import { checkedWords } from './appeal-words.repository.js';
import { appealDecided } from './events.js';
import { dueKeyOf } from './jobs.js';
import { refusal } from './refusals.js';
import { Uninvolved } from './uninvolved.js';

export interface DecideAppealInput {
  readonly appealId: AppealId;
  /** Null: not upheld. */
  readonly remedy: AppealRemedy | null;
  /** Of REGRADE: the question that is thought to be faulty. */
  readonly itemId?: ItemId | null | undefined;
  /** 20–5,000 characters; the candidate reads them. */
  readonly reasons: string;
}

/** What a decision rests on. */
@Injectable()
export class DecisionGround {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly responses: ResponseRepository,
    private readonly uninvolved: Uninvolved,
  ) {}

  /** The attempt of an appeal, for somebody uninvolved (ASM-155). */
  async attemptFor(ctx: RequestContext, appeal: Appeal): Promise<Attempt> {
    const attempt = found(await this.attempts.byId(ctx.force, appeal.attemptId));
    await this.uninvolved.mustBe(ctx, candidateOf(ctx), { attempt, appealId: appeal.id });
    return attempt;
  }

  /** ASM-156, ASM-157: throws when the remedy has nothing to act on; says which item version is to be regraded. */
  async actsOn(
    ctx: RequestContext,
    attempt: Attempt,
    { remedy, itemId }: DecideAppealInput,
  ): Promise<ItemVersionId | null> {
    if (remedy === 'REMARK') {
      const source = { kind: 'attempt-item', id: attempt.id } as const;
      const responses = await this.responses.ofSource(ctx.force, source);
      if (!responses.some(({ state }) => state === 'RELEASED')) throw refusal('APPEAL_NOTHING_TO_REMARK');
    }
    if (remedy !== 'REGRADE') return null;
    const item = attempt.paper.find((each) => each.itemId === itemId);
    if (item === undefined) throw refusal('APPEAL_ITEM_MISSING', { field: 'itemId' });
    return item.versionId;
  }
}

/**
 * Decides on an appeal, once and with reasons that the candidate reads: by somebody who had no part in the attempt (ASM-155). Upheld, it
 * leads to a regrade, a re-mark or a fresh attempt (ASM-156, ASM-157, ASM-158). The same decision again is the same answer.
 */
@Injectable()
export class DecideAppeal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: AppealFiles,
    private readonly ground: DecisionGround,
    private readonly timetable: Timetable,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: DecideAppealInput): Promise<Appeal> {
    const by = candidateOf(ctx);
    const { appealId, remedy } = input;
    return this.work.run(ctx, async (announce) => {
      const appeal = await this.files.appeals.load(ctx.force, appealId);
      const attempt = await this.ground.attemptFor(ctx, appeal);
      const itemVersionId = await this.ground.actsOn(ctx, attempt, input);
      const isSame = appeal.remedy === remedy && appeal.itemVersionId === itemVersionId;
      if (appeal.decidedBy === by && isSame) return appeal;
      const reasons = checkedWords(input.reasons, 'reasons');
      const after = decided(appeal, { remedy, itemVersionId, by, at: this.clock.now() });

      await this.files.appeals.save(after);
      await this.files.words.saveReasons(ctx.force, appealId, reasons);
      await this.timetable.cancel(dueKeyOf(appealId));

      const { attemptId, personId } = appeal;
      const outcome = { upheld: remedy !== null, remedy };
      announce(appealDecided({ appealId, attemptId, personId, ...outcome }, { payload: { reasons } }));
      return after;
    });
  }
}
