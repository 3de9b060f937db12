import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { idOf } from '@app/platform/ids/ids.js';
import type { Course, CourseDraft } from './course.js';
import type { StoredCourse, StoredDraft } from './course.schema.js';
import type { StoredVersion } from './course-version.schema.js';
import type { PublishedVersion } from './published-version.js';

/** A stored course and its draft as the code holds them. */
export function courseOf(stored: StoredCourse, draft: StoredDraft): Course {
  return {
    id: idOf(stored._id),
    code: stored.code,
    publishedVersionId: idOf(stored.publishedVersionId),
    publishedNumber: stored.publishedNumber,
    importedDigest: stored.importedDigest,
    importedBlocks: Object.fromEntries(stored.importedBlocks),
    draft: draftOf(draft),
    lastStep: draft.lastStep,
  };
}

/** A stored draft as the code holds it. */
export function draftOf(stored: StoredDraft): CourseDraft {
  return {
    content: stored.content,
    state: stored.state,
    revision: stored.revision,
    changedBlocks: stored.changedBlocks,
    editors: stored.editors as PersonId[],
    approvedBy: stored.approvedBy as PersonId | null,
  };
}

/** A stored version as the code holds it. */
export function versionOf(stored: StoredVersion): PublishedVersion {
  return {
    ...stored.content,
    id: idOf(stored._id),
    courseId: idOf(stored.courseId),
    code: stored.code,
    number: stored.number,
    publishedAt: stored.publishedAt,
    change: stored.change,
    note: stored.note,
    cutOff: stored.cutOff === null ? null : calendarDateOf(stored.cutOff),
    digest: stored.digest,
  };
}
