import { defineFilePurpose } from '@app/platform/files/file-purpose.js';
import { extractPermissions } from './permissions.js';

/** An extract's two files: its force's, kept to the last bit, since a changed bit breaks the seal. */
export const extractFile = defineFilePurpose({
  name: 'extract',
  tenancy: 'force',
  permission: extractPermissions.make,
  mostBytes: 5 * 1024 * 1024,
  mediaTypes: ['application/json', 'application/pdf'],
  keepsBytes: true,
});
