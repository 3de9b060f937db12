import { z } from 'zod';
import { defineJob } from '../jobs/job.js';

const id = z.string().regex(/^[0-9a-f]{24}$/);

export const sweepFile = defineJob({
  name: 'files.sweep-file',
  queue: 'timed',
  payload: z.object({ fileId: id }),
  description: 'Removes a file that was uploaded and that nothing has used within 24 hours.',
});

export const discardBytes = defineJob({
  name: 'files.discard-bytes',
  queue: 'timed',
  payload: z.object({ bytesId: id, purpose: z.string() }),
  description: 'Removes bytes that no file holds: of an upload that broke off, or of files that were swept.',
});

/** The natural keys of the due rows. */
export const dueKey = {
  sweepFile: (fileId: string) => `file-unused-${fileId}`,
  discardBytes: (bytesId: string) => `file-bytes-${bytesId}`,
} as const;
