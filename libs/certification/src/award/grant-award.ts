import type { PublishedVersion } from '@app/catalogue';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { BringCourseRule } from '../certification/bring-course-rule.js';
import { CompleteCycle } from '../holding/complete-cycle.js';
import { type Award, refuseWrongValidity } from './award.js';
import { AwardRepository } from './award.repository.js';

export interface GrantAwardInput {
  readonly personId: PersonId;
  readonly version: Pick<
    PublishedVersion,
    'id' | 'code' | 'number' | 'title' | 'validityMonths' | 'skillsTaught' | 'publishedAt'
  >;
  /** From 1. One award per person, course and cycle. */
  readonly cycle: number;
  readonly awardedOn: CalendarDate;
}

/** Gives the award of a course's own certification for a cycle, with evidence of each skill taught, in one transaction. */
@Injectable()
export class GrantAward {
  constructor(
    private readonly work: UnitOfWork,
    private readonly awards: AwardRepository,
    private readonly bringCourseRule: BringCourseRule,
    private readonly completeCycle: CompleteCycle,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: GrantAwardInput): Promise<Award> {
    const { personId, version, cycle, awardedOn } = input;
    refuseWrongValidity(version.validityMonths);
    return this.work.run(ctx, async () => {
      const known = await this.awards.ofCycle(ctx.force, { personId, courseCode: version.code, cycle });
      if (known !== null) return known;
      const certification = await this.bringCourseRule.ensured(ctx, version);
      return this.completeCycle.execute(ctx, {
        ...{ personId, certification, awardedOn, number: cycle, today: londonDate(this.clock.now()) },
        ...{ versionId: version.id, versionNumber: version.number, skills: version.skillsTaught },
        title: version.title,
      });
    });
  }
}
