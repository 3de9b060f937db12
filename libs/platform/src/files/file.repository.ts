import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import type { ForceScope, PersonId } from '../context/request-context.js';
import { idOf, objectId } from '../ids/ids.js';
import { acrossForces } from '../mongo/tenancy.js';
import type { BytesAt, BytesId } from './byte-store.js';
import type { FileId, StoredFile } from './file.js';
import { FILE, HELD_BYTES, type HeldBytes, type StoredFileRow } from './file.schema.js';
import { storedFileOf } from './file-row.js';

const NATIONAL = acrossForces('a national file belongs to no force');

/** Stores files and counts who holds which bytes. Every method joins the unit of work of its caller. */
@Injectable()
export class FileRepository {
  constructor(
    @InjectModel(FILE) private readonly files: Model<StoredFileRow>,
    @InjectModel(HELD_BYTES) private readonly held: Model<HeldBytes>,
  ) {}

  /** Adds a file. False when its force had the bytes already: the file holds those, and `at` is nobody's. */
  async add(file: StoredFile, at: BytesAt): Promise<boolean> {
    const forceId = file.forceId === null ? null : objectId(file.forceId);
    const same = { forceId, purpose: file.purpose, sha256: file.sha256 };
    const known = await this.held.findOneAndUpdate(same, { $inc: { holders: 1 } }, NATIONAL).lean();
    const bytesId = known?._id ?? objectId(at.id);
    if (known === null) await this.held.create([{ _id: bytesId, ...same, holders: 1 }]);
    const { id, personId, ...facts } = file;
    const row = { ...facts, _id: objectId(id), forceId, bytesId, personId: rowId(personId) };
    await this.files.create([row]);
    return known === null;
  }

  /** The person's own files of a purpose among these; files of everybody for the system (`personId` undefined). */
  async own(
    scope: ForceScope,
    wanted: { ids: readonly FileId[]; purpose: string; personId: PersonId | undefined },
  ): Promise<StoredFile[]> {
    const rows = await this.files
      .find({
        forceId: { $in: [objectId(scope.forceId), null] },
        _id: { $in: wanted.ids.map(objectId) },
        purpose: wanted.purpose,
        ...(wanted.personId === undefined ? {} : { personId: objectId(wanted.personId) }),
      })
      .lean();
    return rows.map(storedFileOf);
  }

  /** Notes that files are in use. Those that already were keep their instant. */
  async use(scope: ForceScope, ids: readonly FileId[], at: Date): Promise<void> {
    await this.files.updateMany(
      {
        forceId: { $in: [objectId(scope.forceId), null] },
        _id: { $in: ids.map(objectId) },
        usedAt: null,
      },
      { $set: { usedAt: at } },
    );
  }

  /** Removes a file that nothing uses. Null when there is none such; `left` names bytes that nobody holds any more. */
  async removeUnused(id: FileId): Promise<{ file: StoredFile; left: BytesAt | null } | null> {
    const row = await this.files
      .findOneAndDelete(
        { _id: objectId(id), usedAt: null },
        acrossForces('the sweep serves every force, by id'),
      )
      .lean();
    if (row === null) return null;
    const bytes = await this.held
      .findOneAndUpdate(
        { _id: row.bytesId },
        { $inc: { holders: -1 } },
        { returnDocument: 'after', ...BY_ID },
      )
      .lean();
    if (bytes === null || bytes.holders > 0) return { file: storedFileOf(row), left: null };
    await this.held.deleteOne({ _id: row.bytesId }, BY_ID);
    return { file: storedFileOf(row), left: { purpose: row.purpose, id: idOf<BytesId>(row.bytesId) } };
  }

  /** Whether some file holds the bytes. */
  async areHeld(id: BytesId): Promise<boolean> {
    return (await this.held.findOne({ _id: objectId(id) }, { _id: 1 }, BY_ID).lean()) !== null;
  }
}

const BY_ID = acrossForces('bytes are held for one force, and named by an id that only its files know');

function rowId(id: PersonId | null): Types.ObjectId | null {
  return id === null ? null : objectId(id);
}
