import { defineEvent } from '@app/platform/journal/event.js';

interface OfRegrade {
  regradeId: string;
  itemKey: string;
  courseCode: string;
}

/** Somebody says that an item version is faulty and what to do about it. The reason is in the erasable payload. */
export const regradeProposed = defineEvent<OfRegrade & { version: number; remedy: string }>(
  'assessment.regrade.proposed.v1',
);
/** The dry run is whole. Counts only: whose marks are meant is in its lines. */
export const regradeShown = defineEvent<
  OfRegrade & { run: number; changed: number; rises: number; falls: number; awards: number }
>('assessment.regrade.shown.v1');
/** A named person has approved the falls of one list. */
export const regradeApproved = defineEvent<OfRegrade & { run: number; falls: number }>(
  'assessment.regrade.approved.v1',
);
/** The list is to be applied, if it is still true. */
export const regradeApplying = defineEvent<OfRegrade & { run: number; falls: 'APPLY' | 'KEEP_OUT' }>(
  'assessment.regrade.applying.v1',
);
/** The list was not true any more; nothing was changed. */
export const regradeWentStale = defineEvent<OfRegrade & { run: number }>('assessment.regrade.went-stale.v1');
/** Every line was dealt with. */
export const regradeApplied = defineEvent<OfRegrade & { run: number; leftOut: number }>(
  'assessment.regrade.applied.v1',
);
/** It was given up before anything was changed. */
export const regradeCancelled = defineEvent<OfRegrade>('assessment.regrade.cancelled.v1');
/** The marks of an attempt were changed after they were complete. Before and after are kept with the attempt, and in the payload. */
export const attemptRevised = defineEvent<{
  attemptId: string;
  personId: string;
  ground: 'regrade' | 'appeal';
  groundId: string;
  percent: number;
  passed: boolean;
  wasPassed: boolean;
}>('assessment.attempt.revised.v1');
/**
 * What a candidate got in one component of a course is another than they were told. `on` is the London date on which the attempt
 * finished (`YYYY-MM-DD`): the day of the work, whenever the mark changed.
 */
export const componentRevised = defineEvent<{
  personId: string;
  courseCode: string;
  versionId: string;
  componentKey: string;
  sourceId: string;
  on: string;
  percent: number;
  passed: boolean;
  wasPassed: boolean;
}>('assessment.component.revised.v1');
