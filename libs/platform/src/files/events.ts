import { defineEvent } from '../journal/event.js';

/** A file was taken in, whole and safe. Its name is in the erasable payload. */
export const fileStored = defineEvent<{
  fileId: string;
  purpose: string;
  mediaType: string;
  size: number;
  sha256: string;
}>('files.file.stored.v1');

/** A file was removed since nothing had used it for 24 hours. */
export const fileSwept = defineEvent<{ fileId: string; purpose: string; sha256: string }>(
  'files.file.swept.v1',
);
