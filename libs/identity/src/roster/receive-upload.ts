import type { Readable } from 'node:stream';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { mustBeAllowed } from '../access/may.js';
import { rosterUploaded, type SessionId } from '../events.js';
import { refusal } from '../refusals.js';
import { Links } from '../sign-in/links.js';
import { LARGEST_UPLOAD, type UploadId, uploadIsOpen } from './upload.js';
import { tooLarge, UploadRepository } from './upload.repository.js';

/** The address's token, the session that sends, and the bytes; `announcedBytes` is the length that the sender states. */
export interface ReceiveUploadInput {
  readonly token: string;
  readonly sessionId: SessionId;
  readonly announcedBytes: number | null;
  readonly bytes: Readable;
}

/** Takes the bytes of an upload. They are streamed to the store before the transaction that makes them count. */
@Injectable()
export class ReceiveUpload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly uploads: UploadRepository,
    private readonly links: Links,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ReceiveUploadInput): Promise<{ bytes: number }> {
    mustBeAllowed(ctx, 'identity.roster.upload', { forceWide: true });
    const id = this.links.idIn<UploadId>('upload', input.token);
    const known = id === undefined ? null : await this.uploads.byId(ctx.force, id);
    const upload = uploadIsOpen(known, input.sessionId, this.clock.now());
    if ((input.announcedBytes ?? 0) > LARGEST_UPLOAD) throw tooLarge();

    const file = await this.uploads.store(upload, input.bytes);
    const first = await this.work.run(ctx, async (announce) => {
      const isFirst = await this.uploads.arrived(upload, file);
      if (isFirst) announce(rosterUploaded({ uploadId: upload.id, bytes: file.bytes }));
      return isFirst;
    });
    if (first) return { bytes: file.bytes };
    await this.uploads.discard(file.fileId);
    throw refusal('UPLOAD_ALREADY_THERE');
  }
}
