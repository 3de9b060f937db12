import { defineEvent } from '@app/platform/journal/event.js';

/** A unit's minimum of people in a role, in date in a skill at a level, was set. `before` is null the first time. */
export const minimumCoverSet = defineEvent<{
  unitId: string;
  roleId: string;
  skillId: string;
  level: number;
  /** Null: whatever their shift. */
  shift: string | null;
  minimum: number;
  before: number | null;
}>('capability.minimum-cover.set.v1');

/** A pattern of shifts was saved, or its hours. */
export const shiftPatternSaved = defineEvent<{ name: string; startsAt: string; endsAt: string }>(
  'capability.shift-pattern.saved.v1',
);
