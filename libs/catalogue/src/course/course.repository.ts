import { objectId } from '@app/platform/ids/ids.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import type { Publication } from '../publishing/publication.js';
import { PUBLISH_LOG, type PublishLogRow } from '../publishing/publish-log.schema.js';
import type { Course } from './course.js';
import { courseOf, versionOf } from './course.mapping.js';
import { COURSE, COURSE_DRAFT, type StoredCourse, type StoredDraft } from './course.schema.js';
import { COURSE_VERSION, type StoredVersion } from './course-version.schema.js';
import type { PublishedVersion } from './published-version.js';

/** Loads courses for writing, and saves them. National: takes no force. */
@Injectable()
export class CourseRepository {
  constructor(
    @InjectModel(COURSE) private readonly courses: Model<StoredCourse>,
    @InjectModel(COURSE_DRAFT) private readonly drafts: Model<StoredDraft>,
    @InjectModel(COURSE_VERSION) private readonly versions: Model<StoredVersion>,
    @InjectModel(PUBLISH_LOG) private readonly log: Model<PublishLogRow>,
  ) {}

  /** The course of that code with its draft; null when there is none. */
  async find(code: string): Promise<Course | null> {
    const stored = await this.courses.findOne({ code }).lean<StoredCourse>();
    if (stored === null) return null;
    return courseOf(stored, found(await this.drafts.findOne({ _id: stored._id }).lean<StoredDraft>()));
  }

  /** As `find`, or NOT_FOUND. */
  async load(code: string): Promise<Course> {
    return found(await this.find(code));
  }

  /** The published version of a course. */
  async published(course: Course): Promise<PublishedVersion> {
    const stored = await this.versions
      .findOne({ _id: objectId(course.publishedVersionId) })
      .lean<StoredVersion>();
    return versionOf(found(stored));
  }

  /** Saves a changed draft, made upon that revision; CONFLICT when somebody else was quicker. */
  async saveDraft(course: Course, madeUpon: number): Promise<void> {
    const saved = await this.drafts.updateOne(
      { _id: objectId(course.id), revision: madeUpon },
      { $set: { ...draftFields(course) } },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT', undefined, 'revision');
  }

  /** Remembers what the content pack said last. */
  async saveImport(course: Course): Promise<void> {
    await this.courses.updateOne({ _id: objectId(course.id) }, { $set: importFields(course) });
  }

  /** Adds a course with its first version. A code that is taken fails as a duplicate key. */
  async create(publication: Publication): Promise<void> {
    const { course } = publication;
    await this.courses.create([{ _id: objectId(course.id), code: course.code, ...courseFields(course) }]);
    await this.drafts.create([{ _id: objectId(course.id), ...draftFields(course) }]);
    await this.append(publication);
  }

  /** Saves a publication made upon that revision of the draft. */
  async publish(publication: Publication, madeUpon: number): Promise<void> {
    const { course } = publication;
    await this.saveDraft(course, madeUpon);
    await this.courses.updateOne({ _id: objectId(course.id) }, { $set: courseFields(course) });
    await this.append(publication);
  }

  private async append({ course, version, previousVersionId, by }: Publication): Promise<void> {
    const { id, courseId, code, number, publishedAt, change, note, cutOff, digest, ...content } = version;
    await this.versions.create([
      {
        ...{ code, number, publishedAt, change, note, cutOff, digest, content },
        _id: objectId(id),
        courseId: objectId(courseId),
      },
    ]);
    await this.log.create([
      {
        _id: new Types.ObjectId(),
        courseId: objectId(course.id),
        fromVersionId: previousVersionId === null ? null : objectId(previousVersionId),
        toVersionId: objectId(id),
        ...{ change, note, cutOff },
        publishedBy: by === null ? null : objectId(by),
        at: publishedAt,
      },
    ]);
  }
}

function importFields(course: Course) {
  return { importedDigest: course.importedDigest, importedBlocks: Object.entries(course.importedBlocks) };
}

function courseFields(course: Course) {
  return {
    titleEn: course.draft.content.title.en,
    publishedVersionId: objectId(course.publishedVersionId),
    publishedNumber: course.publishedNumber,
    ...importFields(course),
  };
}

function draftFields({ draft, lastStep }: Course) {
  return {
    ...draft,
    changedBlocks: [...draft.changedBlocks],
    editors: [...draft.editors],
    lastStep,
  };
}
