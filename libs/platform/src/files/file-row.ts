import type { ForceId, PersonId } from '../context/request-context.js';
import { idOf } from '../ids/ids.js';
import type { FileId, StoredFile } from './file.js';
import type { StoredFileRow } from './file.schema.js';

/** The file that a row holds. */
export function storedFileOf(row: StoredFileRow): StoredFile {
  return {
    id: idOf<FileId>(row._id),
    forceId: row.forceId === null ? null : idOf<ForceId>(row.forceId),
    personId: row.personId === null ? null : idOf<PersonId>(row.personId),
    purpose: row.purpose,
    name: row.name,
    mediaType: row.mediaType,
    size: row.size,
    sha256: row.sha256,
    uploadedAt: row.uploadedAt,
    usedAt: row.usedAt,
  };
}
