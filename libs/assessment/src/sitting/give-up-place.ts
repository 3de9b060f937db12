import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { AttemptRepository } from '../attempt/attempt.repository.js';
import { placeGivenUp } from '../events.js';
import { refusal } from '../refusals.js';
import { refusal as sessionRefusal } from '../session/refusals.js';
import { PlaceRepository } from './place.repository.js';
import { type Sitting, type SittingId, takesBookings } from './sitting.js';
import { SittingRepository } from './sitting.repository.js';

export interface GiveUpPlaceInput {
  readonly sittingId: SittingId;
}

/**
 * Gives one's own place up, and the seat to the next. Refuses once an attempt was started from it (ASM-20), of a place that came with a
 * session (ASM-183), and after the
 * closing (ASM-14, ASM-15). Giving up again is the same answer.
 */
@Injectable()
export class GiveUpPlace {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sittings: SittingRepository,
    private readonly places: PlaceRepository,
    private readonly attempts: AttemptRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: GiveUpPlaceInput): Promise<Sitting> {
    const { sittingId } = input;
    const personId = candidateOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const sitting = await this.sittings.load(ctx.force, sittingId);
      const holders = await this.places.holders(ctx.force, sittingId, [personId]);
      if (!holders.has(personId)) return sitting;
      if (await this.places.isByBooking(ctx.force, sittingId, personId))
        throw sessionRefusal('PLACE_BY_BOOKING');
      const hasStarted = await this.attempts.hasStarted(ctx.force, sittingId, personId);

      takesBookings(sitting, this.clock.now());
      if (hasStarted) throw refusal('PLACE_USED');

      await this.places.remove(ctx.force, sittingId, personId);
      await this.sittings.returnSeat(ctx.force, sittingId);

      announce(placeGivenUp({ sittingId, personId }));
      return { ...sitting, placesTaken: sitting.placesTaken - 1 };
    });
  }
}
