import { type RequestContext, scopeOf } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { mailQueued } from '../events.js';
import type { DeliveryId, DeliveryState } from './delivery.js';
import { DeliveryRepository } from './delivery.repository.js';

/** A mail's time has come, after quiet hours or a pause. */
@Injectable()
export class ReleaseMail {
  constructor(private readonly work: UnitOfWork) {}

  async execute(ctx: RequestContext, { deliveryId }: { readonly deliveryId: string }): Promise<void> {
    await this.work.run(ctx, async (announce) => announce(mailQueued({ deliveryId })));
  }
}

/** NTF-11. Whoever claimed a mail and did not come back had died: nobody can know whether it went. */
@Injectable()
export class SettleUnknown {
  constructor(private readonly deliveries: DeliveryRepository) {}

  /** How many were marked: what dead processes of this host held, at once, and what anybody holds for too long. */
  async execute(): Promise<number> {
    return (await this.deliveries.releaseTheDead()) + (await this.deliveries.expireClaims());
  }
}

/** What a receipt from outside says of a mail. */
export interface Receipt {
  readonly deliveryId: DeliveryId;
  readonly outcome: Extract<DeliveryState, 'delivered' | 'bounced' | 'failed'>;
  /** In the sender's own words: `permanent-failure`. Never an address. */
  readonly reason: string;
}

/** NTF-25. Takes a receipt. One for a delivery that is nobody's, or that has come further, changes nothing. */
@Injectable()
export class TakeReceipt {
  constructor(private readonly deliveries: DeliveryRepository) {}

  /** Whether it changed anything. */
  async execute({ deliveryId, outcome, reason }: Receipt): Promise<boolean> {
    const forceId = await this.deliveries.forceOf(deliveryId);
    if (forceId === null) return false;
    const why = outcome === 'delivered' ? null : reason;
    return this.deliveries.move(scopeOf(forceId), deliveryId, { state: outcome, reason: why });
  }
}
