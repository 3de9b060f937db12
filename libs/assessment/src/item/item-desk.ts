import { CourseReader } from '@app/catalogue';
import { SkillReader } from '@app/framework';
import type { RequestContext } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import { FileReader } from '@app/platform/files/file.reader.js';
import { UseFiles } from '@app/platform/files/use-files.js';
import { parseId } from '@app/platform/ids/ids.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { itemMedia } from '../file-purposes.js';
import { checkItem } from './check-item.js';
import type { ItemText } from './item.js';
import type { ContentOf } from './item-content.js';
import { textOf } from './item-text.js';
import { refusal } from './refusals.js';
import { checkStimulus, type Placed, standingOn } from './stand-on.js';
import { StimulusRepository } from './stimulus.repository.js';

/** Where an author's text is judged before it becomes a version: everything that loading asks, and what it rests on. */
@Injectable()
export class ItemDesk {
  constructor(
    private readonly courses: CourseReader,
    private readonly skills: SkillReader,
    private readonly stimuli: StimulusRepository,
    private readonly files: FileReader,
    private readonly uses: UseFiles,
  ) {}

  /**
   * The text as its version will have it. Refuses the first fault (ASM-52 to ASM-62); NOT_FOUND when there is no such course.
   * `before` is what the version before showed, whose image is in use already.
   */
  async accepted(ctx: RequestContext, item: Placed, before?: ItemText): Promise<ItemText> {
    found(await this.courses.byCode(item.courseCode));
    const stimuli = await this.stimuli.current(item.stimulusId === null ? [] : [item.stimulusId]);
    const [fault] = [...checkItem(item), ...checkStimulus(item, stimuli)];
    if (fault !== undefined) throw fault;
    await this.mustKnowSkill(item);
    if (item.content.type === 'hotspot')
      await this.useImage(ctx, { key: item.key, content: item.content }, before);
    return textOf(standingOn(item, stimuli));
  }

  private async mustKnowSkill({ key, skillId: skill }: Placed): Promise<void> {
    if ((await this.skills.byId(skill)) !== null) return;
    throw refusal('ITEM_SKILL_UNKNOWN', { facts: { key, skill }, field: 'skillId' });
  }

  private async useImage(
    ctx: RequestContext,
    { key, content }: { key: string; content: ContentOf<'hotspot'> },
    before?: ItemText,
  ): Promise<void> {
    const { fileId } = content.image;
    if (before?.content.type === 'hotspot' && before.content.image.fileId === fileId) return;
    const id = parseId<FileId>(fileId);
    const [file] = id === undefined ? [] : await this.files.byIds(ctx.force, [id]);
    if (file === undefined || file.purpose !== itemMedia.name)
      throw refusal('ITEM_IMAGE_UNKNOWN', { facts: { key }, field: 'image' });
    if (file.usedAt === null) await this.uses.execute(ctx, { fileIds: [file.id], purpose: itemMedia });
  }
}
