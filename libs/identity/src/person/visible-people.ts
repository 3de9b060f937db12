import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Inject, Injectable } from '@nestjs/common';
import { reachOf } from '../access/may.js';
import { PostingReader } from '../posting/posting.reader.js';
import type { UnitId } from '../unit/unit.js';
import { UnitReader } from '../unit/unit.reader.js';
import { PeopleReader } from './people.reader.js';
import type { Person } from './person.js';

const READ = 'identity.person.read';

/** Which people an actor asks for: those posted today to a unit or below it, by the beginning of a family name. */
export interface VisibleRequest extends ListRequest {
  readonly unitId: UnitId | null;
  readonly search: string | null;
}

/** The people whom an actor may see: the force's, or those posted today to the units that the actor's role reaches. */
@Injectable()
export class VisiblePeople {
  constructor(
    private readonly people: PeopleReader,
    private readonly postings: PostingReader,
    private readonly units: UnitReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The person, if the actor may see them; everyone may see themselves. */
  async byId(ctx: RequestContext, personId: PersonId): Promise<Person | null> {
    const person = await this.people.byId(ctx.force, personId);
    if (person === null || actingPerson(ctx) === personId) return person;
    const reach = reachOf(ctx, READ);
    if (reach === 'force') return person;
    const postings = await this.postings.ofPerson(ctx.force, personId, this.today());
    return postings.some(({ unitId }) => reach.includes(unitId)) ? person : null;
  }

  /** A page of the people whom the actor may see. A unit that the force does not have has nobody. */
  async page(ctx: RequestContext, request: VisibleRequest): Promise<ListPage<Person>> {
    const { unitId, ...rest } = request;
    const reach = reachOf(ctx, READ);
    const wanted = unitId === null ? null : await this.units.subtreeIds(ctx.force, unitId);
    const unitIds = reach === 'force' ? wanted : (wanted?.filter((id) => reach.includes(id)) ?? reach);
    const postedTo = unitIds === null ? null : { unitIds, on: this.today() };
    return this.people.page(ctx.force, { ...rest, postedTo });
  }

  private today(): CalendarDate {
    return londonDate(this.clock.now());
  }
}
