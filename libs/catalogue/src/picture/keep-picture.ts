import { createHash } from 'node:crypto';
import type { RequestContext } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import { FileReader } from '@app/platform/files/file.reader.js';
import { FileStore } from '@app/platform/files/file-store.js';
import { UseFiles } from '@app/platform/files/use-files.js';
import { Injectable } from '@nestjs/common';
import { coursePicture } from './course-picture.js';

export interface KeepPictureInput {
  /** Its name; the ending says what it claims to be. */
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Keeps a drawing that a content pack brings, for lessons to show (CAT-20). The same bytes again are the same file, so that a
 * pack read twice makes no new version. Refuses as PLT-01 to PLT-07 say. Not to be called inside a unit of work.
 */
@Injectable()
export class KeepPicture {
  constructor(
    private readonly reader: FileReader,
    private readonly store: FileStore,
    private readonly uses: UseFiles,
  ) {}

  async execute(ctx: RequestContext, { name, bytes }: KeepPictureInput): Promise<FileId> {
    const known = await this.reader.nationalInUse(
      coursePicture,
      createHash('sha256').update(bytes).digest('hex'),
    );
    if (known !== null) return known.id;
    const { id } = await this.store.put(ctx, { purpose: coursePicture, name, declaredType: '', bytes });
    await this.uses.execute(ctx, { fileIds: [id], purpose: coursePicture });
    return id;
  }
}
