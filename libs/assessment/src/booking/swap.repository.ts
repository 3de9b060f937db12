import type { ForceScope } from '@app/platform/context/request-context.js';
import { type Id, idOf, newId, objectId } from '@app/platform/ids/ids.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { BookingId } from './booking.js';
import { type StoredSwap, SWAP } from './booking.schema.js';

export type SwapId = Id<'Swap'>;

/** The wish of one person to swap their booked seat with that of another. */
export interface Swap {
  readonly id: SwapId;
  /** Whose holder offers it. */
  readonly bookingId: BookingId;
  readonly otherBookingId: BookingId;
  readonly state: StoredSwap['state'];
}

/** Loads and saves swaps. */
@Injectable()
export class SwapRepository {
  constructor(@InjectModel(SWAP) private readonly swaps: Model<StoredSwap>) {}

  /** The swap, or NOT_FOUND when this force has none such. */
  async load(scope: ForceScope, swapId: SwapId): Promise<Swap> {
    const filter = { _id: objectId(swapId), forceId: objectId(scope.forceId) };
    return swapOf(found(await this.swaps.findOne(filter).lean<StoredSwap>()));
  }

  /** What is offered of two bookings already. */
  async open(scope: ForceScope, pair: Pick<Swap, 'bookingId' | 'otherBookingId'>): Promise<Swap | null> {
    const stored = await this.swaps
      .findOne({
        ...{ forceId: objectId(scope.forceId), bookingId: objectId(pair.bookingId) },
        ...{ otherBookingId: objectId(pair.otherBookingId), state: 'OFFERED' },
      })
      .lean<StoredSwap>();
    return stored === null ? null : swapOf(stored);
  }

  /** What is offered to or by the holders of these bookings. */
  async about(scope: ForceScope, bookingIds: readonly BookingId[]): Promise<Swap[]> {
    const ids = bookingIds.map(objectId);
    const stored = await this.swaps
      .find({
        ...{ forceId: objectId(scope.forceId), state: 'OFFERED' },
        $or: [{ bookingId: { $in: ids } }, { otherBookingId: { $in: ids } }],
      })
      .limit(100)
      .lean<StoredSwap[]>();
    return stored.map(swapOf);
  }

  /** Adds a new one. */
  async add(scope: ForceScope, pair: Pick<Swap, 'bookingId' | 'otherBookingId'>): Promise<Swap> {
    const swap: Swap = { id: newId<SwapId>(), ...pair, state: 'OFFERED' };
    await this.swaps.create([
      {
        ...{ _id: objectId(swap.id), forceId: objectId(scope.forceId), state: swap.state },
        ...{ bookingId: objectId(swap.bookingId), otherBookingId: objectId(swap.otherBookingId) },
      },
    ]);
    return swap;
  }

  /** Saves its state. */
  async save(scope: ForceScope, { id, state }: Swap): Promise<void> {
    const filter = { _id: objectId(id), forceId: objectId(scope.forceId) };
    await this.swaps.updateOne(filter, { $set: { state } });
  }
}

function swapOf({ _id, bookingId, otherBookingId, state }: StoredSwap): Swap {
  const pair = { bookingId: idOf<BookingId>(bookingId), otherBookingId: idOf<BookingId>(otherBookingId) };
  return { id: idOf<SwapId>(_id), ...pair, state };
}
