import { isDeepStrictEqual } from 'node:util';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { NO_RELATIONS, type Relations } from '../relation/relation.js';
import { type DraftRead, DraftWriter } from './draft-writer.js';
import type { FrameworkDraft } from './framework-draft.js';

export interface SetSkillRelationsInput extends DraftRead {
  readonly relations: Relations;
}

/** Gives a draft its relations, all of them at once (FRM-28, FRM-29). The same again changes nothing. */
@Injectable()
export class SetSkillRelations {
  constructor(private readonly writer: DraftWriter) {}

  async execute(
    ctx: RequestContext,
    { relations, ...read }: SetSkillRelationsInput,
  ): Promise<FrameworkDraft> {
    return this.writer.write(ctx, { ...read, what: 'relations' }, ({ content }) =>
      isDeepStrictEqual(content.relations ?? NO_RELATIONS, relations) ? content : { ...content, relations },
    );
  }
}
