import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import {
  blockDigests,
  blocksOf,
  componentsDigest,
  contentDigest,
  mapBlocks,
} from '../course/content-change.js';
import type { Course, CourseId, VersionId } from '../course/course.js';
import type { CourseContent } from '../course/course-content.js';
import type { Change, PublishedVersion } from '../course/published-version.js';

/** A course as it is after publishing, with the version that it now points at. */
export interface Publication {
  readonly course: Course;
  readonly version: PublishedVersion;
  readonly previousVersionId: VersionId | null;
  /** Who published; null for the content pack. */
  readonly by: PersonId | null;
}

/** What a publisher says of a publication. */
export interface PublicationTerms {
  readonly change: Change;
  readonly note: string;
  readonly cutOff: CalendarDate | null;
  readonly by: PersonId | null;
  readonly at: Date;
}

/** CAT-02. A new version of the course, with this content; the draft begins again from it. */
export function publication(course: Course, content: CourseContent, terms: PublicationTerms): Publication {
  const version = versionFrom(course, content, terms);
  const draft = {
    content,
    state: 'draft',
    revision: course.draft.revision + 1,
    changedBlocks: [],
    editors: [],
    approvedBy: null,
  } as const;
  const next = { ...course, publishedVersionId: version.id, publishedNumber: version.number, draft };
  const previousVersionId = course.publishedNumber === 0 ? null : course.publishedVersionId;
  return { course: next, version, previousVersionId, by: terms.by };
}

function versionFrom(course: Course, content: CourseContent, terms: PublicationTerms): PublishedVersion {
  const { change, note, cutOff, at } = terms;
  return {
    ...content,
    id: newId<VersionId>(),
    courseId: course.id,
    code: course.code,
    number: course.publishedNumber + 1,
    publishedAt: at,
    ...{ change, note, cutOff },
    digest: contentDigest(content),
  };
}

/** A course that has never been published: number 0, pointing at nothing. */
export function newCourse(code: string, content: CourseContent): Course {
  return {
    id: newId<CourseId>(),
    code,
    publishedVersionId: newId<VersionId>(),
    publishedNumber: 0,
    ...importedAs(content),
    draft: { content, state: 'draft', revision: 0, changedBlocks: [], editors: [], approvedBy: null },
    lastStep: null,
  };
}

/** What is remembered of a pack's content. */
export function importedAs(content: CourseContent): Pick<Course, 'importedDigest' | 'importedBlocks'> {
  const importedBlocks = { ...blockDigests(content), [COMPONENTS]: componentsDigest(content) };
  return { importedDigest: contentDigest(content), importedBlocks };
}

/** The address of the components among the blocks that an import remembers. No block has it: theirs have an activity before the slash. */
const COMPONENTS = '/components';

/** CAT-14. The pack's content, except that blocks and components which the pack did not touch stay as they were published here. */
export function mergedImport(course: Course, pack: CourseContent, published: CourseContent): CourseContent {
  const packDigests = blockDigests(pack);
  const here = blocksOf(published);
  const merged = mapBlocks(pack, (block, key) => {
    const isUntouched = packDigests[key] === course.importedBlocks[key];
    return isUntouched ? (here.get(key) ?? block) : block;
  });
  const keepsComponents = componentsDigest(pack) === course.importedBlocks[COMPONENTS];
  return keepsComponents ? { ...merged, components: published.components } : merged;
}
