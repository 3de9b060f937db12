import { openWindow, ReconsiderHoldings } from '@app/certification';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { type DueNow, Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Held = { personId: string; code: string };

/** The window of a certification opens. */
@Injectable()
@Handles(openWindow)
export class OpenWindowProcessor implements JobHandler<Held> {
  constructor(private readonly reconsider: ReconsiderHoldings) {}

  async handle(ctx: RequestContext, { personId, code }: Held): Promise<void> {
    await this.reconsider.execute(ctx, { personId: personId as PersonId, code });
  }

  async handleAll(dues: readonly DueNow<Held>[]): Promise<void> {
    await this.reconsider.executeAll(
      dues.map(({ ctx, payload: { personId, code } }) => ({ ctx, personId: personId as PersonId, code })),
    );
  }
}
