/** What each entry point about works demands; bundles of them are held in identity. */
export const workPermissions = {
  /** One's own: start, save, hand in, take back, read. Nobody else's work is ever read through these. */
  write: 'practicals.work.write',
  submit: 'practicals.work.submit',
  withdraw: 'practicals.work.withdraw',
  readOwn: 'practicals.work.read-own',
  /** A training lead's: say that a work does not count. */
  voidWork: 'practicals.work.void',
} as const;
