import { type BookingId, LapseBooking, lapseBooking } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** An offer of a seat, or a request for one, has come to its end. */
@Injectable()
@Handles(lapseBooking)
export class LapseBookingProcessor implements JobHandler<{ bookingId: string }> {
  constructor(private readonly lapse: LapseBooking) {}

  async handle(ctx: RequestContext, payload: { bookingId: string }): Promise<void> {
    await this.lapse.execute(ctx, { bookingId: payload.bookingId as BookingId });
  }
}
