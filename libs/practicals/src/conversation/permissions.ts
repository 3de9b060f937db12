/** What each entry point about conversations demands; bundles of them are held in identity. */
export const conversationPermissions = {
  /** Everybody's: a line manager is known by postings, not by a role. What it reaches is decided by PRA-21. */
  record: 'practicals.conversation.record',
  /** A supervisor's or training lead's: whose conversations they may record besides those of people whom they manage. */
  oversee: 'practicals.conversation.oversee',
  /** One's own. */
  confirm: 'practicals.conversation.confirm',
  takeBack: 'practicals.conversation.take-back',
  readOwn: 'practicals.conversation.read-own',
} as const;
