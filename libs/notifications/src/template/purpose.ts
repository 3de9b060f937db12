import type { MessageName } from './declared.js';

/** What a message is for, as people choose by it. */
export const PURPOSES = [
  'ACCOUNT',
  'AUTHORITY',
  'ESCALATIONS',
  'SITTINGS',
  'REMINDERS',
  'RESULTS',
  'AWARDS',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** NTF-15. Mail for these cannot be switched off: without it a person is locked out, practises without right, or leaves a duty undone. */
export const ALWAYS: ReadonlySet<Purpose> = new Set(['ACCOUNT', 'AUTHORITY', 'ESCALATIONS']);

const PURPOSE: Record<MessageName, Purpose> = {
  invitation: 'ACCOUNT',
  'password-reset': 'ACCOUNT',
  'sitting-reminder': 'SITTINGS',
  'place-booked': 'SITTINGS',
  'sitting-soon': 'SITTINGS',
  'results-released': 'RESULTS',
  'award-granted': 'AWARDS',
  'authority-recorded': 'AUTHORITY',
  'course-due-soon': 'REMINDERS',
  'course-overdue': 'REMINDERS',
  'certification-due-soon': 'REMINDERS',
  'certification-overdue': 'REMINDERS',
  'renewal-open': 'REMINDERS',
  'renewal-soon': 'REMINDERS',
  'certification-expired': 'AUTHORITY',
  'appeal-due': 'ESCALATIONS',
  'appeal-overdue': 'ESCALATIONS',
  'manager-digest': 'ESCALATIONS',
  'approval-wanted': 'ESCALATIONS',
  'seat-booked': 'SITTINGS',
  'seat-approved': 'SITTINGS',
  'seat-asked': 'SITTINGS',
  'seat-refused': 'SITTINGS',
  'seat-waiting': 'SITTINGS',
  'seat-offered': 'SITTINGS',
  'offer-lapsed': 'SITTINGS',
  'request-lapsed': 'SITTINGS',
  'seat-released': 'SITTINGS',
  'session-cancelled': 'SITTINGS',
  'seat-absent': 'SITTINGS',
  'session-soon': 'SITTINGS',
  'swap-proposed': 'SITTINGS',
  'swap-agreed': 'SITTINGS',
  'swap-refused': 'SITTINGS',
  'swap-withdrawn': 'SITTINGS',
  'session-to-run': 'SITTINGS',
  'session-not-run': 'SITTINGS',
};

/** What a message is for. */
export function purposeOf(message: MessageName): Purpose {
  return PURPOSE[message];
}

/** NTF-16. Whether a message goes at any hour: somebody waits for it, or it is about the next hour. */
export function isUrgent(message: MessageName): boolean {
  return message === 'sitting-reminder' || PURPOSE[message] === 'ACCOUNT';
}
