import {
  closeSitting,
  openSitting,
  RecordWindow,
  type RecordWindowInput,
  remindSitting,
  type SittingId,
} from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { type DueNow, Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

interface Payload extends Record<string, unknown> {
  sittingId: string;
}

/** An instant of a sitting's timetable has come; the same instant of several sittings is recorded together. */
@Injectable()
abstract class SittingWindowProcessor implements JobHandler<Payload> {
  protected abstract readonly what: RecordWindowInput['what'];

  constructor(private readonly record: RecordWindow) {}

  async handle(ctx: RequestContext, payload: Payload, dueAt: Date): Promise<void> {
    await this.handleAll([{ ctx, payload, dueAt }]);
  }

  async handleAll(dues: readonly DueNow<Payload>[]): Promise<void> {
    const { what } = this;
    await this.record.executeAll(
      dues.map(({ ctx, payload, dueAt }) => ({
        ctx,
        input: { sittingId: payload.sittingId as SittingId, what, dueAt },
      })),
    );
  }
}

/** The window of a sitting begins. */
@Injectable()
@Handles(openSitting)
export class OpenSittingProcessor extends SittingWindowProcessor {
  protected readonly what = 'opened';
}

/** The window of a sitting ends. */
@Injectable()
@Handles(closeSitting)
export class CloseSittingProcessor extends SittingWindowProcessor {
  protected readonly what = 'closed';
}

/** The reminder of a sitting falls due. */
@Injectable()
@Handles(remindSitting)
export class RemindSittingProcessor extends SittingWindowProcessor {
  protected readonly what = 'reminded';
}
