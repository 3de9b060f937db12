import { PeopleReader, reachOf } from '@app/identity';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { assessmentPermissions } from '../access.js';
import { MOST_SEATS, type Sitting, type SittingId } from './sitting.js';
import { TakePlaces } from './take-places.js';

export interface BookPlacesInput {
  readonly sittingId: SittingId;
  /** 1 to 2,000 people of this force, in or outside the cohort. */
  readonly personIds: readonly PersonId[];
}

/**
 * Books places for others, all or none. A training lead may book people outside the cohort, but only people within the
 * lead's own reach; anybody else is NOT_FOUND. Those who hold a place already keep it.
 */
@Injectable()
export class BookPlaces {
  constructor(
    private readonly people: PeopleReader,
    private readonly takePlaces: TakePlaces,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: BookPlacesInput): Promise<Sitting> {
    const { personIds } = input;
    if (personIds.length === 0 || personIds.length > MOST_SEATS)
      throw new Fault('BAD_USER_INPUT', `Give 1 to ${MOST_SEATS} people.`, 'personIds');
    const known = await this.people.byIds(ctx.force, personIds);

    if (!personIds.every((personId) => known.has(personId))) throw new Fault('NOT_FOUND');
    await this.mustReach(ctx, personIds);

    return this.takePlaces.execute(ctx, input);
  }

  private async mustReach(ctx: RequestContext, personIds: readonly PersonId[]): Promise<void> {
    const reach = reachOf(ctx, assessmentPermissions.bookPlaces);
    if (reach === 'force') return;
    const today = londonDate(this.clock.now());
    const within = new Set(await this.people.idsInUnits(ctx.force, reach, today));
    if (!personIds.every((personId) => within.has(personId))) throw new Fault('NOT_FOUND');
  }
}
