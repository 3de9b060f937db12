/** What each entry point about regrades demands; bundles of them are held in identity. */
export const regradePermissions = {
  /** The College's: propose, look again, apply, cancel; see counts by force, never a name. */
  propose: 'assessment.regrade.propose',
  dryRun: 'assessment.regrade.dry-run',
  apply: 'assessment.regrade.apply',
  cancel: 'assessment.regrade.cancel',
  /** The College's, of another person: approve falls below the pass mark. */
  approve: 'assessment.regrade.approve',
  count: 'assessment.regrade.count',
  /** A force's: see whose marks change, of its own people. */
  readLines: 'assessment.regrade.read',
} as const;
