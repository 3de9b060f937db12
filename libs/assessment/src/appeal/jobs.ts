import { defineJob } from '@app/platform/jobs/job.js';
import { z } from 'zod';

export const appealFallsDue = defineJob({
  name: 'assessment.appeal-falls-due',
  queue: 'timed',
  payload: z.object({ appealId: z.string().regex(/^[0-9a-f]{24}$/) }),
  description: 'Says that an appeal was not decided in time.',
});

/** The natural key of the due row. */
export function dueKeyOf(appealId: string): string {
  return `appeal-due-${appealId}`;
}
