import { defineEvent } from '@app/platform/journal/event.js';

interface OfWork {
  workId: string;
  personId: string;
  courseCode: string;
  versionId: string;
  componentKey: string;
}

/** A work was handed in. `late`: after its closing date, with the person's adjustments. */
export const workSubmitted = defineEvent<OfWork & { late: boolean }>('practicals.work.submitted.v1');
/** Its author took a work back before it had a mark. */
export const workWithdrawn = defineEvent<OfWork>('practicals.work.withdrawn.v1');
/** A work counts no more. `wasPassed`: its author knew it as passed. The reason is in the erasable payload. */
export const workVoided = defineEvent<OfWork & { wasPassed: boolean }>('practicals.work.voided.v1');
