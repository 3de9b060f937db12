import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { draftDiscarded } from '../events.js';
import type { DraftRead } from './draft-writer.js';
import { type FrameworkDraft, mustBeOpen } from './framework-draft.js';
import { FrameworkDraftRepository } from './framework-draft.repository.js';

/** Deletes a draft that was not published (FRM-20), and gives what it was. */
@Injectable()
export class DiscardFrameworkDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: FrameworkDraftRepository,
  ) {}

  async execute(ctx: RequestContext, { draftId, revision }: DraftRead): Promise<FrameworkDraft> {
    return this.work.run(ctx, async (announce) => {
      const draft = await this.drafts.load(draftId);
      mustBeOpen(draft);
      if (draft.revision !== revision) throw new Fault('CONFLICT');
      await this.drafts.discard(draft);
      announce(draftDiscarded({ draftId, basedOn: draft.basedOn }));
      return draft;
    });
  }
}
