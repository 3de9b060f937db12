import { SendDigest, sendDigest } from '@app/notifications';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** A manager’s digest of the day. */
@Injectable()
@Handles(sendDigest)
export class SendDigestProcessor implements JobHandler<{ personId: string; day: string }> {
  constructor(private readonly sendDigest: SendDigest) {}

  async handle(ctx: RequestContext, { personId, day }: { personId: string; day: string }): Promise<void> {
    await this.sendDigest.execute(ctx, { personId: personId as PersonId, day: calendarDateOf(day) });
  }
}
