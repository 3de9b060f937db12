import { Clock } from '@app/platform/clock/clock.js';
import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, newId, objectId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import {
  type Claimed,
  type Content,
  type Delivery,
  type DeliveryId,
  type DeliveryKey,
  type DeliveryState,
  LEASE_MS,
  type Settlement,
  statesBefore,
} from './delivery.js';
import { DELIVERY, type StoredDelivery } from './delivery.schema.js';
import { isOfTheDead, newClaim } from './sender.js';

/** What a new delivery begins with. */
export interface Beginning {
  readonly state: 'queued' | 'delivered' | 'suppressed';
  readonly content?: Content;
  readonly reason?: string;
}

/** How a delivery comes into a state. */
export interface Move {
  readonly state: DeliveryState;
  readonly reason?: string | null;
  /** Only for who claimed it. */
  readonly claim?: string;
  readonly attempts?: number;
}

/** Who takes a delivery in hand, and how it ended. */
@Injectable()
export class DeliveryRepository {
  constructor(
    @InjectModel(DELIVERY) private readonly deliveries: Model<StoredDelivery>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Records a delivery in the transaction under way. Null when there is one of that key. */
  async record(scope: ForceScope, key: DeliveryKey, begun: Beginning): Promise<DeliveryId | null> {
    return (await this.recordAll(scope, [{ key, begun }]))[0] ?? null;
  }

  /** As `record`, of several: one read and one write. In the order in which they were given. */
  async recordAll(
    scope: ForceScope,
    wanted: readonly { readonly key: DeliveryKey; readonly begun: Beginning }[],
  ): Promise<(DeliveryId | null)[]> {
    if (wanted.length === 0) return [];
    const forceId = objectId(scope.forceId);
    const recipient = { $in: wanted.map(({ key }) => objectId(key.recipient)) };
    const cycle = { $in: [...new Set(wanted.map(({ key }) => key.cycle))] };
    const there = await this.deliveries
      .find({ forceId, recipient, cycle }, { recipient: 1, cycle: 1, message: 1, channel: 1 })
      .lean<StoredDelivery[]>();
    const taken = new Set(there.map((row) => lineOf({ ...row, recipient: idOf<PersonId>(row.recipient) })));
    const ids = wanted.map(({ key }) => {
      const line = lineOf(key);
      if (taken.has(line)) return null;
      taken.add(line);
      return newId<DeliveryId>();
    });
    const at = this.clock.now();
    const rows = wanted.flatMap(({ key, begun }, n) => {
      const id = ids[n] ?? null;
      return id === null ? [] : [{ _id: objectId(id), forceId, ...begunRow(key, begun), at }];
    });
    if (rows.length > 0) await this.deliveries.insertMany(rows, { rawResult: true });
    return ids;
  }

  /** NTF-11. Takes a queued mail in hand, before anything is said to a server. Null when it is in other hands, or has gone. */
  async claim(scope: ForceScope, id: DeliveryId): Promise<Claimed | null> {
    const [now, claim] = [this.clock.now(), newClaim()];
    const leaseUntil = new Date(now.getTime() + LEASE_MS);
    const row = await this.deliveries
      .findOneAndUpdate(
        { _id: objectId(id), forceId: objectId(scope.forceId), state: 'queued', channel: 'mail' },
        { $set: { state: 'sending', at: now, claim, leaseUntil }, $inc: { attempts: 1 } },
        { returnDocument: 'after' },
      )
      .lean<StoredDelivery>();
    if (row === null) return null;
    const { message, cycle, content, attempts } = row;
    return {
      ...{ id, forceId: idOf<ForceId>(row.forceId), recipient: idOf<PersonId>(row.recipient) },
      ...{ message, cycle, content: content ?? { facts: {} }, attempts, claim },
    };
  }

  /** NTF-10. Brings a delivery into a state, if it may come there from where it is. Whether it did. */
  async move(scope: ForceScope, id: DeliveryId, { claim, ...to }: Move): Promise<boolean> {
    const mine = claim === undefined ? {} : { claim };
    const from = statesBefore(to.state);
    const moved = await this.deliveries.updateOne(
      { _id: objectId(id), forceId: objectId(scope.forceId), state: { $in: from }, ...mine },
      { $set: { reason: null, ...to, at: this.clock.now(), leaseUntil: null } },
    );
    return moved.matchedCount === 1;
  }

  /** NTF-11. Marks as unknown, without waiting, what processes of this host had claimed when they died. How many. */
  async releaseTheDead(): Promise<number> {
    const why = acrossForces('a worker that starts settles what its dead neighbours left, in every force');
    const claimed = await this.deliveries
      .find({ state: 'sending' }, { claim: 1 }, why)
      .lean<StoredDelivery[]>();
    const dead = claimed.flatMap(({ claim }) => (claim !== null && isOfTheDead(claim) ? [claim] : []));
    const { modifiedCount } = await this.deliveries.updateMany(
      { state: 'sending', claim: { $in: dead } },
      { $set: { state: 'unknown', reason: 'its sender died', at: this.clock.now(), leaseUntil: null } },
      why,
    );
    return modifiedCount;
  }

  /** NTF-11. Marks as unknown whatever its sender has held for longer than any try lasts. How many. */
  async expireClaims(): Promise<number> {
    const now = this.clock.now();
    const { modifiedCount } = await this.deliveries.updateMany(
      { state: 'sending', leaseUntil: { $lte: now } },
      { $set: { state: 'unknown', reason: 'its sender died', at: now, leaseUntil: null } },
      acrossForces('the clockwork settles what dead senders left, in every force'),
    );
    return modifiedCount;
  }

  /** Writes down what an operator said of it, if nobody did before. Whether it was so. */
  async settle(delivery: Delivery, settled: Settlement): Promise<boolean> {
    const { id, forceId, state } = delivery;
    const done = await this.deliveries.updateOne(
      { _id: objectId(id), forceId: objectId(forceId), state, settled: null },
      { $set: { settled } },
    );
    return done.matchedCount === 1;
  }

  /** The force of a delivery, for receipts from outside; null when there is no such delivery. */
  async forceOf(id: DeliveryId): Promise<ForceId | null> {
    const row = await this.deliveries
      .findOne({ _id: objectId(id) }, { forceId: 1 }, acrossForces('a receipt names a delivery and no force'))
      .lean<StoredDelivery>();
    return row === null ? null : idOf<ForceId>(row.forceId);
  }
}

/** The natural key in one line. */
function lineOf({ recipient, cycle, message, channel }: DeliveryKey): string {
  return JSON.stringify([recipient, cycle, message, channel]);
}

function begunRow({ recipient, ...key }: DeliveryKey, { content, reason, state }: Beginning) {
  const attempts = state === 'delivered' ? 1 : 0;
  const why = { content: content ?? null, reason: reason ?? null };
  return { ...key, recipient: objectId(recipient), state, attempts, ...why };
}
