import { defineEvent } from '@app/platform/journal/event.js';

/** A rule caught somebody for whom too little time is left: nobody asks until somebody decides. */
export const assignmentHeldBack = defineEvent<{ personId: string; code: string }>(
  'certification.assignment.held-back.v1',
);

/** A rule began to ask for a certification that is no course's own: what the person did already may complete it. */
export const assignmentBegun = defineEvent<{ personId: string; code: string }>(
  'certification.assignment.begun.v1',
);

/** A rule was written, or written anew. Nobody is assigned by it until it is switched on. */
export const assignmentRuleSaved = defineEvent<{ ruleId: string; version: number }>(
  'certification.assignment-rule.saved.v1',
);

/** A rule was switched on, paused or switched off; the force is evaluated by a job. */
export const assignmentRuleSteered = defineEvent<{ ruleId: string; state: 'ON' | 'PAUSED' | 'OFF' }>(
  'certification.assignment-rule.steered.v1',
);

/** Somebody other than the author confirmed that a version is meant, having seen how many people it touches. */
export const assignmentRuleConfirmed = defineEvent<{ ruleId: string; version: number; newly: number }>(
  'certification.assignment-rule.confirmed.v1',
);

/** Somebody was left out of a rule, or let in again. The reason travels in the erasable payload. */
export const personLeftOut = defineEvent<{ ruleId: string; personId: string; isOut: boolean }>(
  'certification.assignment-rule.left-out.v1',
);

/** Somebody decided about too little time. The reason travels in the erasable payload. */
export const exceptionDecided = defineEvent<{ ruleId: string; personId: string; answer: string }>(
  'certification.assignment-exception.decided.v1',
);

/** The share of a force, in per cent, above which a second person confirms. */
export const assignmentGuardSet = defineEvent<{ percent: number }>('certification.assignment-guard.set.v1');
