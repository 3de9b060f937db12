import { defineEvent } from '@app/platform/journal/event.js';

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
