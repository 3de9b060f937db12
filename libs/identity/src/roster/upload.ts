import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { SessionId } from '../events.js';
import { refusal } from '../refusals.js';

export type UploadId = Id<'Upload'>;

/** How long an upload address takes a file. */
export const UPLOAD_MS = 15 * 60 * 1000;
/** The largest file, in bytes. */
export const LARGEST_UPLOAD = 200 * 1024 * 1024;

/**
 * An upload is one file that one session may send to one address, once, within 15 minutes. The bytes lie in GridFS; this
 * is what is known of them. The address is not here: see `Links`.
 */
export interface Upload {
  readonly id: UploadId;
  readonly forceId: ForceId;
  readonly personId: PersonId;
  readonly sessionId: SessionId;
  readonly fileName: string;
  readonly expiresAt: Date;
  /** How many bytes have arrived; null before they have. */
  readonly bytes: number | null;
}

/** A roster's file name. Refuses another kind of file (IDN-31). */
export function rosterFileName(text: string): string {
  const name = text.trim().normalize('NFC');
  if (!/^[^/\\\p{Cc}]{1,196}\.csv$/iu.test(name)) throw refusal('FILE_NAME_NOT_VALID', { field: 'fileName' });
  return name;
}

/** Refuses bytes at an address that is another session's, has expired or has had its file (IDN-31). */
export function uploadIsOpen(upload: Upload | null, sessionId: SessionId, now: Date): Upload {
  if (upload?.sessionId !== sessionId) throw refusal('UPLOAD_NOT_VALID');
  if (upload.bytes !== null) throw refusal('UPLOAD_ALREADY_THERE');
  if (upload.expiresAt <= now) throw refusal('UPLOAD_EXPIRED');
  return upload;
}
