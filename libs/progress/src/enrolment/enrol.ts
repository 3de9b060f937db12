import { CourseReader } from '@app/catalogue';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { isDuplicateKey, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { learner } from '../access.js';
import { enrolmentStarted } from '../events.js';
import type { Enrolment } from './enrolment.js';
import { EnrolmentRepository } from './enrolment.repository.js';
import { started, startedFacts } from './enrolment-start.js';

export interface EnrolInput {
  readonly courseCode: string;
}

/** Enrols the acting person on the published version. Whoever is enrolled already gets that enrolment. */
@Injectable()
export class Enrol {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CourseReader,
    private readonly enrolments: EnrolmentRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: EnrolInput): Promise<Enrolment> {
    try {
      return await this.enrol(ctx, input);
    } catch (error) {
      // The same person was quicker in another window: this request finds what that one made.
      if (isDuplicateKey(error)) return this.enrol(ctx, input);
      throw error;
    }
  }

  private async enrol(ctx: RequestContext, { courseCode }: EnrolInput): Promise<Enrolment> {
    const personId = learner(ctx);
    return this.work.run(ctx, async (announce) => {
      const version = found(await this.courses.published(courseCode));
      const known = (await this.enrolments.currentOf(ctx.force, [personId], courseCode)).get(personId);
      if (known !== undefined) return known;

      const { forceId } = ctx.force;
      const now = this.clock.now();
      const enrolment = started(version, { forceId, personId, origin: 'self', cycle: 1, dueOn: null, now });
      await this.enrolments.add([enrolment]);

      announce(enrolmentStarted(startedFacts(enrolment)));
      return enrolment;
    });
  }
}
