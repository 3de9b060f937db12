import { defineEvent } from '@app/platform/journal/event.js';

/** A new version of skills, roles, ranks and profiles is in use. */
export const frameworkLoaded = defineEvent<{ versionId: string; number: number }>(
  'framework.version.loaded.v1',
);

/** An entry of the law register came, or changed. `number` is 1 for a new entry. */
export const lawChanged = defineEvent<{ lawId: string; number: number; confidence: string }>(
  'framework.law.changed.v1',
);
