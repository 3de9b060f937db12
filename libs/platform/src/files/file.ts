import type { Readable } from 'node:stream';
import type { ForceId, PersonId } from '../context/request-context.js';
import type { Id } from '../ids/ids.js';
import type { FilePurpose } from './file-purpose.js';

export type FileId = Id<'File'>;

/**
 * One file that somebody gave Lantern for one purpose. It never changes and is only ever whole: what was refused was never
 * here. Two files of one force with the same bytes share them, and know nothing of it. Its address is not here: see
 * `FileLinks`. Do not rely on `name`: it is what the sender called it.
 */
export interface StoredFile {
  readonly id: FileId;
  /** The force it belongs to; null when it is national (item media). */
  readonly forceId: ForceId | null;
  /** Who sent it; null when the system did. */
  readonly personId: PersonId | null;
  /** Name of its purpose. */
  readonly purpose: string;
  readonly name: string;
  /** What its content was found to be, never what was claimed. */
  readonly mediaType: string;
  /** In bytes, as kept. */
  readonly size: number;
  /** SHA-256 of the bytes as kept, in hexadecimal. */
  readonly sha256: string;
  readonly uploadedAt: Date;
  /** When something first used it; null while nothing does, and then it is swept after 24 hours (PLT-09). */
  readonly usedAt: Date | null;
}

/** Bytes on their way in. */
export interface IncomingFile {
  readonly purpose: FilePurpose;
  /** What the sender calls it; its ending says what it claims to be. */
  readonly name: string;
  /** The media type that the sender declares; empty or `application/octet-stream` when it has no opinion. */
  readonly declaredType: string;
  /** The length that the sender states, to refuse early; null when it states none. */
  readonly announcedBytes?: number | null;
  readonly bytes: Readable | Buffer;
}

/** A part of a file: both ends included, counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** How long a file that nothing uses is kept. */
export const UNUSED_MS = 24 * 60 * 60 * 1000;
