import { type Posting, PostingReader, reachOf, type UnitId } from '@app/identity';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import { assessmentPermissions } from '../access.js';
import { InvigilationRepository } from '../invigilation/invigilation.repository.js';
import type { SittingId } from '../sitting/sitting.js';

/** Who oversees a candidate at this moment: the supervisors of the units they are posted to, the invigilators of a sitting. */
@Injectable()
export class Overseers {
  constructor(
    private readonly postings: PostingReader,
    private readonly invigilations: InvigilationRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Whether the actor supervises the person: their permission reaches a unit of the person’s. */
  async supervises(ctx: RequestContext, personId: PersonId): Promise<boolean> {
    const reach = reachOf(ctx, assessmentPermissions.confirmRecall);
    if (reach === 'force') return true;
    if (reach.length === 0) return false;
    const within = new Set<UnitId>(reach);
    const postings: Posting[] = await this.postings.ofPerson(
      ctx.force,
      personId,
      londonDate(this.clock.now()),
    );
    return postings.some(({ unitId }) => within.has(unitId));
  }

  /** Whether the actor is an assigned invigilator of the sitting. */
  async invigilates(ctx: RequestContext, sittingId: SittingId): Promise<boolean> {
    const actor = actingPerson(ctx);
    if (actor === undefined) return ctx.actor.kind === 'system';
    const invigilation = await this.invigilations.of(ctx.force, sittingId);
    return invigilation?.invigilatorIds.includes(actor) ?? false;
  }
}
