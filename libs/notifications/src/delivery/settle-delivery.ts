import { type RequestContext, systemContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { deliveryDiscarded, deliveryRedriven, deliveryResolved, mailQueued } from '../events.js';
import {
  type Delivery,
  type DeliveryId,
  mayBeRedriven,
  mustBeUnknown,
  mustHaveFailed,
  reasonGiven,
} from './delivery.js';
import { DeliveryReader } from './delivery.reader.js';
import { DeliveryRepository } from './delivery.repository.js';

export interface SettleDeliveryInput {
  readonly deliveryId: DeliveryId;
  /** 3 to 500 characters. */
  readonly reason: string;
}

/** NTF-24. Has a mail that failed or bounced sent anew, with all its tries. Again is the same answer. */
@Injectable()
export class RedriveDelivery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: DeliveryReader,
    private readonly deliveries: DeliveryRepository,
  ) {}

  /** Throws NOT_FOUND, DELIVERY_NOT_FAILED, and DELIVERY_MAY_HAVE_GONE. */
  async execute(ctx: RequestContext, { deliveryId }: { deliveryId: DeliveryId }): Promise<Delivery> {
    const before = found(await this.desk.byId(deliveryId));
    if (!mayBeRedriven(before)) return before;
    // The mail belongs to its force; the deed is the operator's and is journalled with them.
    const its = { ...ctx, force: systemContext('operator', before.forceId).force };
    return this.work.run(its, async (announce) => {
      if (!(await this.deliveries.move(its.force, deliveryId, { state: 'queued', attempts: 0 })))
        throw new Fault('CONFLICT');
      announce(mailQueued({ deliveryId }));
      announce(deliveryRedriven({ deliveryId }));
      return found(await this.desk.byId(deliveryId));
    });
  }
}

/** NTF-24. Gives up a message that failed or bounced, with a reason. Again is the same answer. */
@Injectable()
export class DiscardDelivery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: DeliveryReader,
    private readonly deliveries: DeliveryRepository,
  ) {}

  /** Throws NOT_FOUND, DELIVERY_REASON_MISSING, and DELIVERY_NOT_FAILED. */
  async execute(ctx: RequestContext, { deliveryId, ...input }: SettleDeliveryInput): Promise<Delivery> {
    const reason = reasonGiven(input.reason);
    return this.work.run(ctx, async (announce) => {
      const before = found(await this.desk.byId(deliveryId));
      if (before.settled === 'discarded') return before;
      mustHaveFailed(before);
      if (!(await this.deliveries.settle(before, 'discarded'))) throw new Fault('CONFLICT');
      announce(deliveryDiscarded({ deliveryId }, { payload: { reason } }));
      return { ...before, settled: 'discarded' };
    });
  }
}

/** NTF-24. Says what became of a message whose fate was unknown. It is not sent again. Again is the same answer. */
@Injectable()
export class ResolveDelivery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: DeliveryReader,
    private readonly deliveries: DeliveryRepository,
  ) {}

  /** Throws NOT_FOUND, DELIVERY_REASON_MISSING, and DELIVERY_NOT_UNKNOWN. */
  async execute(ctx: RequestContext, { deliveryId, ...input }: SettleDeliveryInput): Promise<Delivery> {
    const reason = reasonGiven(input.reason);
    return this.work.run(ctx, async (announce) => {
      const before = found(await this.desk.byId(deliveryId));
      mustBeUnknown(before);
      if (before.settled === 'resolved') return before;
      if (!(await this.deliveries.settle(before, 'resolved'))) throw new Fault('CONFLICT');
      announce(deliveryResolved({ deliveryId }, { payload: { reason } }));
      return { ...before, settled: 'resolved' };
    });
  }
}
