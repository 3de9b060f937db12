import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectConnection, InjectModel } from '@nestjs/mongoose';
import mongoose, { type Connection, type Model, Types } from 'mongoose';
import type { SessionId } from '../events.js';
import { refusal } from '../refusals.js';
import { LARGEST_UPLOAD, type Upload, type UploadId } from './upload.js';
import { type StoredUpload, UPLOAD } from './upload.schema.js';

/** Larger than usual: each chunk is a write that waits for the disk. */
const CHUNK = 4 * 1024 * 1024;

/** Stores uploads and their bytes. */
@Injectable()
export class UploadRepository {
  constructor(
    @InjectModel(UPLOAD) private readonly uploads: Model<StoredUpload>,
    @InjectConnection() private readonly connection: Connection,
  ) {}

  /** The upload, if it is this force's. */
  async byId(scope: ForceScope, id: UploadId): Promise<Upload | null> {
    const stored = await this.uploads.findOne({ forceId: objectId(scope.forceId), _id: objectId(id) }).lean();
    return stored === null ? null : uploadOf(stored);
  }

  /** Adds an upload that awaits its bytes. */
  async add(upload: Upload): Promise<void> {
    await this.uploads.insertMany([
      {
        _id: objectId(upload.id),
        forceId: objectId(upload.forceId),
        personId: objectId(upload.personId),
        sessionId: objectId(upload.sessionId),
        fileName: upload.fileName,
        expiresAt: upload.expiresAt,
        bytes: null,
        fileId: null,
      },
    ]);
  }

  /** Streams bytes into the store. Refuses more than the limit (IDN-31) and then keeps none of them. */
  async store(upload: Upload, bytes: Readable): Promise<{ fileId: string; bytes: number }> {
    let count = 0;
    const limit = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        count += chunk.length;
        if (count > LARGEST_UPLOAD) done(tooLarge());
        else done(null, chunk);
      },
    });
    const file = this.bucket().openUploadStream(upload.id, { chunkSizeBytes: CHUNK });
    // A broken-off pipeline aborts the file, which removes the chunks that were written.
    await pipeline(bytes, limit, file);
    return { fileId: file.id.toString(), bytes: count };
  }

  /** Notes that the bytes have arrived. False when others arrived first. */
  async arrived(upload: Upload, file: { fileId: string; bytes: number }): Promise<boolean> {
    const noted = await this.uploads.updateOne(
      { forceId: objectId(upload.forceId), _id: objectId(upload.id), fileId: null },
      { $set: { bytes: file.bytes, fileId: new Types.ObjectId(file.fileId) } },
    );
    return noted.modifiedCount === 1;
  }

  /** Forgets bytes that nobody will read. */
  async discard(fileId: string): Promise<void> {
    await this.bucket().delete(new Types.ObjectId(fileId));
  }

  /** Forgets bytes, if they are still there. */
  async discardIfThere(fileId: string): Promise<void> {
    const known = await this.bucket()
      .find({ _id: new Types.ObjectId(fileId) })
      .hasNext();
    if (known) await this.discard(fileId);
  }

  /** The bytes of an upload. */
  async open(scope: ForceScope, id: UploadId): Promise<Readable> {
    const stored = await this.uploads.findOne({ forceId: objectId(scope.forceId), _id: objectId(id) }).lean();
    return this.bucket().openDownloadStream(found(stored?.fileId));
  }

  private bucket() {
    return new mongoose.mongo.GridFSBucket(found(this.connection.db), { bucketName: 'uploads' });
  }
}

/** The refusal of a file above the limit. */
export function tooLarge() {
  return refusal('UPLOAD_TOO_LARGE', { facts: { megabytes: LARGEST_UPLOAD / 1024 / 1024 } });
}

function uploadOf(stored: StoredUpload): Upload {
  return {
    id: idOf<UploadId>(stored._id),
    forceId: idOf<ForceId>(stored.forceId),
    personId: idOf<PersonId>(stored.personId),
    sessionId: idOf<SessionId>(stored.sessionId),
    fileName: stored.fileName,
    expiresAt: stored.expiresAt,
    bytes: stored.bytes,
  };
}
