/** What each entry point about group cases demands; bundles of them are held in identity. */
export const groupPermissions = {
  /** A training lead's: form groups of people in their reach, see and manage those that they formed, or all of the force. */
  form: 'practicals.group.form',
  read: 'practicals.group.read',
  removeMember: 'practicals.group.remove-member',
  /** One's own group: join, leave, write, hand in, read. Nobody else's is ever read through these. */
  join: 'practicals.group.join',
  leave: 'practicals.group.leave',
  write: 'practicals.group.write',
  submit: 'practicals.group.submit',
  readOwn: 'practicals.group.read-own',
  /** Say that one member's result does not count: proposed by one lead, decided by another. */
  proposeVoid: 'practicals.group-void.propose',
  decideVoid: 'practicals.group-void.decide',
} as const;
