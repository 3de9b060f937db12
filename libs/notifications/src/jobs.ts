import { defineJob } from '@app/platform/jobs/job.js';
import { defineRecurring } from '@app/platform/jobs/recurring.js';
import { z } from 'zod';

const id = z.string().regex(/^[0-9a-f]{24}$/);

export const fireStep = defineJob({
  name: 'notifications.fire-step',
  queue: 'timed',
  payload: z.object({ stepId: id }),
  description: 'Takes one step of a reminder: tells the person, or somebody up the line.',
});

export const releaseMail = defineJob({
  name: 'notifications.release-mail',
  queue: 'timed',
  payload: z.object({ deliveryId: id }),
  description: 'Sends a mail that waited for quiet hours to end, or for another try.',
});

export const sendDigest = defineJob({
  name: 'notifications.send-digest',
  queue: 'timed',
  payload: z.object({ personId: id, day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
  description: 'Tells a manager, once a day, what is overdue among their people.',
});

export const remindOfAppeal = defineJob({
  name: 'notifications.remind-of-appeal',
  queue: 'timed',
  payload: z.object({ appealId: id }),
  description: 'Tells those who decide appeals that one falls due in a week.',
});

export const settleUnknown = defineRecurring({
  name: 'notifications.settle-unknown',
  queue: 'timed',
  rhythm: { everyMinutes: 1 },
  description: 'Marks as unknown each message whose sender died while the mail server had it.',
});

/** The natural keys of the due rows. */
export const dueKey = {
  fireStep: (stepId: string) => `reminder-step-${stepId}`,
  remindOfAppeal: (appealId: string) => `appeal-reminder-${appealId}`,
  releaseMail: (deliveryId: string) => `mail-${deliveryId}`,
  sendDigest: (personId: string, day: string) => `digest-${personId}-${day}`,
};
