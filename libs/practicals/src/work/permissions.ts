/** What each entry point about works demands; bundles of them are held in identity. */
export const workPermissions = {
  /** One's own: start, save, hand in, take back, read. Nobody else's work is ever read through these. */
  write: 'practicals.work.write',
  /** A training lead's: see that works are there, and what they came to. Never what was written. */
  read: 'practicals.work.read',
  submit: 'practicals.work.submit',
  withdraw: 'practicals.work.withdraw',
  readOwn: 'practicals.work.read-own',
  /** A training lead's: one proposes that a work shall not count, another decides. */
  proposeVoid: 'practicals.work.propose-void',
  decideVoid: 'practicals.work.decide-void',
} as const;
