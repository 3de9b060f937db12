import { defineJob } from '@app/platform/jobs/job.js';
import { z } from 'zod';

const id = z.string().regex(/^[0-9a-f]{24}$/);
const sitting = z.object({ sittingId: id });

export const openSitting = defineJob({
  name: 'assessment.open-sitting',
  queue: 'timed',
  payload: sitting,
  description: 'Records that the window of a sitting has begun.',
});

export const closeSitting = defineJob({
  name: 'assessment.close-sitting',
  queue: 'timed',
  payload: sitting,
  description: 'Records that the window of a sitting has ended.',
});

export const remindSitting = defineJob({
  name: 'assessment.remind-sitting',
  queue: 'timed',
  payload: sitting,
  description: 'Announces that those with a place in a sitting are to be reminded of it.',
});

export const closeAttempt = defineJob({
  name: 'assessment.close-attempt',
  queue: 'timed',
  payload: z.object({ attemptId: id }),
  description: 'Ends an attempt whose time is up: what was saved is handed in, or it is abandoned.',
  urgent: true,
});

export const lapseRecall = defineJob({
  name: 'assessment.lapse-recall',
  queue: 'timed',
  payload: z.object({ attemptId: id }),
  description: 'Settles a recall about which nobody has acted in time.',
});

export const lapseBooking = defineJob({
  name: 'assessment.lapse-booking',
  queue: 'timed',
  payload: z.object({ bookingId: id }),
  description: 'Ends an offer of a seat that nobody took, or a request for one that nobody decided.',
});

export const rebookSession = defineJob({
  name: 'assessment.rebook-session',
  queue: 'timed',
  payload: z.object({ sessionId: id }),
  description: 'Offers other sessions, in order, to those who had booked one that was cancelled.',
});

/** The natural keys of the due rows. */
export const dueKey = {
  openSitting: (sittingId: string) => `sitting-open-${sittingId}`,
  closeSitting: (sittingId: string) => `sitting-close-${sittingId}`,
  remindSitting: (sittingId: string) => `sitting-remind-${sittingId}`,
  closeAttempt: (attemptId: string) => `attempt-deadline-${attemptId}`,
  lapseBooking: (bookingId: string) => `booking-lapse-${bookingId}`,
  rebookSession: (sessionId: string) => `session-rebook-${sessionId}`,
  lapseRecall: (attemptId: string) => `attempt-recall-${attemptId}`,
} as const;
