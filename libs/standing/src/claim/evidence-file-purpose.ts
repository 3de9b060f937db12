import { defineFilePurpose } from '@app/platform/files/file-purpose.js';

const MB = 1024 * 1024;

/** A certificate or a part of a portfolio: it is evidence, and kept to the last bit. */
export const evidenceFile = defineFilePurpose({
  name: 'evidence-file',
  tenancy: 'force',
  permission: 'standing.claim.make-own',
  mostBytes: 25 * MB,
  mediaTypes: ['application/pdf', 'image/png', 'image/jpeg', 'text/plain'],
  keepsBytes: true,
});
