import type { PublishedVersion } from '@app/catalogue';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import type { Enrolment } from '@app/progress';
import { Injectable } from '@nestjs/common';
import { limitOf } from '../adjustment/adjusted-time.js';
import { AdjustmentsOf } from '../adjustment/adjustments-of.js';
import { AppealRepository } from '../appeal/appeal.repository.js';
import { Bank, type PaperSource } from '../paper/bank.js';
import { PassMarkReader } from '../pass-mark/pass-mark.reader.js';
import type { Sitting } from '../sitting/sitting.js';
import type { AttemptTerms } from './attempt.js';

/** Whose attempt, at what, when. */
export interface TermsFor {
  readonly personId: PersonId;
  readonly sitting: Sitting;
  readonly enrolment: Enrolment;
  readonly version: PublishedVersion;
  readonly at: Date;
}

/**
 * What an attempt will obey: the course version's rules, the assessment's policy, the person's adjustments, and the pass mark
 * that a panel led to, where there is one (ASM-160), and the fresh attempts that appeals gave (ASM-158).
 */
@Injectable()
export class LoadTerms {
  constructor(
    private readonly bank: Bank,
    private readonly adjustments: AdjustmentsOf,
    private readonly passMarks: PassMarkReader,
    private readonly appeals: AppealRepository,
  ) {}

  /** The terms, and what the paper is drawn from. Refuses ASM-09 without a blueprint. */
  async execute(ctx: RequestContext, asked: TermsFor): Promise<{ terms: AttemptTerms; source: PaperSource }> {
    const { personId, sitting, enrolment, version, at } = asked;
    const { courseCode, componentKey, limitMinutes: baseLimitMinutes } = sitting;
    const source = await this.bank.sourceOf(courseCode, componentKey);
    const { adjustment, fixedTime } = await this.adjustments.execute(ctx.force, {
      ...{ personId, courseCode, componentKey, enrolmentId: enrolment.id, attemptId: null, at },
    });
    const { maxAttempts, coolDownHours } = version.assessment;
    const passMark = await this.passMarks.of(courseCode, componentKey);
    const fresh = await this.appeals.freshAttempts(ctx.force, enrolment.id, componentKey);
    const terms = {
      limitMinutes: limitOf(baseLimitMinutes, adjustment, fixedTime),
      baseLimitMinutes,
      adjustment,
      fixedTime,
      passPercent: passMark ?? version.assessment.passPercent,
      maxAttempts: maxAttempts + (adjustment?.extraAttempts ?? 0) + fresh,
      coolDownHours,
      policy: source.blueprint.policy,
    };
    return { terms, source };
  }
}
