import { CourseReader, type PublishedVersion } from '@app/catalogue';
import { londonDate } from '@app/platform/clock/calendar.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { type Announce, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { own } from '../access.js';
import { activityCompleted, courseCompleted } from '../events.js';
import type { Enrolment, EnrolmentId } from './enrolment.js';
import { EnrolmentRepository } from './enrolment.repository.js';
import { isCompleted } from './learning.js';

/** Decides what a step makes of an enrolment. Throws a refusal to leave it as it is. */
export type Step = (enrolment: Enrolment, version: PublishedVersion) => Enrolment;

/** One step of a person in their own enrolment: loads both, decides, saves when something changed, announces. */
@Injectable()
export class LearningStep {
  constructor(
    private readonly work: UnitOfWork,
    private readonly enrolments: EnrolmentRepository,
    private readonly courses: CourseReader,
  ) {}

  /** Takes the step. Gives the enrolment afterwards, with the version that it is pinned to. */
  async take(ctx: RequestContext, id: EnrolmentId, step: Step) {
    return this.work.run(ctx, async (announce) => {
      const enrolment = own(ctx, await this.enrolments.byId(ctx.force, id));
      const version = found(await this.courses.version(enrolment.versionId));
      const next = step(enrolment, version);
      if (next === enrolment) return { enrolment, version };
      const saved = await this.enrolments.save(next);
      tell(enrolment, saved, announce);
      return { enrolment: saved, version };
    });
  }
}

/** Announces what is complete now and was not before. */
export function tell(before: Enrolment, after: Enrolment, announce: Announce): void {
  const { id: enrolmentId, personId, courseCode, versionId, cycle, forceId } = after;
  const facts = { enrolmentId, personId, courseCode, versionId };
  for (const { id: activityId, completedAt } of after.activities) {
    if (completedAt === null || isCompleted(before, activityId)) continue;
    announce(activityCompleted({ ...facts, activityId }, { forceId }));
  }
  if (after.state !== 'completed' || before.state === 'completed' || after.completedAt === null) return;
  announce(courseCompleted({ ...facts, cycle, on: londonDate(after.completedAt) }, { forceId }));
}
