import type { Language } from '@app/platform/context/request-context.js';
import { checkTemplates } from './check.js';
import { OCCASION_TEXTS } from './occasion-texts.js';
import { REMINDER_TEXTS } from './reminder-texts.js';
import { SESSION_TEXTS } from './session-texts.js';
import { SWAP_TEXTS } from './swap-texts.js';

/** Subject and text of a message in one language, as ICU messages. */
export interface Text {
  readonly subject: string;
  readonly body: string;
}

/** Every message that Lantern sends. A message without both languages does not compile. */
export const TEXTS = {
  ...OCCASION_TEXTS,
  ...REMINDER_TEXTS,
  ...SESSION_TEXTS,
  ...SWAP_TEXTS,
} as const satisfies Record<string, Record<Language, Text>>;

export type MessageName = keyof typeof TEXTS;

const REMINDER = ['course', 'dueOn', 'link'];
const BEGINNING = ['course', 'startsAt', 'link'];
const SEAT = [...BEGINNING, 'kind', 'endsAt'];
const SWAPPED = [...BEGINNING, 'otherStartsAt'];

/** The fields of each message, declared: the sender gives these, and a text may use no others (NTF-14). */
export const FIELDS: Readonly<Record<MessageName, readonly string[]>> = {
  invitation: ['givenName', 'link'],
  'password-reset': ['givenName', 'link'],
  'sitting-reminder': ['course', 'opensAt', 'closesAt', 'minutes', 'link'],
  'place-booked': ['course', 'opensAt', 'closesAt', 'link'],
  'results-released': ['course', 'link'],
  'award-granted': ['course', 'serial', 'lastValidDay', 'link'],
  'authority-recorded': ['course', 'state', 'from', 'link'],
  'course-due-soon': REMINDER,
  'course-overdue': REMINDER,
  'certification-due-soon': REMINDER,
  'certification-overdue': REMINDER,
  'renewal-open': REMINDER,
  'renewal-soon': REMINDER,
  'certification-expired': REMINDER,
  'sitting-soon': REMINDER,
  'appeal-due': REMINDER,
  'appeal-overdue': REMINDER,
  'manager-digest': ['count', 'lines', 'link'],
  'seat-booked': SEAT,
  'seat-approved': SEAT,
  'seat-asked': SEAT,
  'approval-wanted': [...SEAT, 'lines'],
  'seat-refused': SEAT,
  'seat-waiting': SEAT,
  'seat-offered': [...SEAT, 'lapsesAt', 'instead'],
  'offer-lapsed': SEAT,
  'request-lapsed': SEAT,
  'seat-released': SEAT,
  'session-cancelled': [...SEAT, 'held'],
  'seat-absent': SEAT,
  'session-soon': [...BEGINNING, 'kind'],
  'swap-proposed': SWAPPED,
  'swap-agreed': SWAPPED,
  'swap-refused': BEGINNING,
  'swap-withdrawn': BEGINNING,
  'session-to-run': BEGINNING,
  'session-not-run': BEGINNING,
};

checkTemplates(TEXTS, FIELDS);
