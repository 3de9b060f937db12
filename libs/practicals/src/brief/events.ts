import { defineEvent } from '@app/platform/journal/event.js';

/** A brief was published, or a new version of it. What began on an earlier version ends on it. */
export const briefPublished = defineEvent<{
  briefId: string;
  courseCode: string;
  componentKey: string;
  number: number;
}>('practicals.brief.published.v1');
