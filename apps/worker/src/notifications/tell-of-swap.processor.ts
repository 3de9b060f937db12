import { type SwapId, swapAgreed, swapOffered, swapWithdrawn } from '@app/assessment';
import { TellOfSwap } from '@app/notifications';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

interface Told {
  readonly swapId: string;
  readonly by?: string;
}

const WHAT = new Map<string, 'offered' | 'agreed'>([
  [swapOffered.type, 'offered'],
  [swapAgreed.type, 'agreed'],
]);

/** A swap was offered, agreed or will not be: tell the other side, or both. */
@Injectable()
@Consumes({
  name: 'notifications-tell-of-swap',
  events: [swapOffered, swapAgreed, swapWithdrawn],
  queue: 'events',
})
export class TellOfSwapProcessor implements EventConsumer<Told> {
  constructor(private readonly tellOfSwap: TellOfSwap) {}

  async consume(ctx: RequestContext, { data, eventId: occasion, type }: ReceivedEvent<Told>): Promise<void> {
    const swapId = data.swapId as SwapId;
    const by = data.by as PersonId | undefined;
    await this.tellOfSwap.execute(ctx, { what: WHAT.get(type) ?? 'withdrawn', swapId, by, occasion });
  }
}
