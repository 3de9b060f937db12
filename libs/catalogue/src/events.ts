import { defineEvent } from '@app/platform/journal/event.js';

/** A course has a new published version. `cutOff` (YYYY-MM-DD, included) belongs to major changes. */
export const coursePublished = defineEvent<{
  courseId: string;
  code: string;
  versionId: string;
  previousVersionId: string | null;
  number: number;
  change: 'first' | 'minor' | 'major' | 'legal';
  cutOff: string | null;
}>('catalogue.course.published.v1');

/** A lesson's draft was corrected. `block` is `activity/block`. */
export const lessonCorrected = defineEvent<{
  courseId: string;
  code: string;
  block: string;
  language: 'en' | 'cy';
  revision: number;
}>('catalogue.lesson.corrected.v1');

/** What a course's assessment consists of was said anew, in its draft. */
export const componentsSet = defineEvent<{ courseId: string; code: string; revision: number }>(
  'catalogue.components.set.v1',
);

/** A draft waits for its reviewer. */
export const draftSent = defineEvent<{ courseId: string; code: string; revision: number }>(
  'catalogue.draft.sent.v1',
);

/** A reviewer approved a draft. */
export const draftApproved = defineEvent<{ courseId: string; code: string; revision: number }>(
  'catalogue.draft.approved.v1',
);

/** A legal change withdrew Welsh that had been checked: these blocks wait for a translator since that day. */
export const translationOwed = defineEvent<{
  courseId: string;
  code: string;
  versionId: string;
  blocks: string[];
  since: string;
}>('catalogue.translation.owed.v1');
