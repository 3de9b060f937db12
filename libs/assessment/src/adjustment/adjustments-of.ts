import { londonDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import type { AttemptId } from '../attempt/attempt.js';
import type { AllowedAdjustment, FixedTime } from './adjusted-time.js';
import { countsFor } from './adjustment.js';
import { AdjustmentRepository } from './adjustment.repository.js';
import { AdjustmentGroupRepository } from './adjustment-group.repository.js';
import { FixedTimeRepository } from './fixed-time.repository.js';
import { resolveAdjustments } from './resolve-adjustment.js';

/** Whose go at what, and when. */
export interface AdjustedFor {
  readonly personId: PersonId;
  readonly courseCode: string;
  readonly componentKey: string;
  readonly enrolmentId: string | null;
  readonly attemptId: AttemptId | null;
  readonly at: Date;
}

/** What a person's adjustments come to for one assessment at an instant (ASM-83, ASM-84). */
@Injectable()
export class AdjustmentsOf {
  constructor(
    private readonly adjustments: AdjustmentRepository,
    private readonly groups: AdjustmentGroupRepository,
    private readonly fixedTimes: FixedTimeRepository,
  ) {}

  /** The adjustment, and whether the assessment's time is fixed for everybody. */
  async execute(
    scope: ForceScope,
    asked: AdjustedFor,
  ): Promise<{ adjustment: AllowedAdjustment | null; fixedTime: FixedTime | null }> {
    const { personId, courseCode, componentKey } = asked;
    const groupIds = await this.groups.ofPerson(scope, personId);
    const granted = await this.adjustments.granted(scope, personId, groupIds);
    const on = londonDate(asked.at);
    const counting = granted.filter((adjustment) => countsFor(adjustment, { ...asked, on }));
    const fixedTime = await this.fixedTimes.of(courseCode, componentKey);
    return { adjustment: resolveAdjustments(counting, asked.enrolmentId), fixedTime };
  }
}
