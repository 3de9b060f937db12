import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { CollectOutcome } from '../component/collect-outcome.js';
import { CycleRepository } from '../component/cycle.repository.js';
import { AwardRepository } from './award.repository.js';
import { cycleAfterFall, fallOf } from './fall.js';
import { WithdrawAward } from './withdraw-award.js';

export interface ReconsiderAwardInput {
  readonly personId: PersonId;
  readonly courseCode: string;
  readonly versionId: string;
  readonly componentKey: string;
  /** The attempt, or the work, whose outcome is another than it was. */
  readonly sourceId: string;
  /** The London day of the work. */
  readonly on: CalendarDate;
  readonly passed: boolean;
  /** Why, for the journal's erasable payload. */
  readonly reason: string;
}

/** Ends what a pass gave that is no pass any more. Always in the transaction of the reconsideration. */
@Injectable()
export class UndoPass {
  constructor(
    private readonly cycles: CycleRepository,
    private readonly awards: AwardRepository,
    private readonly withdrawAward: WithdrawAward,
  ) {}

  /** CRT-20, CRT-21. A pass that counts nowhere changes nothing. */
  async execute(ctx: RequestContext, input: ReconsiderAwardInput): Promise<void> {
    const { personId, courseCode, sourceId, reason } = input;
    const cycles = await this.cycles.ofCourse(ctx.force, personId, courseCode);
    const standing = await this.awards.standing(ctx.force, personId, courseCode);
    const fall = fallOf(cycles, sourceId, standing);
    if (fall === null) return;
    if (fall.awardId !== null) await this.withdrawAward.execute(ctx, { awardId: fall.awardId, reason });
    const after = cycleAfterFall(fall, cycles, sourceId);
    if (after !== null) await this.cycles.save(ctx.force, after);
  }
}

/**
 * Reconsiders an award once a result that its holder was told is another: it is withdrawn with its evidence when it does not stand any
 * more (CRT-20), and given, dated by the day of the work, when it now does (CRT-22). Looks at what is, so a repeat changes nothing.
 */
@Injectable()
export class ReconsiderAward {
  constructor(
    private readonly work: UnitOfWork,
    private readonly undoPass: UndoPass,
    private readonly collectOutcome: CollectOutcome,
  ) {}

  async execute(ctx: RequestContext, input: ReconsiderAwardInput): Promise<void> {
    await this.work.run(ctx, async () => {
      if (!input.passed) {
        await this.undoPass.execute(ctx, input);
        return;
      }
      const { personId, courseCode, versionId, componentKey, sourceId, on } = input;
      const passed = { personId, courseCode, versionId, componentKey, sourceId, passedOn: on };
      await this.collectOutcome.execute(ctx, passed);
    });
  }
}
