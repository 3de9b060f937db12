import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { type Course, isRepeat, next, refuseOldRevision, refuseUnchanged } from '../course/course.js';
import { CourseRepository } from '../course/course.repository.js';
import { draftSent } from '../events.js';

export interface SendDraftForReviewInput {
  readonly courseCode: string;
  /** The revision of the draft that the author had before them. */
  readonly revision: number;
}

/** Hands a draft to the reviewers. */
@Injectable()
export class SendDraftForReview {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CourseRepository,
  ) {}

  async execute(ctx: RequestContext, { courseCode, revision }: SendDraftForReviewInput): Promise<Course> {
    return this.work.run(ctx, async (announce) => {
      const course = await this.courses.load(courseCode);
      const lastStep = { verb: 'send', revision, by: actingPerson(ctx) ?? null, digest: '' } as const;
      if (isRepeat(course, lastStep)) return course;
      refuseOldRevision(course.draft, revision);

      const state = next(course.draft, 'send');
      refuseUnchanged(course.draft, await this.courses.published(course));
      const saved = { ...course, draft: { ...course.draft, state, revision: revision + 1 }, lastStep };
      await this.courses.saveDraft(saved, revision);

      announce(draftSent({ courseId: course.id, code: course.code, revision: saved.draft.revision }));
      return saved;
    });
  }
}
