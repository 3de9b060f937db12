import { CourseReader, type PublishedVersion } from '@app/catalogue';
import type { UnitId } from '@app/identity';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { type Announce, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { dueDateSet, enrolmentStarted } from '../events.js';
import type { Enrolment } from './enrolment.js';
import { EnrolmentRepository } from './enrolment.repository.js';
import { dueBy, refuseOutline, refusePastDueDate, started, startedFacts } from './enrolment-start.js';
import { PeopleToEnrol } from './people-to-enrol.js';

export interface EnrolPeopleInput {
  readonly courseCode: string;
  readonly personIds: readonly PersonId[];
  /** Units with everything below them: who is posted there today. */
  readonly unitIds: readonly UnitId[];
  /** The last day in time, included; null for none. */
  readonly dueOn: CalendarDate | null;
}

/** How many were enrolled now, and how many were before. */
export interface PeopleEnrolled {
  readonly enrolled: number;
  readonly alreadyEnrolled: number;
}

const BATCH = 200;

/**
 * Enrols people of the acting lead's force. Those on the course already stay as they are, but for the due date. Large
 * groups are enrolled in batches, each whole or not at all: a repeat finishes what a crash cut short.
 */
@Injectable()
export class EnrolPeople {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CourseReader,
    private readonly people: PeopleToEnrol,
    private readonly enrolments: EnrolmentRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: EnrolPeopleInput): Promise<PeopleEnrolled> {
    const version = found(await this.courses.published(input.courseCode));
    refuseOutline(version);
    refusePastDueDate(input.dueOn, londonDate(this.clock.now()));
    const personIds = await this.people.resolve(ctx, input);
    let enrolled = 0;
    for (let start = 0; start < personIds.length; start += BATCH) {
      const batch = personIds.slice(start, start + BATCH);
      enrolled += await this.enrolBatch(ctx, version, { personIds: batch, dueOn: input.dueOn });
    }
    return { enrolled, alreadyEnrolled: personIds.length - enrolled };
  }

  private async enrolBatch(
    ctx: RequestContext,
    version: PublishedVersion,
    { personIds, dueOn }: { personIds: readonly PersonId[]; dueOn: CalendarDate | null },
  ): Promise<number> {
    return this.work.run(ctx, async (announce) => {
      const known = await this.enrolments.currentOf(ctx.force, personIds, version.code);
      const { forceId } = ctx.force;
      const now = this.clock.now();
      const fresh = personIds
        .filter((personId) => !known.has(personId))
        .map((personId) => started(version, { forceId, personId, origin: 'lead', cycle: 1, dueOn, now }));
      await this.enrolments.add(fresh);
      for (const enrolment of fresh) announce(enrolmentStarted(startedFacts(enrolment)));
      for (const enrolment of known.values()) await this.setDueDate(enrolment, dueOn, announce);
      return fresh.length;
    });
  }

  private async setDueDate(
    enrolment: Enrolment,
    dueOn: CalendarDate | null,
    announce: Announce,
  ): Promise<void> {
    const due = dueBy(enrolment, dueOn);
    if (due === enrolment || dueOn === null) return;
    await this.enrolments.save(due);
    const { id, personId, courseCode } = due;
    announce(dueDateSet({ enrolmentId: id, personId, courseCode, dueOn }));
  }
}
