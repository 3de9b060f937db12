import { defineEvent } from '@app/platform/journal/event.js';

/** An operator paused what recurs. */
export const recurringPaused = defineEvent<{ job: string }>('scheduling.recurring.paused.v1');
/** An operator let it go on. */
export const recurringResumed = defineEvent<{ job: string }>('scheduling.recurring.resumed.v1');
/** An operator had it run out of turn. */
export const recurringRunAsked = defineEvent<{ job: string }>('scheduling.recurring.run-asked.v1');
/** An operator had failed work tried anew. */
export const workRedriven = defineEvent<{ workId: string }>('scheduling.work.redriven.v1');
/** An operator gave failed work up. The reason is in the erasable payload. */
export const workDiscarded = defineEvent<{ workId: string }>('scheduling.work.discarded.v1');
