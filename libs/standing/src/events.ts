import { defineEvent } from '@app/platform/journal/event.js';

/**
 * Authority to practise under a certification was given, changed or taken away, from a day, perhaps to one (included). `by`
 * is the named officer; null when Lantern acted under a rule. An officer's reason travels in the erasable payload.
 */
export const authorityRecorded = defineEvent<{
  recordId: string;
  personId: string;
  certificationCode: string;
  state: string;
  from: string;
  to: string | null;
  by: string | null;
  ground: string;
}>('standing.authority.recorded.v1');

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
