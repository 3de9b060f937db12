import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { mustBeAllowed } from '../access/may.js';
import { rosterUploadRequested, type SessionId } from '../events.js';
import { Links } from '../sign-in/links.js';
import { rosterFileName, UPLOAD_MS, type Upload, type UploadId } from './upload.js';
import { UploadRepository } from './upload.repository.js';

/** The file's name, and the session that alone may send it. */
export interface RequestRosterUploadInput {
  readonly fileName: string;
  readonly sessionId: SessionId;
}

/** Gives an address that takes one file from this session within 15 minutes. */
@Injectable()
export class RequestRosterUpload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly uploads: UploadRepository,
    private readonly links: Links,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(
    ctx: RequestContext,
    input: RequestRosterUploadInput,
  ): Promise<{ id: UploadId; token: string }> {
    mustBeAllowed(ctx, 'identity.roster.upload', { forceWide: true });
    const upload: Upload = {
      id: newId<UploadId>(),
      forceId: ctx.force.forceId,
      personId: found(actingPerson(ctx)),
      sessionId: input.sessionId,
      fileName: rosterFileName(input.fileName),
      expiresAt: new Date(this.clock.now().getTime() + UPLOAD_MS),
      bytes: null,
    };
    return this.work.run(ctx, async (announce) => {
      await this.uploads.add(upload);
      announce(rosterUploadRequested({ uploadId: upload.id }));
      return { id: upload.id, token: this.links.tokenOf('upload', upload.id) };
    });
  }
}
