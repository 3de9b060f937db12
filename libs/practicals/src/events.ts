import { defineEvent } from '@app/platform/journal/event.js';

/**
 * A component of a course's assessment that is no paper has its outcome, and the person may know it: passed or not. `on` is the
 * London date of the work itself (`YYYY-MM-DD`), never that of marking or release. `percent` has at most two decimals, and is null
 * where nothing is graded: done is then `passed`.
 */
export const componentAssessed = defineEvent<{
  personId: string;
  courseCode: string;
  versionId: string;
  componentKey: string;
  sourceId: string;
  on: string;
  percent: number | null;
  passed: boolean;
}>('practicals.component.assessed.v1');
