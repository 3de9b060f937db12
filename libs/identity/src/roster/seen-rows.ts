import { refusal } from '../refusals.js';
import type { RosterRow } from './roster-row.js';

interface Described {
  readonly line: number;
  readonly details: string;
}

/**
 * What the rows above have said. It depends on the file alone, so that the dry run and the application find the same
 * clashes, and a run that is taken up again finds them too.
 */
export class SeenRows {
  private readonly people = new Map<string, Described>();
  private readonly emails = new Map<string, { line: number; staffNumber: string }>();
  private readonly postings = new Map<string, number>();

  /** Notes a row, or refuses it because of one above (IDN-35). */
  note(row: RosterRow): void {
    const details = JSON.stringify([row.givenName, row.familyName, row.email]);
    const before = this.people.get(row.staffNumber);
    if (before !== undefined && before.details !== details)
      throw refusal('ROSTER_PERSON_DIFFERS', { field: 'staff_number', facts: { line: before.line } });
    const owner = row.email === null ? undefined : this.emails.get(row.email);
    if (owner !== undefined && owner.staffNumber !== row.staffNumber)
      throw refusal('ROSTER_EMAIL_REPEATED', { field: 'email', facts: { line: owner.line } });
    const posting = [row.staffNumber, row.unitPath, row.roleId, row.from].join('|');
    const same = this.postings.get(posting);
    if (same !== undefined) throw refusal('ROSTER_ROW_REPEATED', { facts: { line: same } });
    this.people.set(row.staffNumber, before ?? { line: row.line, details });
    if (row.email !== null && owner === undefined)
      this.emails.set(row.email, { line: row.line, staffNumber: row.staffNumber });
    this.postings.set(posting, row.line);
  }
}
