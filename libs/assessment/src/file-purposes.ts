import { defineFilePurpose } from '@app/platform/files/file-purpose.js';

const MB = 1024 * 1024;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SLIDES = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** A candidate's file response or work: their own and their force's, and evidence to the last bit. */
export const responseFile = defineFilePurpose({
  name: 'response-file',
  tenancy: 'force',
  permission: 'assessment.response-file.upload',
  mostBytes: 50 * MB,
  mediaTypes: [
    'application/pdf',
    WORD,
    SHEET,
    SLIDES,
    'application/vnd.oasis.opendocument.text',
    'application/vnd.oasis.opendocument.spreadsheet',
    'text/plain',
    'text/csv',
    'text/markdown',
    'image/png',
    'image/jpeg',
    'image/webp',
    'audio/mpeg',
    'audio/wav',
    'video/mp4',
  ],
  keepsBytes: true,
});

/** A picture that an item shows: everybody's, drawn anew and without metadata. */
export const itemMedia = defineFilePurpose({
  name: 'item-media',
  tenancy: 'national',
  permission: 'assessment.item-media.upload',
  mostBytes: 10 * MB,
  mediaTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/svg+xml'],
  keepsBytes: false,
});

/** An exhibit of a stimulus: everybody's, kept as it is, since its metadata may be what is asked about. */
export const exhibitFile = defineFilePurpose({
  name: 'exhibit',
  tenancy: 'national',
  permission: 'assessment.exhibit.upload',
  mostBytes: 50 * MB,
  mediaTypes: [
    'application/pdf',
    WORD,
    SHEET,
    'text/plain',
    'text/csv',
    'application/json',
    'message/rfc822',
    'image/png',
    'image/jpeg',
    'image/webp',
    'image/gif',
    'audio/mpeg',
    'audio/wav',
    'video/mp4',
  ],
  keepsBytes: true,
});
