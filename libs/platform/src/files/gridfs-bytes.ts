import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import mongoose, { type Connection } from 'mongoose';
import { objectId } from '../ids/ids.js';
import { found } from '../refusal/fault.js';
import { ByteStore, type BytesAt } from './byte-store.js';
import type { ByteRange } from './file.js';

/** One write that waits for the disk for each of these; a range read skips what lies before. */
const CHUNK = 1024 * 1024;

/** Bytes in MongoDB's GridFS, a bucket for each purpose. */
@Injectable()
export class GridFsBytes extends ByteStore {
  constructor(@InjectConnection() private readonly connection: Connection) {
    super();
  }

  override async write({ purpose, id }: BytesAt, source: Readable): Promise<void> {
    // A pipeline that breaks off aborts the upload, which removes the chunks written so far.
    await pipeline(
      source,
      this.bucket(purpose).openUploadStreamWithId(objectId(id), id, { chunkSizeBytes: CHUNK }),
    );
  }

  override read({ purpose, id }: BytesAt, range?: ByteRange): Readable {
    const part = range === undefined ? {} : { start: range.start, end: range.end + 1 };
    return this.bucket(purpose).openDownloadStream(objectId(id), part);
  }

  override async remove({ purpose, id }: BytesAt): Promise<void> {
    const db = found(this.connection.db);
    // By collection, since the bucket's own delete calls bytes that were never finished an error.
    await db.collection(`${bucketOf(purpose)}.files`).deleteOne({ _id: objectId(id) });
    await db.collection(`${bucketOf(purpose)}.chunks`).deleteMany({ files_id: objectId(id) });
  }

  private bucket(purpose: string) {
    return new mongoose.mongo.GridFSBucket(found(this.connection.db), { bucketName: bucketOf(purpose) });
  }
}

function bucketOf(purpose: string): string {
  return `files.${purpose}`;
}
