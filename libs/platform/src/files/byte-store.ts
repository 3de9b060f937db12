import type { Readable } from 'node:stream';
import type { Id } from '../ids/ids.js';
import type { ByteRange } from './file.js';

export type BytesId = Id<'Bytes'>;

/** Where some bytes lie: in the room of their purpose, under an id. */
export interface BytesAt {
  readonly purpose: string;
  readonly id: BytesId;
}

/**
 * Where bytes lie. Abstract because it is the outside world: an object store can take GridFS's place by binding another class
 * to this one in `FilesModule`. Nothing here is transactional; what counts is the row that points at the bytes.
 */
export abstract class ByteStore {
  /** Writes all bytes of the source, holding few of them at a time. Whatever breaks the source off leaves nothing behind. */
  abstract write(at: BytesAt, source: Readable): Promise<void>;
  /** The bytes, or a part of them, as they are asked for. */
  abstract read(at: BytesAt, range?: ByteRange): Readable;
  /** Removes the bytes. None there is no error. */
  abstract remove(at: BytesAt): Promise<void>;
}
