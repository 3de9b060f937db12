import { defineEvent } from '@app/platform/journal/event.js';

interface OfObservation {
  observationId: string;
  personId: string;
  courseCode: string;
  versionId: string;
  componentKey: string;
}

/** An observation is planned, for an assessor and a time (ISO 8601). */
export const observationPlanned = defineEvent<OfObservation & { assessorId: string; startsAt: string }>(
  'practicals.observation.planned.v1',
);
/** A plan was called off. */
export const observationCancelled = defineEvent<OfObservation>('practicals.observation.cancelled.v1');
/** A sheet was received; it counts for nothing yet. */
export const observationRecorded = defineEvent<OfObservation & { digest: string }>(
  'practicals.observation.recorded.v1',
);
/** A sheet was corrected, and both signatures are gone. Why is in the erasable payload. */
export const observationCorrected = defineEvent<OfObservation & { digest: string; before: string }>(
  'practicals.observation.corrected.v1',
);
/** Its assessor signed a sheet, which waits for the candidate. */
export const observationSigned = defineEvent<OfObservation & { digest: string; assessorId: string }>(
  'practicals.observation.signed.v1',
);
/** The candidate has seen the sheet: what it came to is released. */
export const observationAcknowledged = defineEvent<OfObservation & { digest: string }>(
  'practicals.observation.acknowledged.v1',
);
/** The candidate disputes the sheet: nothing counts before a decision. Why is in the erasable payload. */
export const observationDisputed = defineEvent<OfObservation & { digest: string }>(
  'practicals.observation.disputed.v1',
);
/** Somebody uninvolved confirmed a disputed sheet, or wants a fresh observation. Why is in the erasable payload. */
export const disputeDecided = defineEvent<OfObservation & { confirmed: boolean }>(
  'practicals.observation.dispute-decided.v1',
);
/** Its candidate never answered, and somebody uninvolved let its outcome count. Why is in the erasable payload. */
export const observationConcluded = defineEvent<OfObservation & { digest: string }>(
  'practicals.observation.concluded.v1',
);
/** Somebody proposed that an observation shall not count. Why is in the erasable payload. */
export const observationVoidProposed = defineEvent<OfObservation>('practicals.observation.void-proposed.v1');
/** A second person let an observation count. */
export const observationVoidRefused = defineEvent<OfObservation>('practicals.observation.void-refused.v1');
/** An observation counts no more. `wasPassed`: it was known as passed. */
export const observationVoided = defineEvent<OfObservation & { wasPassed: boolean }>(
  'practicals.observation.voided.v1',
);
/** The standing under which an assessor signed was lost afterwards. The observation stays. */
export const observationFlagged = defineEvent<
  OfObservation & { why: 'evidence-withdrawn' | 'finding'; evidenceId: string }
>('practicals.observation.flagged.v1');
