import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { placeBooked } from '../events.js';
import { refusal } from '../refusals.js';
import { PlaceRepository } from './place.repository.js';
import { type Sitting, type SittingId, takesBookings } from './sitting.js';
import { SittingRepository } from './sitting.repository.js';

/** What BookPlace and BookPlaces share: seats and places for those who have none yet, all or none (ASM-18). */
@Injectable()
export class TakePlaces {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sittings: SittingRepository,
    private readonly places: PlaceRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(
    ctx: RequestContext,
    input: { sittingId: SittingId; personIds: readonly PersonId[] },
  ): Promise<Sitting> {
    const { sittingId } = input;
    const now = this.clock.now();
    return this.work.run(ctx, async (announce) => {
      const sitting = await this.sittings.load(ctx.force, sittingId);
      const wanted = [...new Set(input.personIds)];
      const holders = await this.places.holders(ctx.force, sittingId, wanted);
      const personIds = wanted.filter((personId) => !holders.has(personId));
      if (personIds.length === 0) return sitting;

      takesBookings(sitting, now);

      const taken = await this.sittings.takeSeats(ctx.force, sittingId, { seats: personIds.length, now });
      if (!taken) throw full(sitting);
      await this.places.add(ctx.force, sittingId, { personIds, at: now });

      for (const personId of personIds) announce(placeBooked({ sittingId, personId }));
      return { ...sitting, placesTaken: sitting.placesTaken + personIds.length };
    });
  }
}

function full(sitting: Sitting) {
  return refusal('SITTING_FULL', { facts: { left: sitting.seats - sitting.placesTaken } });
}
