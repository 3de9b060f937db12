import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { saltedDigest } from '@app/platform/journal/digest.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { type Course, isRepeat, next, refuseOldRevision, withEditor } from '../course/course.js';
import { CourseRepository } from '../course/course.repository.js';
import type { AssessmentComponent } from '../course/course-content.js';
import { componentsSet } from '../events.js';
import { refuseUnsoundComponents } from './check-components.js';

export interface SetCourseComponentsInput {
  readonly courseCode: string;
  /** All of them, in order. None: completing the course is all that its award asks for. */
  readonly components: readonly AssessmentComponent[];
  /** The revision of the draft that the author had before them. */
  readonly revision: number;
}

/** Says what a course's assessment consists of, in the draft only. A draft in review or approved goes back to being a draft. */
@Injectable()
export class SetCourseComponents {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CourseRepository,
  ) {}

  async execute(ctx: RequestContext, input: SetCourseComponentsInput): Promise<Course> {
    const { courseCode, components, revision } = input;
    refuseUnsoundComponents(components);
    const by = actingPerson(ctx) ?? null;
    const lastStep = { verb: 'correct', revision, by, digest: saltedDigest('', input) } as const;
    return this.work.run(ctx, async (announce) => {
      const course = await this.courses.load(courseCode);
      if (isRepeat(course, lastStep)) return course;
      refuseOldRevision(course.draft, revision);

      const draft = {
        ...course.draft,
        content: { ...course.draft.content, components },
        state: next(course.draft, 'correct'),
        revision: revision + 1,
        editors: withEditor(course.draft, by),
        approvedBy: null,
      };
      const saved = { ...course, draft, lastStep };
      await this.courses.saveDraft(saved, revision);

      announce(componentsSet({ courseId: course.id, code: course.code, revision: draft.revision }));
      return saved;
    });
  }
}
