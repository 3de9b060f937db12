import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { adjustmentEnded, adjustmentRefused, adjustmentWithdrawn } from '../events.js';
import { type Adjustment, type AdjustmentState, moveAdjustment } from './adjustment.js';
import { AdjustmentConflicts } from './adjustment-conflicts.js';
import { AdjustmentFiles } from './adjustment-files.js';

/** The end that an adjustment comes to, other than being granted. */
export interface Ending {
  readonly to: Exclude<AdjustmentState, 'ASKED' | 'GRANTED'>;
  readonly by: PersonId | null;
  /** What the person is told; null when they did it themself. */
  readonly decision: string | null;
}

/** What RefuseAdjustment, EndAdjustment and WithdrawAdjustment share: one step to the end, announced. */
@Injectable()
export class DecideAdjustment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: AdjustmentFiles,
    private readonly conflicts: AdjustmentConflicts,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Brings it to its end. What has come to that end already, with the same words, is the same answer. */
  async execute(ctx: RequestContext, adjustment: Adjustment, ending: Ending): Promise<Adjustment> {
    const { to, by, decision } = ending;
    return this.work.run(ctx, async (announce) => {
      if (adjustment.state === to && adjustment.decision === decision) return adjustment;
      const ended = moveAdjustment(adjustment, to, { by, at: this.clock.now(), change: { decision } });

      await this.files.adjustments.save(ended);

      const { id: adjustmentId, personId, groupId } = ended;
      const kind = { REFUSED: adjustmentRefused, ENDED: adjustmentEnded, WITHDRAWN: adjustmentWithdrawn }[to];
      announce(kind({ adjustmentId, personId, groupId }, decision === null ? {} : { payload: { decision } }));
      return ended;
    });
  }

  /** As `execute`, by an adjustments officer: ASM-87 holds for whoever decides. */
  async byOfficer(
    ctx: RequestContext,
    adjustment: Adjustment,
    ending: Omit<Ending, 'by'>,
  ): Promise<Adjustment> {
    if (adjustment.personId !== null) await this.conflicts.mustBeFree(ctx, adjustment.personId);
    return this.execute(ctx, adjustment, { ...ending, by: actingPerson(ctx) ?? null });
  }
}
