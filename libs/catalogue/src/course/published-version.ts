import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { CourseId, VersionId } from './course.js';
import type { CourseContent } from './course-content.js';

/** What a publication does to those who are learning (DESIGN 4.1). `first`: there was nothing before. */
export type Change = 'first' | 'minor' | 'major' | 'legal';

/**
 * One published version. Immutable: readers may keep it for as long as they like by its id. There is deliberately no
 * "current" mark on it: which version is published is the course's pointer.
 */
export interface PublishedVersion extends CourseContent {
  readonly id: VersionId;
  readonly courseId: CourseId;
  readonly code: string;
  /** 1, 2, 3… within its course. */
  readonly number: number;
  readonly publishedAt: Date;
  readonly change: Change;
  /** What the publisher said of the change. */
  readonly note: string;
  /** Of a major change: the last day on which learners may finish on the version before, included. */
  readonly cutOff: CalendarDate | null;
  readonly digest: string;
}
