import { defineEvent } from '@app/platform/journal/event.js';

/** A new version of skills, roles, ranks and profiles is in use. */
export const frameworkLoaded = defineEvent<{ versionId: string; number: number }>(
  'framework.version.loaded.v1',
);

/** An entry of the law register came, or changed. `number` is 1 for a new entry. */
export const lawChanged = defineEvent<{ lawId: string; number: number; confidence: string }>(
  'framework.law.changed.v1',
);

/** A force asks more of a role than the nation does. */
export const profileRaised = defineEvent<{
  raiseId: string;
  roleId: string;
  skillId: string;
  level: number;
  essential: boolean;
  from: string;
  to: string | null;
}>('framework.profile.raised.v1');

/** A force’s raise has a last day. */
export const profileRaiseEnded = defineEvent<{ raiseId: string; to: string }>(
  'framework.profile-raise.ended.v1',
);

/** A next version of the framework is being written. */
export const draftCreated = defineEvent<{ draftId: string; basedOn: number }>('framework.draft.created.v1');

/** A draft was changed: in what. */
export const draftChanged = defineEvent<{ draftId: string; revision: number; what: string }>(
  'framework.draft.changed.v1',
);

/** A draft was given up. */
export const draftDiscarded = defineEvent<{ draftId: string; basedOn: number }>(
  'framework.draft.discarded.v1',
);

/** The College published a version of the framework, in force from a day. */
export const frameworkPublished = defineEvent<{
  versionId: string;
  number: number;
  effectiveFrom: string;
  basedOn: number;
  note: string;
}>('framework.version.published.v1');
