import { isDeepStrictEqual } from 'node:util';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { draftChanged } from '../events.js';
import { NO_RELATIONS, type Relations } from '../relation/relation.js';
import { checkFramework } from '../version/framework-version.js';
import { type FrameworkDraft, type FrameworkDraftId, mustBeOpen, rewritten } from './framework-draft.js';
import { FrameworkDraftRepository } from './framework-draft.repository.js';

export interface SetSkillRelationsInput {
  readonly draftId: FrameworkDraftId;
  /** The revision that was read. */
  readonly revision: number;
  readonly relations: Relations;
}

/** Gives a draft its relations, all of them at once (FRM-28, FRM-29). The same again changes nothing. */
@Injectable()
export class SetSkillRelations {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: FrameworkDraftRepository,
  ) {}

  async execute(ctx: RequestContext, input: SetSkillRelationsInput): Promise<FrameworkDraft> {
    const { draftId, revision, relations } = input;
    return this.work.run(ctx, async (announce) => {
      const draft = await this.drafts.load(draftId);
      if (isDeepStrictEqual(draft.content.relations ?? NO_RELATIONS, relations)) return draft;
      mustBeOpen(draft);
      if (draft.revision !== revision) throw new Fault('CONFLICT');
      const content = { ...draft.content, relations };
      checkFramework(content);
      const saved = await this.drafts.save(rewritten(ctx, draft, content));
      announce(draftChanged({ draftId, revision: saved.revision, what: 'relations' }));
      return saved;
    });
  }
}
