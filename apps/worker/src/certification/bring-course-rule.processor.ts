import { CourseReader, coursePublished, type VersionId } from '@app/catalogue';
import { BringCourseRule } from '@app/certification';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';

type Published = Parameters<typeof coursePublished>[0];

/** A course version was published: its certification follows. */
@Injectable()
@Consumes({ name: 'certification-bring-course-rule', events: [coursePublished] })
export class BringCourseRuleProcessor implements EventConsumer<Published> {
  constructor(
    private readonly courses: CourseReader,
    private readonly bring: BringCourseRule,
  ) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Published>): Promise<void> {
    await this.bring.execute(ctx, found(await this.courses.version(data.versionId as VersionId)));
  }
}
