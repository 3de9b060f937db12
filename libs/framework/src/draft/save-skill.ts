import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import type { Fade, Skill, SkillId } from '../skill/skill.js';
import { type DraftRead, DraftWriter } from './draft-writer.js';
import type { FrameworkDraft } from './framework-draft.js';
import { type WrittenWords, withEntry, writtenKey, writtenText, writtenWords } from './written.js';

export interface SaveSkillInput extends DraftRead {
  readonly skillId: SkillId;
  readonly areaId: string;
  readonly name: WrittenWords;
  readonly description: WrittenWords;
  readonly fade: Fade;
  readonly validityMonths: number;
  readonly levels: readonly string[];
  readonly from: CalendarDate | null;
  /** The last day before it is retired; null: not retired. */
  readonly to: CalendarDate | null;
  readonly replacedBy: readonly SkillId[];
}

/** Adds a skill to a draft, changes it, moves it to another area or retires it. The same again changes nothing. */
@Injectable()
export class SaveSkill {
  constructor(private readonly writer: DraftWriter) {}

  async execute(ctx: RequestContext, input: SaveSkillInput): Promise<FrameworkDraft> {
    const { draftId, revision } = input;
    const id = writtenKey(input.skillId, 'skillId');
    return this.writer.write(ctx, { draftId, revision, what: `skill ${id}` }, ({ content }) => {
      const before = content.skills.find((skill) => skill.id === id);
      const skill = skillOf(input, before);
      return { ...content, skills: withEntry(content.skills, skill, (other) => other.id === id) };
    });
  }
}

function skillOf(input: SaveSkillInput, before: Skill | undefined): Skill {
  const { skillId, areaId, fade, validityMonths, from, to, replacedBy } = input;
  return {
    ...{ id: skillId, areaId, fade, validityMonths },
    name: writtenWords(input.name, before?.name, 'name'),
    description: writtenWords(input.description, before?.description, 'description'),
    levels: input.levels.map((sentence) => writtenText(sentence, 'levels')),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(replacedBy.length === 0 ? {} : { replacedBy }),
  };
}
