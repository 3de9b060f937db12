import { defineJob } from '@app/platform/jobs/job.js';
import { z } from 'zod';

export const runRegrade = defineJob({
  name: 'assessment.run-regrade',
  queue: 'timed',
  payload: z.object({ regradeId: z.string().regex(/^[0-9a-f]{24}$/) }),
  description: 'Does the next page of a regrade: looks at attempts, checks its list, or applies it.',
});
