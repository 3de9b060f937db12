import { defineFilePurpose } from '@app/platform/files/file-purpose.js';

const MB = 1024 * 1024;

/** A table of past training: kept to the last bit, in whatever encoding it comes. */
export const pastTraining = defineFilePurpose({
  name: 'past-training',
  tenancy: 'force',
  permission: 'standing.past.check',
  mostBytes: 200 * MB,
  mediaTypes: ['text/csv'],
  keepsBytes: true,
  anyEncoding: true,
});
