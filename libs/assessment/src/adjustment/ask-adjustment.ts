import { CourseReader } from '@app/catalogue';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { isDuplicateKey, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { adjustmentAsked } from '../events.js';
import type { Adjustment, AdjustmentFields, AdjustmentId, AdjustmentTarget } from './adjustment.js';
import { AdjustmentFiles } from './adjustment-files.js';
import { adjustmentReason, checkExtraAttempts, checkFields, checkPeriod } from './check-adjustment.js';
import { refusal } from './refusals.js';
import { saysTheSame } from './says-the-same.js';

export interface AskAdjustmentInput {
  readonly fields: AdjustmentFields;
  /** For this course only; for everything when left out. */
  readonly courseCode?: string | null | undefined;
  /** Today when left out. */
  readonly validFrom?: CalendarDate | null | undefined;
  readonly validTo?: CalendarDate | null | undefined;
  /** 3–2,000 characters, for the adjustments officer alone. */
  readonly reason: string;
}

/**
 * Asks for an adjustment for oneself. One request waits at a time (ASM-88); it says something within bounds (ASM-80).
 * The same request again is the one that waits.
 */
@Injectable()
export class AskAdjustment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: AdjustmentFiles,
    private readonly courses: CourseReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: AskAdjustmentInput): Promise<Adjustment> {
    const personId = candidateOf(ctx);
    try {
      return await this.ask(ctx, personId, input);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.ask(ctx, personId, input);
    }
  }

  private async ask(ctx: RequestContext, personId: PersonId, input: AskAdjustmentInput): Promise<Adjustment> {
    const at = this.clock.now();
    return this.work.run(ctx, async (announce) => {
      const courseCode = input.courseCode ?? null;
      if (courseCode !== null) found(await this.courses.published(courseCode));
      const waiting = await this.files.adjustments.waiting(ctx.force, personId);

      const adjustment = requestOf(ctx, personId, { ...input, courseCode, at });
      checkFields(adjustment.fields);
      checkPeriod(adjustment.validFrom, adjustment.validTo);
      checkExtraAttempts(adjustment.fields, adjustment);
      const text = adjustmentReason(input.reason);
      if (waiting !== null) return theSame(waiting, adjustment);

      await this.files.adjustments.add(adjustment);
      await this.files.reasons.append(ctx.force, adjustment.id, { text, at, by: personId });

      const { id: adjustmentId, fields } = adjustment;
      announce(adjustmentAsked({ adjustmentId, personId }, { payload: { fields } }));
      return adjustment;
    });
  }
}

function theSame(waiting: Adjustment, asked: Adjustment): Adjustment {
  const { level, personId, groupId, courseCode, componentKey, attemptId, ...wanted } = asked;
  const target = { level, personId, groupId, courseCode, componentKey, attemptId };
  if (!saysTheSame(waiting, { ...wanted, target })) throw refusal('ADJUSTMENT_PENDING');
  return waiting;
}

function requestOf(
  ctx: RequestContext,
  personId: PersonId,
  input: AskAdjustmentInput & { courseCode: string | null; at: Date },
): Adjustment {
  const { courseCode, fields, at } = input;
  const target: AdjustmentTarget = {
    ...{ level: courseCode === null ? 'PERSON' : 'ASSESSMENT', personId, groupId: null },
    ...{ courseCode, componentKey: null, attemptId: null },
  };
  const validFrom = input.validFrom ?? londonDate(at);
  const validTo = input.validTo ?? null;
  return {
    ...target,
    ...{ fields, validFrom, validTo, enrolmentId: null },
    id: newId<AdjustmentId>(),
    forceId: ctx.force.forceId,
    ...{ state: 'ASKED', decidedBy: null, decidedAt: null, decision: null },
    history: [{ what: 'ASKED', at, by: personId, fields, validFrom, validTo }],
    revision: 1,
  };
}
