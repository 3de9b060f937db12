import { addDays, instantInLondon, londonDate, londonTime } from '@app/platform/clock/calendar.js';
import { refusal } from '../refusals.js';
import { ALWAYS, type Purpose } from '../template/purpose.js';

/** Hours of London's clocks, `HH:MM`, in which no mail is sent; over midnight when `from` is later than `to`. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** How a person wants to be told. Notices inside Lantern are always left. */
export interface Preferences {
  /** Purposes of which they want no mail. */
  readonly mailOff: readonly Purpose[];
  /** Null: mail at any hour. */
  readonly quiet: QuietHours | null;
}

/** What holds for those who never chose. */
export const USUAL: Preferences = { mailOff: [], quiet: { from: '21:00', to: '07:00' } };

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** NTF-15, NTF-16. Preferences as kept. Refuses to switch off what cannot be, and quiet hours that are none or the whole day. */
export function soundPreferences({ mailOff, quiet }: Preferences): Preferences {
  const fixed = mailOff.find((purpose) => ALWAYS.has(purpose));
  if (fixed !== undefined) throw refusal('MAIL_NOT_OPTIONAL', { field: 'mailOff' });
  if (quiet !== null && (!TIME.test(quiet.from) || !TIME.test(quiet.to) || quiet.from === quiet.to))
    throw refusal('QUIET_HOURS_WRONG', { field: 'quietFrom' });
  return { mailOff: [...new Set(mailOff)].sort(), quiet };
}

/** NTF-16. The first instant from `now` on that is not in the quiet hours, by London's clocks. */
export function afterQuiet(now: Date, quiet: QuietHours | null): Date {
  if (quiet === null) return now;
  const { from, to } = quiet;
  const [time, today] = [londonTime(now), londonDate(now)];
  const isOverMidnight = from > to;
  const isQuiet = isOverMidnight ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return now;
  return instantInLondon(isOverMidnight && time >= from ? addDays(today, 1) : today, to);
}

/** NTF-42. When a mail goes: after the quiet hours, unless it is of use only until an instant that they reach. */
export function sentAt(now: Date, quiet: QuietHours | null, latest?: Date): Date {
  const after = afterQuiet(now, quiet);
  return latest !== undefined && now < latest && latest <= after ? now : after;
}
