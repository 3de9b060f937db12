import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { type Announce, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { adjustmentGranted } from '../events.js';
import {
  type Adjustment,
  type AdjustmentFields,
  type AdjustmentId,
  type AdjustmentTarget,
  moveAdjustment,
} from './adjustment.js';
import { AdjustmentDesk } from './adjustment-desk.js';
import { ApplyToAttempt } from './apply-to-attempt.js';
import { adjustmentReason, checkExtraAttempts, checkFields, checkPeriod } from './check-adjustment.js';

export interface GrantAdjustmentInput {
  /** The request that this grants; without one it is granted of the officer's own accord, to `target`. */
  readonly requestId?: AdjustmentId | null | undefined;
  readonly target?: AdjustmentTarget | null | undefined;
  readonly fields: AdjustmentFields;
  /** Today when left out. */
  readonly validFrom?: CalendarDate | null | undefined;
  readonly validTo?: CalendarDate | null | undefined;
  /** 3–2,000 characters, kept apart. */
  readonly reason: string;
  /** Whether attempts that run at this moment get it too, at once. An adjustment for one attempt always does. */
  readonly applyToRunning: boolean;
}

/**
 * Grants an adjustment, asked for or not. Refuses what cannot be (ASM-80, ASM-86), an officer who manages, marks or
 * invigilates the person (ASM-87), a request that is decided (ASM-88), an attempt that is over (ASM-85). The same grant
 * again is the one that is there.
 */
@Injectable()
export class GrantAdjustment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: AdjustmentDesk,
    private readonly apply: ApplyToAttempt,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: GrantAdjustmentInput): Promise<Adjustment> {
    const at = this.clock.now();
    const by = actingPerson(ctx) ?? null;
    return this.work.run(ctx, async (announce) => {
      const asked = await this.desk.requestOrTarget(ctx, input);
      const target = asked.target;
      const personIds = await this.desk.peopleOf(ctx, target);
      for (const personId of personIds) await this.desk.conflicts.mustBeFree(ctx, personId);
      if (target.attemptId !== null) await this.apply.load(ctx, target.attemptId);

      const { fields, period } = granted(input, asked.request, at);
      checkFields(fields);
      checkPeriod(period.validFrom, period.validTo);
      checkExtraAttempts(fields, target);
      const reason = adjustmentReason(input.reason);
      const same = await this.desk.sameGranted(ctx, { target, fields, ...period });
      if (same !== null) return same;
      const enrolmentId = (fields.extraAttempts ?? 0) > 0 ? await this.desk.enrolmentOf(ctx, target) : null;
      const change = { fields, ...period, enrolmentId };
      const before = asked.request ?? fresh(ctx, target, change);
      const adjustment = moveAdjustment(before, 'GRANTED', { by, at, change });

      await this.desk.keep(ctx, adjustment, {
        isNew: asked.request === null,
        reason: { text: reason, at, by },
      });
      this.announceGrant(adjustment, announce);
      if (input.applyToRunning || target.level === 'ATTEMPT')
        await this.apply.executeAll(ctx, { personIds, target }, announce);
      return adjustment;
    });
  }

  private announceGrant(adjustment: Adjustment, announce: Announce): void {
    const { id: adjustmentId, level, personId, groupId, fields, validFrom, validTo } = adjustment;
    announce(
      adjustmentGranted(
        { adjustmentId, level, personId, groupId },
        { payload: { fields, validFrom, validTo } },
      ),
    );
  }
}

function granted(input: GrantAdjustmentInput, request: Adjustment | null, at: Date) {
  const validFrom = input.validFrom ?? request?.validFrom ?? londonDate(at);
  const validTo = input.validTo === undefined ? (request?.validTo ?? null) : input.validTo;
  return { fields: input.fields, period: { validFrom, validTo } };
}

function fresh(
  ctx: RequestContext,
  target: AdjustmentTarget,
  change: Pick<Adjustment, 'fields' | 'validFrom' | 'validTo' | 'enrolmentId'>,
): Adjustment {
  return {
    ...target,
    ...change,
    id: newId<AdjustmentId>(),
    forceId: ctx.force.forceId,
    state: 'ASKED',
    decidedBy: null,
    decidedAt: null,
    decision: null,
    history: [],
    revision: 0,
  };
}
