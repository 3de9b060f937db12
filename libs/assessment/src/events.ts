import { defineEvent } from '@app/platform/journal/event.js';

/** A sitting is on the timetable. */
export const sittingCreated = defineEvent<{ sittingId: string; courseCode: string }>(
  'assessment.sitting.created.v1',
);
/** Its window has begun; recorded as of `at`, the opening time. */
export const sittingOpened = defineEvent<{ sittingId: string; courseCode: string; at: string }>(
  'assessment.sitting.opened.v1',
);
/** Its window has ended; recorded as of `at`, the closing time. */
export const sittingClosed = defineEvent<{ sittingId: string; courseCode: string; at: string }>(
  'assessment.sitting.closed.v1',
);
/** It will not happen. The reason is in the erasable payload. */
export const sittingCancelled = defineEvent<{ sittingId: string; courseCode: string }>(
  'assessment.sitting.cancelled.v1',
);
/** The reminder of everybody who holds a place fell due at `at`. */
export const sittingReminded = defineEvent<{ sittingId: string; courseCode: string; at: string }>(
  'assessment.sitting.reminded.v1',
);
/** A person holds a place. */
export const placeBooked = defineEvent<{ sittingId: string; personId: string }>('assessment.place.booked.v1');
/** A person gave their place up. */
export const placeGivenUp = defineEvent<{ sittingId: string; personId: string }>(
  'assessment.place.given-up.v1',
);
/** A person has a paper before them. */
export const attemptStarted = defineEvent<{ attemptId: string; personId: string }>(
  'assessment.attempt.started.v1',
);
/** The attempt is over: handed in by the person, or by time. `finishedAt` is an ISO instant. */
export const attemptSubmitted = defineEvent<{
  attemptId: string;
  personId: string;
  by: 'person' | 'time';
  finishedAt: string;
}>('assessment.attempt.submitted.v1');
/** The attempt was not handed in within its time, and its assessment counts no such attempt. */
export const attemptAbandoned = defineEvent<{ attemptId: string; personId: string; finishedAt: string }>(
  'assessment.attempt.abandoned.v1',
);
/** Every item of the attempt has its mark. Not yet the candidate's to know: that is `component.passed`. */
export const attemptMarked = defineEvent<{
  attemptId: string;
  personId: string;
  courseCode: string;
  versionId: string;
  componentKey: string;
  passed: boolean;
  percent: number;
  finishedAt: string;
}>('assessment.attempt.marked.v1');
/** The results of a sitting may be seen by those who sat it. */
export const resultsReleased = defineEvent<{ sittingId: string }>('assessment.results.released.v1');
/**
 * A person has passed one component of a course's assessment, and may know it. `on` is the London date on which the
 * attempt finished (`YYYY-MM-DD`), never the date of marking or release.
 */
export const componentPassed = defineEvent<{
  personId: string;
  courseCode: string;
  versionId: string;
  componentKey: string;
  attemptId: string;
  on: string;
}>('assessment.component.passed.v1');
