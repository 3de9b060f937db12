import { defineEvent } from '@app/platform/journal/event.js';

/** A version of a certification's rule was published, for completions from `appliesFrom` (YYYY-MM-DD) on. */
export const rulePublished = defineEvent<{ code: string; number: number; appliesFrom: string }>(
  'certification.rule.published.v1',
);

/** Somebody is asked to hold a certification, by `dueOn` when a date was set. */
export const certificationAssigned = defineEvent<{ personId: string; code: string; dueOn: string | null }>(
  'certification.holding.assigned.v1',
);

/** Nobody asks any longer that they hold it. What they achieved stays. */
export const certificationUnassigned = defineEvent<{ personId: string; code: string }>(
  'certification.holding.unassigned.v1',
);

/** For these days (included; `to` null without end) nobody asks for it. The reason travels in the erasable payload. */
export const certificationExempted = defineEvent<{
  personId: string;
  code: string;
  from: string;
  to: string | null;
}>('certification.holding.exempted.v1');

/** What a turn of a cycle tells: the day it fell on, and the last valid day. */
interface Turn {
  readonly personId: string;
  readonly code: string;
  readonly awardId: string;
  readonly cycle: number;
  readonly on: string;
  readonly expires: string;
}

/** The window for renewal is open from the day `on`. */
export const windowOpened = defineEvent<Turn>('certification.window.opened.v1');

/** The last valid day is past: expired from the day `on`. */
export const awardExpired = defineEvent<Turn>('certification.award.expired.v1');

/** An award was extended. The reason travels in the erasable payload. */
export const awardExtended = defineEvent<{ awardId: string; personId: string; code: string; until: string }>(
  'certification.award.extended.v1',
);

/** The last valid day of an award moved, by leave that stops the clock or by an extension. */
export const awardMoved = defineEvent<{
  awardId: string;
  personId: string;
  courseCode: string;
  before: string;
  lastValidDay: string;
}>('certification.award.moved.v1');

/** An award was withdrawn and counts for nothing from the day `on`. The reason travels in the erasable payload. */
export const awardWithdrawn = defineEvent<{
  awardId: string;
  personId: string;
  courseCode: string;
  cycle: number;
  on: string;
}>('certification.award.withdrawn.v1');

/**
 * A person was given an award. Both days are dates in Europe/London, `YYYY-MM-DD`; `lastValidDay` is included. The
 * serial is what a certificate shows.
 */
export const awardGranted = defineEvent<{
  awardId: string;
  personId: string;
  courseCode: string;
  cycle: number;
  awardedOn: string;
  lastValidDay: string;
  serial: string;
}>('certification.award.granted.v1');
