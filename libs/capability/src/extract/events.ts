import { defineEvent } from '@app/platform/journal/event.js';

/** An extract was made: a sensitive read of a person's record. What it is for travels in the erasable payload. */
export const extractMade = defineEvent<{
  extractId: string;
  personId: string;
  skillId: string;
  asAt: string;
}>('capability.extract.made.v1');
