import { isDeepStrictEqual } from 'node:util';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { draftChanged } from '../events.js';
import { checkFramework, type FrameworkContent } from '../version/framework-version.js';
import { type FrameworkDraft, type FrameworkDraftId, mustBeOpen, rewritten } from './framework-draft.js';
import { FrameworkDraftRepository } from './framework-draft.repository.js';

/** Which draft, as it was read. */
export interface DraftRead {
  readonly draftId: FrameworkDraftId;
  /** The revision that was read. */
  readonly revision: number;
}

/** What every writing in a draft has in common: it is open, was not changed meanwhile, and stays sound. */
@Injectable()
export class DraftWriter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: FrameworkDraftRepository,
  ) {}

  /** Changes a draft's content and says in what. A change that makes no difference writes nothing, whatever the revision. */
  async write(
    ctx: RequestContext,
    { draftId, revision, what }: DraftRead & { readonly what: string },
    change: (draft: FrameworkDraft) => FrameworkContent | Promise<FrameworkContent>,
  ): Promise<FrameworkDraft> {
    return this.work.run(ctx, async (announce) => {
      const draft = await this.drafts.load(draftId);
      const content = await change(draft);
      if (isDeepStrictEqual(content, draft.content)) return draft;
      mustBeOpen(draft);
      if (draft.revision !== revision) throw new Fault('CONFLICT');
      checkFramework(content);
      const saved = await this.drafts.save(rewritten(ctx, draft, content));
      announce(draftChanged({ draftId, revision: saved.revision, what }));
      return saved;
    });
  }
}
