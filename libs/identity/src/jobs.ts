import { defineRecurring } from '@app/platform/jobs/recurring.js';

/** IDN-39. Forgets what nobody needs any more. */
export const forgetExpired = defineRecurring({
  name: 'identity.forget-expired',
  queue: 'reports',
  description:
    'Forgets the files and errors of rosters 30 days after they were uploaded, and invitations and password links 30 days after they ended.',
  rhythm: { dailyAt: '03:30' },
});
