import type { CourseId, VersionId } from '@app/catalogue';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { Id } from '@app/platform/ids/ids.js';

export type EnrolmentId = Id<'Enrolment'>;

/** Who wanted it: the person, a training lead, or a rule. */
export type EnrolmentOrigin = 'self' | 'lead' | 'rule';
export type EnrolmentState = 'not_started' | 'in_progress' | 'completed';

/** What a person did with one activity. */
export interface ActivityProgress {
  readonly id: string;
  readonly openedAt: Date;
  readonly completedAt: Date | null;
}

/** A person's latest answer to one quick check. */
export interface CheckProgress {
  readonly activityId: string;
  readonly blockId: string;
  readonly choices: readonly string[];
  readonly correct: boolean;
  /** How often it was answered, 1 and up. */
  readonly tries: number;
  readonly at: Date;
}

/** Progress that a change of version took back: kept, so that nothing is lost, and counted no more. */
export interface TakenBack {
  readonly versionId: VersionId;
  readonly activityId: string;
  /** Null: the activity as a whole. */
  readonly blockId: string | null;
  readonly at: Date;
}

/**
 * One person on one version of one course, in one cycle. It holds all of the person's progress there, so that a course
 * page is one indexed read. Each renewal is a new enrolment with the next cycle number; the old one stays as it was.
 * It belongs for ever to the force under which it began. Marks and papers are not here: they belong to assessment.
 */
export interface Enrolment {
  readonly id: EnrolmentId;
  readonly forceId: ForceId;
  readonly personId: PersonId;
  readonly courseId: CourseId;
  readonly courseCode: string;
  /** As it stood when this version was pinned. */
  readonly courseTitle: Words;
  readonly versionId: VersionId;
  readonly versionNumber: number;
  readonly origin: EnrolmentOrigin;
  /** 1, 2, 3… */
  readonly cycle: number;
  /** The last day in time, included; null when there is none. */
  readonly dueOn: CalendarDate | null;
  readonly state: EnrolmentState;
  /** 0–100; 100 only when complete. */
  readonly percent: number;
  /** The activity to go on with; null before the first. */
  readonly resumeAt: string | null;
  /** When the person was enrolled. */
  readonly startedAt: Date;
  readonly completedAt: Date | null;
  /** The last day on which this version may be finished, after a major change; null otherwise. */
  readonly finishBy: CalendarDate | null;
  readonly activities: readonly ActivityProgress[];
  readonly checks: readonly CheckProgress[];
  readonly takenBack: readonly TakenBack[];
  /** Grows by one with each change. */
  readonly revision: number;
}
