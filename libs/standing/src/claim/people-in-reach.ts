import { PeopleReader, PostingReader, reachOf } from '@app/identity';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';

/** STD-07. Whether the actor's permission reaches a person: the whole force, or a unit where that person is posted today. */
@Injectable()
export class PeopleInReach {
  constructor(
    private readonly people: PeopleReader,
    private readonly postings: PostingReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** NOT_FOUND for anybody out of reach, as for nobody at all. */
  async check(ctx: RequestContext, permission: string, personId: PersonId): Promise<void> {
    found(await this.people.byId(ctx.force, personId));
    const reach = reachOf(ctx, permission);
    if (reach === 'force') return;
    const postings = await this.postings.ofPerson(ctx.force, personId, londonDate(this.clock.now()));
    found(postings.some(({ unitId }) => reach.includes(unitId)) ? personId : null);
  }
}
