import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { cutOffReached } from '../events.js';

export interface AnnounceCutOffInput {
  readonly courseCode: string;
  readonly versionId: string;
}

/** Says that a cut-off has passed. The moving itself is done by whoever hears it, in batches. */
@Injectable()
export class AnnounceCutOff {
  constructor(private readonly work: UnitOfWork) {}

  async execute(ctx: RequestContext, input: AnnounceCutOffInput): Promise<void> {
    await this.work.run(ctx, async (announce) => announce(cutOffReached(input)));
  }
}
