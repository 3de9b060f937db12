import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { CourseDraft, CourseId, VersionId } from './course.js';
import { draftOf, versionOf } from './course.mapping.js';
import { COURSE, COURSE_DRAFT, type StoredCourse, type StoredDraft } from './course.schema.js';
import { COURSE_VERSION, type StoredVersion } from './course-version.schema.js';
import type { PublishedVersion } from './published-version.js';

/** A course without its content: where its pointer stands. */
export interface CourseHead {
  readonly id: CourseId;
  readonly code: string;
  readonly publishedVersionId: VersionId;
}

const HEAD = { code: 1, publishedVersionId: 1 } as const;
const MOST_KEPT = 200;

/** Courses for screens and for the domains above. National. */
@Injectable()
export class CourseReader {
  /** Versions never change, so what was read once is kept; bounded, oldest out first. */
  private readonly kept = new Map<VersionId, PublishedVersion>();

  constructor(
    @InjectModel(COURSE) private readonly courses: Model<StoredCourse>,
    @InjectModel(COURSE_DRAFT) private readonly drafts: Model<StoredDraft>,
    @InjectModel(COURSE_VERSION) private readonly versions: Model<StoredVersion>,
  ) {}

  /** The course of that code; null when there is none. One indexed read. */
  async byCode(code: string): Promise<CourseHead | null> {
    const stored = await this.courses.findOne({ code }, HEAD).lean();
    return stored === null ? null : headOf(stored);
  }

  /** The published version of a course; null when there is no such course. One indexed read once the version is kept. */
  async published(code: string): Promise<PublishedVersion | null> {
    const head = await this.byCode(code);
    return head === null ? null : this.version(head.publishedVersionId);
  }

  /** A version by its id; null when there is none. No read at all once it is kept. */
  async version(id: VersionId): Promise<PublishedVersion | null> {
    const known = this.kept.get(id);
    if (known !== undefined) return known;
    const stored = await this.versions.findOne({ _id: objectId(id) }).lean<StoredVersion>();
    if (stored === null) return null;
    const version = versionOf(stored);
    this.keep(version);
    return version;
  }

  /** The draft of a course; null when there is no such course. */
  async draft(code: string): Promise<CourseDraft | null> {
    const head = await this.byCode(code);
    if (head === null) return null;
    const stored = await this.drafts.findOne({ _id: objectId(head.id) }).lean<StoredDraft>();
    return stored === null ? null : draftOf(stored);
  }

  /** A page of published versions in the order of their codes. `search` finds in code and English title. */
  async page(request: { limit: number; after: string | null; search?: string | null }) {
    const search = matching(request.search ?? '');
    const after = request.after === null ? {} : { code: { $gt: request.after } };
    const stored = await this.courses
      .find({ $and: [search, after] }, HEAD)
      .sort({ code: 1 })
      .limit(request.limit)
      .lean();
    const totalCount = await this.courses.countDocuments(search);
    const versions = await Promise.all(stored.map((head) => this.version(headOf(head).publishedVersionId)));
    const rows = versions.filter((version) => version !== null);
    return { rows, totalCount, keyOf: (version: PublishedVersion) => version.code };
  }

  private keep(version: PublishedVersion): void {
    const oldest = this.kept.size >= MOST_KEPT ? this.kept.keys().next().value : undefined;
    if (oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(version.id, version);
  }
}

function headOf(stored: Pick<StoredCourse, '_id' | 'code' | 'publishedVersionId'>): CourseHead {
  return { id: idOf(stored._id), code: stored.code, publishedVersionId: idOf(stored.publishedVersionId) };
}

function matching(search: string): Record<string, unknown> {
  const text = search.trim().slice(0, 100);
  if (text === '') return {};
  const pattern = { $regex: text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), $options: 'i' };
  return { $or: [{ code: pattern }, { titleEn: pattern }] };
}
