import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { ForceScope } from '../context/request-context.js';
import { idOf, objectId } from '../ids/ids.js';
import { acrossForces } from '../mongo/tenancy.js';
import { found } from '../refusal/fault.js';
import { ByteStore, type BytesId } from './byte-store.js';
import type { ByteRange, FileId, StoredFile } from './file.js';
import { FILE, type StoredFileRow } from './file.schema.js';
import type { FilePurpose } from './file-purpose.js';
import { storedFileOf } from './file-row.js';

/** Plain reads of files and of their bytes. Who may see a file is the caller's question. */
@Injectable()
export class FileReader {
  constructor(
    @InjectModel(FILE) private readonly files: Model<StoredFileRow>,
    private readonly bytes: ByteStore,
  ) {}

  /** The files with these ids that are the force's or national, in the order of the ids. */
  async byIds(scope: ForceScope, ids: readonly FileId[]): Promise<StoredFile[]> {
    const rows = await this.files
      .find({ forceId: { $in: [objectId(scope.forceId), null] }, _id: { $in: ids.map(objectId) } })
      .lean();
    const known = new Map(rows.map((row) => [idOf<FileId>(row._id), storedFileOf(row)]));
    return ids.flatMap((id) => known.get(id) ?? []);
  }

  /** The oldest national file of a purpose with these bytes that something uses; null: there is none. */
  async nationalInUse(purpose: FilePurpose, sha256: string): Promise<StoredFile | null> {
    const row = await this.files
      .findOne(
        { forceId: null, purpose: purpose.name, sha256, usedAt: { $ne: null } },
        null,
        acrossForces('a national file belongs to no force'),
      )
      .sort({ _id: 1 })
      .lean();
    return row === null ? null : storedFileOf(row);
  }

  /** The file behind an address whose seal was good: the address is the right to it, whoever's it is. */
  async behindAddress(id: FileId): Promise<StoredFile | null> {
    const row = await this.files
      .findOne(
        { _id: objectId(id) },
        null,
        acrossForces('a sealed address is the right to this one file: a marker may be of another force'),
      )
      .lean();
    return row === null ? null : storedFileOf(row);
  }

  /** The bytes of a file, or a part of them. */
  async open(file: StoredFile, range?: ByteRange): Promise<Readable> {
    const row = await this.files
      .findOne({ _id: objectId(file.id) }, { bytesId: 1 }, acrossForces('the file itself was handed in'))
      .lean();
    return this.bytes.read({ purpose: file.purpose, id: idOf<BytesId>(found(row).bytesId) }, range);
  }
}
