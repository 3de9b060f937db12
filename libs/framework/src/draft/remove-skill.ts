import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import type { SkillId } from '../skill/skill.js';
import { FrameworkVersionRepository } from '../version/framework-version.repository.js';
import { type DraftRead, DraftWriter } from './draft-writer.js';
import type { FrameworkDraft } from './framework-draft.js';
import { refusal } from './refusals.js';

export interface RemoveSkillInput extends DraftRead {
  readonly skillId: SkillId;
}

/** Takes a skill out of the draft that added it (FRM-38). Taken out again, nothing changes. */
@Injectable()
export class RemoveSkill {
  constructor(
    private readonly writer: DraftWriter,
    private readonly versions: FrameworkVersionRepository,
  ) {}

  async execute(ctx: RequestContext, { skillId, ...read }: RemoveSkillInput): Promise<FrameworkDraft> {
    return this.writer.write(ctx, { ...read, what: `skill ${skillId}` }, async ({ content, basedOn }) => {
      const base = found(await this.versions.byNumber(basedOn));
      if (base.content.skills.some(({ id }) => id === skillId))
        throw refusal('FRAMEWORK_SKILL_PUBLISHED', { facts: { skill: skillId }, field: 'skillId' });
      return { ...content, skills: content.skills.filter(({ id }) => id !== skillId) };
    });
  }
}
