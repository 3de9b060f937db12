import { defineRecurring } from '@app/platform/jobs/recurring.js';

/** SCD-09. Forgets the marks of work that was done long ago. */
export const forgetDone = defineRecurring({
  name: 'scheduling.forget-done',
  queue: 'reports',
  description: 'Forgets the marks of work that was done 90 days ago. What the work did stays.',
  rhythm: { dailyAt: '03:15' },
});
