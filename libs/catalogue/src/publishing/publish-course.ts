import { LawReader } from '@app/framework';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { saltedDigest } from '@app/platform/journal/digest.js';
import { type Announce, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import {
  type Course,
  isRepeat,
  type LastStep,
  next,
  refuseOldRevision,
  refuseUnchanged,
} from '../course/course.js';
import { CourseRepository } from '../course/course.repository.js';
import { lawCited } from '../course/course-content.js';
import type { PublishedVersion } from '../course/published-version.js';
import { coursePublished, translationOwed } from '../events.js';
import { publishedFacts } from './import-course.js';
import { type Publication, publication } from './publication.js';
import { PublicationGate } from './publication-gate.js';
import {
  noteOf,
  refuseEmptyLesson,
  refuseUnsoundLaw,
  refuseWelshOutOfStep,
  refuseWrongCutOff,
  welshOutOfStep,
} from './publication-rules.js';

export interface PublishCourseInput {
  readonly courseCode: string;
  /** What it does to those who are learning: move with progress, finish first, or move now and redo what changed. */
  readonly change: 'minor' | 'major' | 'legal';
  /** What changed, for learners and forces. */
  readonly note: string;
  /** Of a major change: the last day on which the version before may be finished, included. */
  readonly cutOff: CalendarDate | null;
  /** The revision of the approved draft. */
  readonly revision: number;
}

/** Publishes an approved draft as the next immutable version, and says what that means for those who are learning. */
@Injectable()
export class PublishCourse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CourseRepository,
    private readonly law: LawReader,
    private readonly gate: PublicationGate,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: PublishCourseInput): Promise<PublishedVersion> {
    return this.work.run(ctx, async (announce) => {
      const course = await this.courses.load(input.courseCode);
      const published = await this.courses.published(course);
      const lastStep = stepOf(ctx, input);
      if (isRepeat(course, lastStep)) return published;
      refuseOldRevision(course.draft, input.revision);

      const made = await this.decide({ ...course, lastStep }, published, input);
      await this.gate.pass(ctx, { code: course.code, content: made.version });
      await this.courses.publish(made, input.revision);

      this.tell(made, published, announce);
      return made.version;
    });
  }

  private async decide(course: Course, published: PublishedVersion, input: PublishCourseInput) {
    const { content } = course.draft;
    const at = this.clock.now();
    refuseUnchanged(course.draft, published);
    next(course.draft, 'publish');
    const note = noteOf(input.note);
    refuseWrongCutOff(input.change, input.cutOff, londonDate(at));
    refuseUnsoundLaw(content, await this.law.byIds(lawCited(content)));
    refuseEmptyLesson(content);
    refuseWelshOutOfStep(published, content, input.change);
    const by = course.lastStep?.by ?? null;
    return publication(course, content, { change: input.change, note, cutOff: input.cutOff, by, at });
  }

  private tell(made: Publication, published: PublishedVersion, announce: Announce): void {
    announce(coursePublished(publishedFacts(made)));
    const blocks = welshOutOfStep(published, made.version);
    if (blocks.length === 0) return;
    const { courseId, code, id, publishedAt } = made.version;
    announce(translationOwed({ courseId, code, versionId: id, blocks, since: londonDate(publishedAt) }));
  }
}

function stepOf(ctx: RequestContext, input: PublishCourseInput): LastStep {
  const by = actingPerson(ctx) ?? null;
  return { verb: 'publish', revision: input.revision, by, digest: saltedDigest('', input) };
}
