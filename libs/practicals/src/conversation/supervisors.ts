import { PeopleReader, PostingReader, reachOf, type UnitId } from '@app/identity';
import { type CalendarDate, holdsOn } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { conversationPermissions } from './permissions.js';

/** Who supervises whom, as postings of a day and the roles of this request have it. */
@Injectable()
export class Supervisors {
  constructor(
    private readonly people: PeopleReader,
    private readonly postings: PostingReader,
  ) {}

  /**
   * PRA-21: whether the acting supervisor is the person's line manager, a deputy, or a supervisor or training lead whose reach the
   * person was in on the day. Nobody of another force is ever in it.
   */
  async supervises(
    ctx: RequestContext,
    of: { readonly supervisorId: PersonId; readonly personId: PersonId; readonly on: CalendarDate },
  ): Promise<boolean> {
    if ((await this.people.byId(ctx.force, of.personId)) === null) return false;
    const reach = reachOf(ctx, conversationPermissions.oversee);
    if (reach === 'force') return true;
    const within = new Set<UnitId>(reach);
    const postings = await this.postings.ofPerson(ctx.force, of.personId, of.on);
    return postings.some(
      ({ unitId, lineManagers, deputies }) =>
        within.has(unitId) ||
        [...lineManagers, ...deputies].some(
          (dated) => dated.personId === of.supervisorId && holdsOn(dated, of.on),
        ),
    );
  }
}
