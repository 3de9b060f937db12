import { defineJob } from '@app/platform/jobs/job.js';
import { defineRecurring } from '@app/platform/jobs/recurring.js';
import { z } from 'zod';

const holding = z.object({ personId: z.string().regex(/^[0-9a-f]{24}$/), code: z.string().min(1).max(60) });

export const openWindow = defineJob({
  name: 'certification.open-window',
  queue: 'timed',
  payload: holding,
  description: 'Opens the window in which somebody may renew a certification.',
});

export const expireHolding = defineJob({
  name: 'certification.expire-holding',
  queue: 'timed',
  payload: holding,
  description:
    'Ends a certification on the day after its last valid one; authority to practise lapses with it.',
});

/** CRT-67. Looks at everybody by the rules of assignment, since days pass. */
export const evaluateAssignments = defineRecurring({
  name: 'certification.evaluate-assignments',
  queue: 'reports',
  description:
    'Looks at everybody of each force by its rules of assignment: days pass, and audiences with them.',
  rhythm: { dailyAt: '02:15' },
});

/** The natural keys of the due rows. */
export const dueKey = {
  openWindow: (holdingId: string) => `certification-window-${holdingId}`,
  expireHolding: (holdingId: string) => `certification-expiry-${holdingId}`,
};
