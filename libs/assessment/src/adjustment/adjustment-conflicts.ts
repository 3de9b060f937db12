import { PostingReader } from '@app/identity';
import { holdsOn, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import { InvigilationRepository } from '../invigilation/invigilation.repository.js';
import { SittingReader } from '../sitting/sitting.reader.js';
import { MarkersOfPerson } from './markers-of-person.reader.js';
import { refusal } from './refusals.js';

/**
 * ASM-87: an adjustments officer has nothing to do with how the person is managed, marked or invigilated; looked up at
 * that moment, since postings and allocations change.
 */
@Injectable()
export class AdjustmentConflicts {
  constructor(
    private readonly postings: PostingReader,
    private readonly invigilations: InvigilationRepository,
    private readonly sittings: SittingReader,
    private readonly markers: MarkersOfPerson,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws when the actor is the person, or manages, marks or invigilates them. */
  async mustBeFree(ctx: RequestContext, personId: PersonId): Promise<void> {
    const actor = actingPerson(ctx);
    if (actor === undefined) return;
    const inTheWay =
      actor === personId ||
      (await this.manages(ctx, actor, personId)) ||
      (await this.invigilates(ctx, actor, personId)) ||
      (await this.markers.marks(ctx.force, actor, personId));
    if (inTheWay) throw refusal('ADJUSTMENT_CONFLICT');
  }

  private async manages(ctx: RequestContext, actor: PersonId, personId: PersonId): Promise<boolean> {
    const today = londonDate(this.clock.now());
    const postings = await this.postings.ofPerson(ctx.force, personId, today);
    return postings.some(({ lineManagers, deputies }) =>
      [...lineManagers, ...deputies].some((dated) => dated.personId === actor && holdsOn(dated, today)),
    );
  }

  private async invigilates(ctx: RequestContext, actor: PersonId, personId: PersonId): Promise<boolean> {
    const theirs = await this.invigilations.sittingsOf(ctx.force, actor);
    return (await this.sittings.bookedAmong(ctx.force, personId, theirs)).size > 0;
  }
}
