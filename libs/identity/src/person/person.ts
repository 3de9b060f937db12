import type { ForceId, Language, PersonId } from '@app/platform/context/request-context.js';
import { refusal } from '../refusals.js';

/** How far an account has come: no invitation yet; invited; a password of the person's own. */
export type AccountStatus = 'added' | 'invited' | 'active';

/** A person as one force sees them. */
export type PersonStatus = AccountStatus | 'suspended';

/** A force's own number for a person: with the force, the roster's key. */
export interface StaffNumber {
  readonly forceId: ForceId;
  readonly number: string;
}

/**
 * A person is one human with one account, known by e-mail address, perhaps held by several forces. A force may suspend
 * them for itself only. Deliberately absent: the password (credentials lie apart), adjustments and anything medical.
 * Do not rely on the staff number across forces, nor on names to tell people apart.
 */
export interface Person {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  /** In lower case; null while nobody has given one, and then there is no way to sign in. */
  readonly email: string | null;
  readonly language: Language;
  readonly forceIds: readonly ForceId[];
  readonly staffNumbers: readonly StaffNumber[];
  readonly accountStatus: AccountStatus;
  readonly suspendedIn: readonly ForceId[];
  /** Forces whose rosters have named them: a whole roster speaks of those alone (IDN-41). */
  readonly fedIn: readonly ForceId[];
  readonly revision: number;
}

/** The status of a person in a force's eyes. */
export function statusIn(
  person: Pick<Person, 'accountStatus' | 'suspendedIn'>,
  forceId: ForceId,
): PersonStatus {
  return person.suspendedIn.includes(forceId) ? 'suspended' : person.accountStatus;
}

/** The force's number for the person; null when it has given none. */
export function staffNumberIn(person: Pick<Person, 'staffNumbers'>, forceId: ForceId): string | null {
  return person.staffNumbers.find((staff) => staff.forceId === forceId)?.number ?? null;
}

/** A name as it is kept. Refuses one that is empty, longer than 100 characters or holds control characters (IDN-06). */
export function personName(text: string, field: string): string {
  const name = text.trim().replace(/\s+/g, ' ').normalize('NFC');
  if (name.length === 0 || name.length > 100 || /\p{Cc}/u.test(name))
    throw refusal('PERSON_NAME_NOT_VALID', { field });
  return name;
}

/** An address as it is kept and compared: lower case. Refuses what has not the form of one (IDN-07). */
export function emailAddress(text: string, field = 'email'): string {
  const email = text.trim().normalize('NFC').toLowerCase();
  if (email.length > 254 || !/^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(email))
    throw refusal('EMAIL_NOT_VALID', { field });
  return email;
}

/** A staff number as it is kept: upper case, 1–32 letters, digits, hyphens, dots or slashes. Refuses others (IDN-08). */
export function staffNumber(text: string, field = 'staffNumber'): string {
  const number = text.trim().toUpperCase();
  if (!/^[A-Z0-9][A-Z0-9./-]{0,31}$/.test(number)) throw refusal('STAFF_NUMBER_NOT_VALID', { field });
  return number;
}

/** Order of lists: family name, given name, id; also the cursor. */
export function sortKeyOf(person: Pick<Person, 'familyName' | 'givenName' | 'id'>): string {
  return `${nameKey(person.familyName)} ${nameKey(person.givenName)} ${person.id}`;
}

/** A name without case or accents, as searches compare it. */
export function nameKey(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
