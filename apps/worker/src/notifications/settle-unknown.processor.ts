import { SettleUnknown, settleUnknown } from '@app/notifications';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** What dead senders left behind is marked unknown. */
@Injectable()
@Handles(settleUnknown)
export class SettleUnknownProcessor implements JobHandler<Record<string, never>> {
  constructor(private readonly settleUnknown: SettleUnknown) {}

  async handle(): Promise<void> {
    await this.settleUnknown.execute();
  }
}
