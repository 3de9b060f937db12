import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { type DraftRead, DraftWriter } from './draft-writer.js';
import type { FrameworkDraft } from './framework-draft.js';

export interface RemoveSkillAreaInput extends DraftRead {
  readonly areaId: string;
}

/** Takes an area out of a draft, once no skill is in it (FRM-01). Taken out again, nothing changes. */
@Injectable()
export class RemoveSkillArea {
  constructor(private readonly writer: DraftWriter) {}

  async execute(ctx: RequestContext, { areaId, ...read }: RemoveSkillAreaInput): Promise<FrameworkDraft> {
    return this.writer.write(ctx, { ...read, what: `area ${areaId}` }, ({ content }) => ({
      ...content,
      areas: content.areas.filter(({ id }) => id !== areaId),
    }));
  }
}
