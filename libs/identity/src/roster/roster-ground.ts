import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import { PersonRepository } from '../person/person.repository.js';
import { PostingRepository } from '../posting/posting.repository.js';
import type { Unit, UnitId } from '../unit/unit.js';
import { unitNameKey } from '../unit/unit.js';
import { UnitReader } from '../unit/unit.reader.js';
import { type Known, postingKey } from './plan-rows.js';
import type { RosterRow } from './roster-row.js';

/** Reads what a batch of rows is placed against: a handful of reads, whatever its size. */
@Injectable()
export class RosterGround {
  constructor(
    private readonly people: PersonRepository,
    private readonly postings: PostingRepository,
    private readonly unitReader: UnitReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The force's units by their paths of names. */
  async units(scope: ForceScope): Promise<Map<string, UnitId>> {
    const units = await this.unitReader.all(scope);
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    return new Map(units.map((unit) => [pathOf(unit, byId), unit.id]));
  }

  /** What is known of the people and postings of these rows. */
  async known(
    scope: ForceScope,
    rows: readonly RosterRow[],
    more: Pick<Known, 'units' | 'placed'>,
  ): Promise<Known> {
    const numbers = rows.flatMap((row) => [row.staffNumber, row.lineManager ?? row.staffNumber]);
    const emails = rows.flatMap(({ email }) => (email === null ? [] : [email]));
    const people = await this.people.byStaffNumbers(scope, [...new Set(numbers)]);
    const holders = await this.people.byEmails(emails);
    const postings = await this.postings.ofPeople(
      scope,
      people.map(({ id }) => id),
    );
    return {
      forceId: scope.forceId,
      today: londonDate(this.clock.now()),
      ...more,
      byNumber: new Map(
        people.flatMap((person) =>
          person.staffNumbers
            .filter((staff) => staff.forceId === scope.forceId)
            .map((staff) => [staff.number, person]),
        ),
      ),
      byEmail: new Map(holders.flatMap((person) => (person.email === null ? [] : [[person.email, person]]))),
      postings: new Map(postings.map((posting) => [postingKey(posting), posting])),
    };
  }
}

function pathOf(unit: Unit, byId: ReadonlyMap<UnitId, Unit>): string {
  return unit.path.map((id) => unitNameKey(byId.get(id)?.name ?? '')).join('/');
}
