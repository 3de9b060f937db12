import type { RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { draftCreated } from '../events.js';
import { FrameworkVersionRepository } from '../version/framework-version.repository.js';
import type { FrameworkDraft, FrameworkDraftId } from './framework-draft.js';
import { FrameworkDraftRepository } from './framework-draft.repository.js';

export interface CreateFrameworkDraftInput {
  /** The number of a published version. */
  readonly fromVersion: number;
}

/** Begins a draft from a published version. */
@Injectable()
export class CreateFrameworkDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: FrameworkDraftRepository,
    private readonly versions: FrameworkVersionRepository,
  ) {}

  async execute(ctx: RequestContext, { fromVersion }: CreateFrameworkDraftInput): Promise<FrameworkDraft> {
    return this.work.run(ctx, async (announce) => {
      const { content } = found(await this.versions.byNumber(fromVersion));
      const id = newId<FrameworkDraftId>();
      const draft = { id, basedOn: fromVersion, content, writers: [], publishedAs: null, revision: 1 };
      await this.drafts.add(draft);
      announce(draftCreated({ draftId: id, basedOn: fromVersion }));
      return draft;
    });
  }
}
