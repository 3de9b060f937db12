import { may } from '@app/identity';
import { actingPerson, type Language, type RequestContext } from '@app/platform/context/request-context.js';
import { saltedDigest } from '@app/platform/journal/digest.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { cataloguePermissions } from '../access.js';
import { blockKey, blocksOf, changedBlocks, withBlock } from '../course/content-change.js';
import {
  type Course,
  isRepeat,
  type LastStep,
  next,
  refuseOldRevision,
  withEditor,
} from '../course/course.js';
import { CourseRepository } from '../course/course.repository.js';
import { lessonCorrected } from '../events.js';
import { corrected } from './correction.js';

export interface CorrectLessonInput {
  readonly courseCode: string;
  readonly activityId: string;
  readonly blockId: string;
  /** CommonMark, at most 20,000 characters. */
  readonly markdown: string;
  readonly language: Language;
  /** The revision of the draft that the author had before them. */
  readonly revision: number;
}

/** Corrects the text of one block, in the draft only. A draft in review or approved goes back to being a draft. */
@Injectable()
export class CorrectLesson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CourseRepository,
  ) {}

  async execute(ctx: RequestContext, input: CorrectLessonInput): Promise<Course> {
    const key = blockKey(input.activityId, input.blockId);
    return this.work.run(ctx, async (announce) => {
      const course = await this.courses.load(input.courseCode);
      const lastStep = stepOf(ctx, input);
      if (isRepeat(course, lastStep)) return course;
      refuseOldRevision(course.draft, input.revision);

      const block = found(blocksOf(course.draft.content).get(key));
      const checksWelsh = may(ctx, cataloguePermissions.checkWelsh);
      const content = withBlock(course.draft.content, key, corrected(block, { ...input, checksWelsh }));
      const draft = {
        content,
        state: next(course.draft, 'correct'),
        revision: input.revision + 1,
        changedBlocks: changedBlocks(await this.courses.published(course), content),
        editors: withEditor(course.draft, actingPerson(ctx) ?? null),
        approvedBy: null,
      };
      const saved = { ...course, draft, lastStep };
      await this.courses.saveDraft(saved, input.revision);

      const { id: courseId, code } = course;
      announce(
        lessonCorrected({ courseId, code, block: key, language: input.language, revision: draft.revision }),
      );
      return saved;
    });
  }
}

function stepOf(ctx: RequestContext, input: CorrectLessonInput): LastStep {
  const by = actingPerson(ctx) ?? null;
  return { verb: 'correct', revision: input.revision, by, digest: saltedDigest('', input) };
}
