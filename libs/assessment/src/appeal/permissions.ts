/** What each entry point about appeals demands; bundles of them are held in identity. */
export const appealPermissions = {
  /** One's own: ask, withdraw, and see how it stands. */
  ask: 'assessment.appeal.ask',
  withdraw: 'assessment.appeal.withdraw',
  /** A force's: see what waits, read the evidence, decide. Refused to whoever was involved in the attempt. */
  decide: 'assessment.appeal.decide',
  readEvidence: 'assessment.appeal-evidence.read',
  /** A moderator's: mark a written answer again, as an appeal was decided. */
  remark: 'assessment.response.remark',
} as const;
