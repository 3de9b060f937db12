import { defineEvent } from '@app/platform/journal/event.js';

/** A dated fact for (or, when `negative`, against) a skill was recorded. Both dates are included, `YYYY-MM-DD`. */
export const evidenceRecorded = defineEvent<{
  evidenceId: string;
  personId: string;
  skillId: string;
  level: number;
  from: string;
  lastValidDay: string;
  forceId: string;
  negative: boolean;
}>('standing.evidence.recorded.v1');

/** A piece of evidence no longer counts. The reason travels in the erasable payload. */
export const evidenceWithdrawn = defineEvent<{
  evidenceId: string;
  personId: string;
  skillId: string;
  level: number;
  forceId: string;
  negative: boolean;
  how: 'withdrawn' | 'superseded';
}>('standing.evidence.withdrawn.v1');
