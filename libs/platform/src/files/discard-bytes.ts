import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../context/request-context.js';
import { Handles, type JobHandler } from '../jobs/job.js';
import { ByteStore, type BytesId } from './byte-store.js';
import { FileRepository } from './file.repository.js';
import { discardBytes } from './jobs.js';

/** Removes bytes that no file holds (PLT-10). Nothing can take them up again: a file holds bytes from its first moment on. */
@Injectable()
@Handles(discardBytes)
export class DiscardBytes implements JobHandler<{ bytesId: string; purpose: string }> {
  constructor(
    private readonly files: FileRepository,
    private readonly bytes: ByteStore,
  ) {}

  async handle(_ctx: RequestContext, given: { bytesId: string; purpose: string }): Promise<void> {
    const id = given.bytesId as BytesId;
    if (await this.files.areHeld(id)) return;
    await this.bytes.remove({ purpose: given.purpose, id });
  }
}
