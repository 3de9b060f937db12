import { defineEvent } from '@app/platform/journal/event.js';

/**
 * Authority to practise under a certification was given, changed or taken away, from a day, perhaps to one (included). `by`
 * is the named officer; null when Lantern acted under a rule. An officer's reason travels in the erasable payload.
 */
export const authorityRecorded = defineEvent<{
  recordId: string;
  personId: string;
  certificationCode: string;
  state: string;
  from: string;
  to: string | null;
  by: string | null;
  ground: string;
}>('standing.authority.recorded.v1');

/** A dated fact for (or, when `negative`, against) a skill was recorded. Both dates are included, `YYYY-MM-DD`. */
export const evidenceRecorded = defineEvent<{
  evidenceId: string;
  personId: string;
  skillId: string;
  level: number;
  from: string;
  lastValidDay: string;
  forceId: string;
  negative: boolean;
}>('standing.evidence.recorded.v1');

/** A piece of evidence no longer counts. The reason travels in the erasable payload. */
export const evidenceWithdrawn = defineEvent<{
  evidenceId: string;
  personId: string;
  skillId: string;
  level: number;
  forceId: string;
  negative: boolean;
  how: 'withdrawn' | 'superseded';
}>('standing.evidence.withdrawn.v1');

/** A file of past training was submitted to be checked (`apply` false) or applied. A sensitive act: who and when stay for ever. */
export const pastSubmitted = defineEvent<{ importId: string; apply: boolean }>('standing.past.submitted.v1');

/** An import of the past came to an end. Counts of rows and of evidence. */
export const pastFinished = defineEvent<{
  importId: string;
  state: string;
  rows: number;
  kept: number;
  evidence: number;
  duplicates: number;
  errorRows: number;
}>('standing.past.finished.v1');

/** Somebody stopped an import of the past. */
export const pastCancelled = defineEvent<{ importId: string }>('standing.past.cancelled.v1');

/** Somebody asked for an import to be undone as a whole. The reason travels in the erasable payload. */
export const pastUndoAsked = defineEvent<{ importId: string }>('standing.past.undo-asked.v1');

/** A force said what its files look like or what its courses show. */
export const pastMappingSaved = defineEvent<{ courses: number; columns: boolean }>(
  'standing.past-mapping.saved.v1',
);

/** Evidence of the past came in for these people, perhaps much of it: one event for many rows. */
export const evidenceImported = defineEvent<{ importId: string | null; personIds: string[] }>(
  'standing.evidence.imported.v1',
);

/** Evidence of an import no longer counts: these pieces, of these people. */
export const importedEvidenceWithdrawn = defineEvent<{
  importId: string;
  personIds: string[];
  evidenceIds: string[];
}>('standing.evidence.import-withdrawn.v1');

/** What a claim is about and who put it forward; its words travel nowhere. */
interface OfClaim {
  claimId: string;
  personId: string;
  skillId: string;
  level: number;
  kind: string;
  by: string;
}

/** Somebody put evidence forward, or appealed against a finding: a second person is to decide. */
export const claimMade = defineEvent<OfClaim>('standing.claim.made.v1');

/** A second person accepted or refused a claim. */
export const claimDecided = defineEvent<
  OfClaim & { decidedBy: string; accepted: boolean; evidenceId: string | null }
>('standing.claim.decided.v1');

/** Whoever put a claim forward took it back. */
export const claimTakenBack = defineEvent<OfClaim>('standing.claim.taken-back.v1');

/** A force wrote a body into its register of issuers, or closed it there. */
export const issuerSaved = defineEvent<{ key: string; isClosed: boolean }>('standing.issuer.saved.v1');
