import { mustBeAllowed } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { workPermissions } from './permissions.js';
import type { WorkVoid } from './work-void.js';
import { WorkVoidRepository } from './work-void.repository.js';

/** Reads the proposals that works shall not count, for whoever decides on them. */
@Injectable()
export class WorkVoidReader {
  constructor(private readonly proposals: WorkVoidRepository) {}

  /** Those of the force that wait for a second person, earliest first; at most 200. */
  async waiting(ctx: RequestContext): Promise<WorkVoid[]> {
    mustBeAllowed(ctx, workPermissions.decideVoid, { forceWide: true });
    return this.proposals.waiting(ctx.force);
  }
}
