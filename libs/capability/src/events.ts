import { defineEvent } from '@app/platform/journal/event.js';

/** A unit's minimum of people in a role, in date in a skill at a level, was set. `before` is null the first time. */
export const minimumCoverSet = defineEvent<{
  unitId: string;
  roleId: string;
  skillId: string;
  level: number;
  minimum: number;
  before: number | null;
}>('capability.minimum-cover.set.v1');
