import { defineEvent } from '@app/platform/journal/event.js';
import type { Work } from './work.js';

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
/** It was proposed that a work shall not count. The reason is in the erasable payload. */
export const workVoidProposed = defineEvent<OfWork>('practicals.work.void-proposed.v1');
/** A second person let a work count as before. */
export const workVoidRefused = defineEvent<OfWork>('practicals.work.void-refused.v1');
/** A work counts no more, as two people say. `wasPassed`: its author knew it as passed. The reason is in the erasable payload. */
export const workVoided = defineEvent<OfWork & { wasPassed: boolean }>('practicals.work.voided.v1');

/** What every event says of its work. */
export function factsOf({ id: workId, personId, courseCode, versionId, componentKey }: Work): OfWork {
  return { workId, personId, courseCode, versionId, componentKey };
}
