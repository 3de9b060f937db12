import { CourseReader } from '@app/catalogue';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { enrolmentStarted } from '../events.js';
import { refusal } from '../refusals.js';
import type { Enrolment, EnrolmentOrigin } from './enrolment.js';
import { EnrolmentRepository } from './enrolment.repository.js';
import { started, startedFacts } from './enrolment-start.js';

export interface StartNextCycleInput {
  readonly personId: PersonId;
  readonly courseCode: string;
  readonly origin: EnrolmentOrigin;
  readonly dueOn: CalendarDate | null;
  /** The cycle that is to begin: the natural key of the request, so that a repeat begins nothing. */
  readonly cycle: number;
}

/** Begins the next cycle of a completed course, for renewal. The cycle before stays as it is (PRG-10). */
@Injectable()
export class StartNextCycle {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CourseReader,
    private readonly enrolments: EnrolmentRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: StartNextCycleInput): Promise<Enrolment> {
    const { personId, courseCode, origin, dueOn, cycle } = input;
    return this.work.run(ctx, async (announce) => {
      const version = found(await this.courses.published(courseCode));
      const current = found(
        (await this.enrolments.currentOf(ctx.force, [personId], courseCode)).get(personId),
      );
      if (current.cycle >= cycle) return current;
      if (current.state !== 'completed' || cycle !== current.cycle + 1) throw refusal('CYCLE_UNDER_WAY');

      const { forceId } = ctx.force;
      const next = started(version, { forceId, personId, origin, cycle, dueOn, now: this.clock.now() });
      await this.enrolments.add([next]);

      announce(enrolmentStarted(startedFacts(next)));
      return next;
    });
  }
}
