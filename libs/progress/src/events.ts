import { defineEvent } from '@app/platform/journal/event.js';

/** A person was put on a version of a course. `dueOn` is `YYYY-MM-DD`, included. */
export const enrolmentStarted = defineEvent<{
  enrolmentId: string;
  personId: string;
  courseCode: string;
  versionId: string;
  cycle: number;
  origin: 'self' | 'lead' | 'rule';
  dueOn: string | null;
}>('progress.enrolment.started.v1');

/** An enrolment was pinned to another version because the course was published anew. */
export const enrolmentMoved = defineEvent<{
  enrolmentId: string;
  personId: string;
  courseCode: string;
  fromVersionId: string;
  versionId: string;
  change: 'minor' | 'major' | 'legal';
}>('progress.enrolment.moved.v1');

/** An enrolment's due date was set or changed. */
export const dueDateSet = defineEvent<{
  enrolmentId: string;
  personId: string;
  courseCode: string;
  dueOn: string;
}>('progress.enrolment.due-date-set.v1');

/** An activity was completed by its rule. */
export const activityCompleted = defineEvent<{
  enrolmentId: string;
  personId: string;
  courseCode: string;
  versionId: string;
  activityId: string;
}>('progress.activity.completed.v1');

/** All activities of the course are complete. `on` is the London date, `YYYY-MM-DD`. */
export const courseCompleted = defineEvent<{
  enrolmentId: string;
  personId: string;
  courseCode: string;
  versionId: string;
  cycle: number;
  on: string;
}>('progress.course.completed.v1');

/** The cut-off of a major change has passed: whoever has not finished the old version moves now. */
export const cutOffReached = defineEvent<{ courseCode: string; versionId: string }>(
  'progress.cut-off.reached.v1',
);
