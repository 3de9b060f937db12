import { defineEvent } from '@app/platform/journal/event.js';

interface OfAppeal {
  appealId: string;
  attemptId: string;
  personId: string;
}

/** A candidate asks for an outcome to be looked at again. What they say is in the erasable payload. */
export const appealAsked = defineEvent<OfAppeal & { kind: 'APPEAL' | 'EXTENUATING'; decideBy: string }>(
  'assessment.appeal.asked.v1',
);
/** The candidate has taken it back. */
export const appealWithdrawn = defineEvent<OfAppeal>('assessment.appeal.withdrawn.v1');
/** Nobody has decided in time; recorded as of `at`, the end of the last day. */
export const appealOverdue = defineEvent<OfAppeal & { at: string }>('assessment.appeal.overdue.v1');
/** Somebody uninvolved has decided. The reasons are in the erasable payload. */
export const appealDecided = defineEvent<
  OfAppeal & { upheld: boolean; remedy: 'REGRADE' | 'REMARK' | 'FRESH_ATTEMPT' | null }
>('assessment.appeal.decided.v1');
/** The answer history of an attempt was read as the evidence of an appeal. */
export const appealEvidenceViewed = defineEvent<OfAppeal>('assessment.appeal-evidence.viewed.v1');
/** A written answer was marked again, as an appeal was decided. Before and after are in the erasable payload. */
export const responseRemarked = defineEvent<{ appealId: string; responseId: string; awarded: number }>(
  'assessment.response.remarked.v1',
);
