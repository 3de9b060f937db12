import { defineJob } from '@app/platform/jobs/job.js';
import { z } from 'zod';

/** The last day on which a replaced version may be finished has passed. */
export const cutOffDue = defineJob({
  name: 'progress.cut-off',
  queue: 'timed',
  payload: z.object({ courseCode: z.string(), versionId: z.string() }),
  description: 'Moves learners who have not finished a replaced course version by its cut-off.',
});
