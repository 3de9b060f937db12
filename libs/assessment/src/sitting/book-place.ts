import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { refusal } from '../refusals.js';
import type { Sitting, SittingId } from './sitting.js';
import { SittingReader } from './sitting.reader.js';
import { TakePlaces } from './take-places.js';

export interface BookPlaceInput {
  readonly sittingId: SittingId;
}

/**
 * Books a place for oneself. Refuses those outside the cohort (ASM-19), a full sitting (ASM-18), one that is closed
 * (ASM-14) or cancelled (ASM-15). Booking again is the same answer.
 */
@Injectable()
export class BookPlace {
  constructor(
    private readonly sittings: SittingReader,
    private readonly takePlaces: TakePlaces,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: BookPlaceInput): Promise<Sitting> {
    const personId = candidateOf(ctx);
    const sitting = found(await this.sittings.byId(ctx.force, input.sittingId));
    const reader = { personId, now: this.clock.now() };
    const mayBook =
      (await this.sittings.isInCohort(ctx.force, sitting, reader)) ||
      (await this.sittings.hasPlace(ctx.force, sitting.id, personId));

    if (!mayBook) throw refusal('NOT_IN_COHORT');

    return this.takePlaces.execute(ctx, { sittingId: input.sittingId, personIds: [personId] });
  }
}
