import { LawReader, SkillReader } from '@app/framework';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { refuseUnsoundComponents } from '../assessment/check-components.js';
import { contentDigest } from '../course/content-change.js';
import { type Course, isChanged } from '../course/course.js';
import { CourseRepository } from '../course/course.repository.js';
import { type CourseContent, lawCited } from '../course/course-content.js';
import type { PublishedVersion } from '../course/published-version.js';
import { coursePublished } from '../events.js';
import { refusal } from '../refusals.js';
import { importedAs, mergedImport, newCourse, type Publication, publication } from './publication.js';
import { refuseEmptyLesson, refuseUnsoundLaw } from './publication-rules.js';

export interface ImportCourseInput {
  readonly code: string;
  readonly content: CourseContent;
  /** What a change of the pack does to learners: `minor` unless the pack says otherwise. */
  readonly change?: 'minor' | 'legal';
  /** What the pack is and its version: the note of a version that it makes. */
  readonly note: string;
}

/** What an import did. `version` is the one now published. */
export interface CourseImported {
  readonly version: PublishedVersion;
  readonly isNewVersion: boolean;
}

/** Brings a course of the content pack in: the same content again is nothing new, other content a new version (CAT-14). */
@Injectable()
export class ImportCourse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CourseRepository,
    private readonly law: LawReader,
    private readonly skills: SkillReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ImportCourseInput): Promise<CourseImported> {
    await this.refuseUnsound(input.content);
    return this.work.run(ctx, async (announce) => {
      const course = await this.courses.find(input.code);
      if (course?.importedDigest === contentDigest(input.content)) return this.asItIs(course);
      const published = course === null ? null : await this.courses.published(course);
      const made = this.decide(course, published, input);
      if (made === null) return this.remember(course, input.content);
      if (course === null) await this.courses.create(made);
      else await this.courses.publish(made, course.draft.revision);
      announce(coursePublished(publishedFacts(made)));
      return { version: made.version, isNewVersion: true };
    });
  }

  private decide(
    course: Course | null,
    published: PublishedVersion | null,
    input: ImportCourseInput,
  ): Publication | null {
    const { code, content, note } = input;
    const terms = { note, cutOff: null, by: null, at: this.clock.now() };
    if (course === null || published === null) {
      return publication(newCourse(code, content), content, { ...terms, change: 'first' });
    }
    if (isChanged(course.draft, published)) throw refusal('DRAFT_IN_HAND', { facts: { code } });
    const merged = mergedImport(course, content, published);
    if (contentDigest(merged) === published.digest) return null;
    const imported = { ...course, ...importedAs(content) };
    return publication(imported, merged, { ...terms, change: input.change ?? 'minor' });
  }

  private async asItIs(course: Course): Promise<CourseImported> {
    return { version: await this.courses.published(course), isNewVersion: false };
  }

  /** The pack changed, but only to what is published here already. */
  private async remember(course: Course | null, content: CourseContent): Promise<CourseImported> {
    if (course === null) throw new Error('An import without a course always makes a version');
    await this.courses.saveImport({ ...course, ...importedAs(content) });
    return this.asItIs(course);
  }

  private async refuseUnsound(content: CourseContent): Promise<void> {
    refuseUnsoundLaw(content, await this.law.byIds(lawCited(content)));
    refuseEmptyLesson(content);
    refuseUnsoundComponents(content.components);
    const known = new Set((await this.skills.all()).map(({ id }) => id));
    const unknown = content.skillsTaught.find(({ skillId }) => !known.has(skillId));
    if (unknown !== undefined) throw refusal('SKILL_TAUGHT_UNKNOWN', { facts: { skill: unknown.skillId } });
  }
}

/** What the event of a publication tells. */
export function publishedFacts({ version, previousVersionId }: Publication) {
  const { courseId, code, id, number, change, cutOff } = version;
  return { courseId, code, versionId: id, previousVersionId, number, change, cutOff };
}
