import type { RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { Injectable } from '@nestjs/common';
import { dueKey, lapseRecall } from '../jobs.js';
import type { Attempt } from './attempt.js';
import { recallLapsesAt } from './pause-rules.js';

/** When a suspension is settled if nobody acts. */
@Injectable()
export class RecallDue {
  constructor(private readonly timetable: Timetable) {}

  /** Sets it for a suspended attempt. */
  async set(ctx: RequestContext, attempt: Attempt): Promise<void> {
    await this.timetable.set(ctx, lapseRecall, {
      key: dueKey.lapseRecall(attempt.id),
      dueAt: recallLapsesAt(attempt),
      payload: { attemptId: attempt.id },
    });
  }

  /** Takes it away: the recall is over. */
  async cancel(attempt: Attempt): Promise<void> {
    await this.timetable.cancel(dueKey.lapseRecall(attempt.id));
  }
}
