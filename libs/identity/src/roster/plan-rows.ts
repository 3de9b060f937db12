import { addDays, type CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { Refusal } from '@app/platform/refusal/refusal.js';
import type { Person } from '../person/person.js';
import {
  type DatedPerson,
  type Posting,
  type PostingId,
  postingIsNotOver,
  saysTheSame,
} from '../posting/posting.js';
import { refusal } from '../refusals.js';
import type { UnitId } from '../unit/unit.js';
import type { RosterError } from './roster-import.js';
import { columnOf, type RosterRow } from './roster-row.js';

/** What is known of the force when some rows are placed. Grows as rows are placed. */
export interface Known {
  readonly forceId: ForceId;
  readonly today: CalendarDate;
  readonly units: ReadonlyMap<string, UnitId>;
  readonly byNumber: Map<string, Person>;
  readonly byEmail: Map<string, Person>;
  readonly postings: Map<string, Posting>;
  /** Staff numbers placed by rows above, of this batch or an earlier one. */
  readonly placed: Set<string>;
}

/** What some rows come to. Nothing of it has happened yet. */
export interface Plan {
  readonly newPeople: Person[];
  readonly changedPeople: Map<PersonId, { before: Person; after: Person }>;
  readonly newPostings: Posting[];
  readonly changedPostings: { before: Posting; after: Posting }[];
  /** Accounts that another force holds: never joined, only proposed (IDN-09). */
  readonly proposals: { personId: PersonId; staffNumber: string }[];
  readonly errors: RosterError[];
  readonly counts: { added: number; changed: number; unchanged: number };
}

/** Places rows, in their order. A row that cannot be placed becomes an error and changes nothing. */
export function planRows(rows: readonly RosterRow[], known: Known): Plan {
  const plan: Plan = {
    newPeople: [],
    changedPeople: new Map(),
    newPostings: [],
    changedPostings: [],
    proposals: [],
    errors: [],
    counts: { added: 0, changed: 0, unchanged: 0 },
  };
  for (const row of rows) {
    try {
      placeRow(row, known, plan);
    } catch (error) {
      plan.errors.push(errorOf(error, row.line));
    }
  }
  return plan;
}

/** A refusal as an error of a line. Anything else is a bug and goes on. */
export function errorOf(error: unknown, line: number): RosterError {
  if (!(error instanceof Refusal)) throw error;
  return { line, column: columnOf(error.field), code: error.code, facts: error.facts };
}

/** What makes two postings the same one. */
export function postingKey(posting: Pick<Posting, 'personId' | 'unitId' | 'roleId' | 'from'>): string {
  return [posting.personId, posting.unitId, posting.roleId, posting.from].join('|');
}

function placeRow(row: RosterRow, known: Known, plan: Plan): void {
  const unitId = known.units.get(row.unitPath);
  if (unitId === undefined) throw refusal('ROSTER_UNIT_NOT_FOUND', { field: 'unit' });
  const lineManagerId = managerOf(row, known);
  refuseHeldAddress(row, known, plan);
  const before = known.byNumber.get(row.staffNumber);
  const meant = before === undefined ? newPerson(row, known) : changedPerson(before, row);
  const person = fed(meant, known.forceId);
  const wanted = wantedPosting(row, { personId: person.id, unitId, lineManagerId }, known);
  const there = known.postings.get(postingKey(wanted));
  const posting = there === undefined ? wanted : changedPosting(there, wanted, known.today);

  known.byNumber.set(row.staffNumber, person);
  if (person.email !== null) known.byEmail.set(person.email, person);
  known.postings.set(postingKey(posting), posting);
  known.placed.add(row.staffNumber);
  notePerson(plan, before, person);
  notePosting(plan, there, posting);
  const isNew = before === undefined || there === undefined;
  plan.counts[outcome(isNew, meant !== before || posting !== there)]++;
}

function notePerson(plan: Plan, before: Person | undefined, after: Person): void {
  if (before === undefined) plan.newPeople.push(after);
  else if (after !== before) {
    const first = plan.changedPeople.get(after.id)?.before ?? before;
    plan.changedPeople.set(after.id, { before: first, after });
  }
}

function notePosting(plan: Plan, before: Posting | undefined, after: Posting): void {
  if (before === undefined) plan.newPostings.push(after);
  else if (after !== before) plan.changedPostings.push({ before, after });
}

function outcome(isNew: boolean, isChanged: boolean): keyof Plan['counts'] {
  if (isNew) return 'added';
  return isChanged ? 'changed' : 'unchanged';
}

/** An address that somebody else has is never taken: within the force it is an error, outside it a proposal. */
function refuseHeldAddress(row: RosterRow, known: Known, plan: Plan): void {
  const holder = row.email === null ? undefined : known.byEmail.get(row.email);
  if (holder === undefined || holder.id === known.byNumber.get(row.staffNumber)?.id) return;
  if (holder.forceIds.includes(known.forceId))
    throw refusal('ROSTER_STAFF_NUMBER_DIFFERS', { field: 'email' });
  plan.proposals.push({ personId: holder.id, staffNumber: row.staffNumber });
  throw refusal('PERSON_HELD_ELSEWHERE', { field: 'email' });
}

function managerOf(row: RosterRow, known: Known): PersonId | null | undefined {
  if (row.lineManager === undefined || row.lineManager === null) return row.lineManager;
  const manager = known.byNumber.get(row.lineManager);
  if (manager !== undefined) return manager.id;
  // Only a dry run meets a manager whom a row above has placed and whom nobody has stored.
  if (known.placed.has(row.lineManager)) return newId<PersonId>();
  throw refusal('ROSTER_MANAGER_NOT_FOUND', { field: 'line_manager' });
}

function newPerson(row: RosterRow, known: Known): Person {
  return {
    id: newId<PersonId>(),
    givenName: row.givenName,
    familyName: row.familyName,
    email: row.email,
    language: row.language ?? 'en',
    forceIds: [known.forceId],
    staffNumbers: [{ forceId: known.forceId, number: row.staffNumber }],
    accountStatus: 'added',
    suspendedIn: [],
    fedIn: [known.forceId],
    revision: 1,
  };
}

/** The person as the row has them; the very same object when nothing differs. */
function changedPerson(person: Person, row: RosterRow): Person {
  const email = row.email ?? person.email;
  if (email !== person.email && person.accountStatus === 'active')
    throw refusal('ROSTER_EMAIL_IN_USE', { field: 'email' });
  const { givenName, familyName } = row;
  const language = row.language ?? person.language;
  const same =
    givenName === person.givenName &&
    familyName === person.familyName &&
    email === person.email &&
    language === person.language;
  return same ? person : { ...person, givenName, familyName, email, language };
}

/** Marked as one of whom rosters speak. The mark alone is no change that anybody counts. */
function fed(person: Person, forceId: ForceId): Person {
  return person.fedIn.includes(forceId) ? person : { ...person, fedIn: [...person.fedIn, forceId] };
}

interface Place {
  readonly personId: PersonId;
  readonly unitId: UnitId;
  readonly lineManagerId: PersonId | null | undefined;
}

function wantedPosting(row: RosterRow, place: Place, known: Known): Posting {
  const blank = blankPosting(row, place, known.forceId);
  const there = known.postings.get(postingKey(blank)) ?? blank;
  const lineManagerId = keep(place.lineManagerId, there.lineManagerId);
  return {
    ...there,
    rankId: row.rankId,
    to: keep(row.to, there.to),
    shiftPattern: keep(row.shiftPattern, there.shiftPattern),
    contractedHours: keep(row.contractedHours, there.contractedHours),
    expectedEnd: keep(row.expectedEnd, there.expectedEnd),
    lineManagerId,
    lineManagers: lineManagerId === null ? [] : [{ personId: lineManagerId, from: row.from, to: null }],
  };
}

function blankPosting(row: RosterRow, place: Place, forceId: ForceId): Posting {
  return {
    id: newId<PostingId>(),
    forceId,
    personId: place.personId,
    unitId: place.unitId,
    rankId: row.rankId,
    roleId: row.roleId,
    from: row.from,
    to: null,
    shiftPattern: null,
    contractedHours: null,
    lineManagerId: null,
    lineManagers: [],
    deputies: [],
    expectedEnd: null,
    revision: 1,
  };
}

/** What the row says; what is there when the file has no such column. */
function keep<T>(said: T | null | undefined, there: T | null): T | null {
  return said === undefined ? there : said;
}

/** The posting as the row has it; the very same object when nothing differs. */
function changedPosting(there: Posting, wanted: Posting, today: CalendarDate): Posting {
  if (saysTheSame(there, wanted)) return there;
  if (there.to !== wanted.to) postingIsNotOver(there, today);
  return { ...wanted, lineManagers: managersFrom(there, wanted.lineManagerId, today) };
}

/** The line managers with a new one from today on; the one before ends yesterday, or on their only day. */
function managersFrom(there: Posting, next: PersonId | null, today: CalendarDate): readonly DatedPerson[] {
  if (next === there.lineManagerId) return there.lineManagers;
  const yesterday = addDays(today, -1);
  const ended = there.lineManagers.map((one) =>
    one.to === null ? { ...one, to: one.from > yesterday ? one.from : yesterday } : one,
  );
  const from = there.from > today ? there.from : today;
  return next === null ? ended : [...ended, { personId: next, from, to: null }];
}
