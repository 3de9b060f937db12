import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { type DraftRead, DraftWriter } from './draft-writer.js';
import type { FrameworkDraft } from './framework-draft.js';
import { refusal } from './refusals.js';
import { type WrittenWords, withEntry, writtenKey, writtenText, writtenWords } from './written.js';

export interface SaveSkillAreaInput extends DraftRead {
  readonly areaId: string;
  readonly name: WrittenWords;
  /** Five sentences, for levels 0 to 4 in order. */
  readonly levels: readonly string[];
}

/** Adds an area to a draft, or changes it (FRM-36, FRM-37). The same again changes nothing. */
@Injectable()
export class SaveSkillArea {
  constructor(private readonly writer: DraftWriter) {}

  async execute(ctx: RequestContext, input: SaveSkillAreaInput): Promise<FrameworkDraft> {
    const { draftId, revision } = input;
    const id = writtenKey(input.areaId, 'areaId');
    const levels = input.levels.map((sentence) => writtenText(sentence, 'levels'));
    if (levels.length !== 5) throw refusal('FRAMEWORK_AREA_LEVELS', { facts: { area: id }, field: 'levels' });
    return this.writer.write(ctx, { draftId, revision, what: `area ${id}` }, ({ content }) => {
      const before = content.areas.find((area) => area.id === id);
      const area = { ...before, id, name: writtenWords(input.name, before?.name, 'name'), levels };
      return { ...content, areas: withEntry(content.areas, area, (other) => other.id === id) };
    });
  }
}
