import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { isDuplicateKey, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import type { Refusal } from '@app/platform/refusal/refusal.js';
import { Inject, Injectable } from '@nestjs/common';
import { placeBooked } from '../events.js';
import { refusal } from '../refusals.js';
import { PlaceRepository } from './place.repository.js';
import { type Sitting, type SittingId, takesBookings } from './sitting.js';
import { SittingRepository } from './sitting.repository.js';

/**
 * What BookPlace and BookPlaces share: seats and places for those who have none yet, all or none (ASM-18). The seats are
 * the first thing that the transaction touches, so that those who book at once wait for each other as briefly as can be;
 * whoever was given a place meanwhile is caught by the unique index of places.
 */
@Injectable()
export class TakePlaces {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sittings: SittingRepository,
    private readonly places: PlaceRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: TakePlacesInput): Promise<Sitting> {
    try {
      return await this.take(ctx, input);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.take(ctx, input);
    }
  }

  private async take(ctx: RequestContext, { sittingId, personIds }: TakePlacesInput): Promise<Sitting> {
    const now = this.clock.now();
    const sitting = await this.sittings.load(ctx.force, sittingId);
    const wanted = [...new Set(personIds)];
    const holders = await this.places.holders(ctx.force, sittingId, wanted);
    const newcomers = wanted.filter((personId) => !holders.has(personId));
    if (newcomers.length === 0) return sitting;

    takesBookings(sitting, now);

    return this.work.run(ctx, async (announce) => {
      const seats = newcomers.length;
      const taken = await this.sittings.takeSeats(ctx.force, sittingId, { seats, now });
      if (!taken) throw whyNot(await this.sittings.load(ctx.force, sittingId), now);
      await this.places.add(ctx.force, sittingId, { personIds: newcomers, at: now });

      for (const personId of newcomers) announce(placeBooked({ sittingId, personId }));
      return this.sittings.load(ctx.force, sittingId);
    });
  }
}

/** Which sitting, and who is to have a place in it. */
export interface TakePlacesInput {
  readonly sittingId: SittingId;
  readonly personIds: readonly PersonId[];
}

/** Why no seats were taken: closed or cancelled meanwhile, or full. */
function whyNot(sitting: Sitting, now: Date): Refusal {
  takesBookings(sitting, now);
  return full(sitting);
}

function full(sitting: Sitting) {
  return refusal('SITTING_FULL', { facts: { left: sitting.seats - sitting.placesTaken } });
}
