import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { type Course, isRepeat, next, refuseOldRevision, refuseOwnWork } from '../course/course.js';
import { CourseRepository } from '../course/course.repository.js';
import { draftApproved } from '../events.js';

export interface ApproveDraftInput {
  readonly courseCode: string;
  /** The revision of the draft that the reviewer read. */
  readonly revision: number;
}

/** Approves a draft that is in review. Nobody approves what they changed themselves. */
@Injectable()
export class ApproveDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CourseRepository,
  ) {}

  async execute(ctx: RequestContext, { courseCode, revision }: ApproveDraftInput): Promise<Course> {
    return this.work.run(ctx, async (announce) => {
      const course = await this.courses.load(courseCode);
      const approvedBy = actingPerson(ctx) ?? null;
      const lastStep = { verb: 'approve', revision, by: approvedBy, digest: '' } as const;
      if (isRepeat(course, lastStep)) return course;
      refuseOldRevision(course.draft, revision);

      const state = next(course.draft, 'approve');
      refuseOwnWork(course.draft, approvedBy ?? undefined);
      const draft = { ...course.draft, state, approvedBy, revision: revision + 1 };
      const saved = { ...course, draft, lastStep };
      await this.courses.saveDraft(saved, revision);

      announce(draftApproved({ courseId: course.id, code: course.code, revision: draft.revision }));
      return saved;
    });
  }
}
