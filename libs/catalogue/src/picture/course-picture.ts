import { defineFilePurpose } from '@app/platform/files/file-purpose.js';
import { cataloguePermissions } from '../access.js';

/** A picture of a lesson: everybody's. Drawings are kept as drawn, photographs drawn anew and without metadata. */
export const coursePicture = defineFilePurpose({
  name: 'course-picture',
  tenancy: 'national',
  permission: cataloguePermissions.correct,
  mostBytes: 10 * 1024 * 1024,
  mediaTypes: ['image/svg+xml', 'image/png', 'image/jpeg', 'image/webp'],
  keepsBytes: false,
});
