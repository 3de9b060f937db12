import { createHash } from 'node:crypto';
import { CourseReader } from '@app/catalogue';
import type { RequestContext } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import { FileReader } from '@app/platform/files/file.reader.js';
import { UseFiles } from '@app/platform/files/use-files.js';
import { parseId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { stimulusSaved } from '../events.js';
import { exhibitFile } from '../file-purposes.js';
import { checkStimulusText, type ExhibitInput, type StimulusText } from './check-stimulus.js';
import { digestOf } from './digest.js';
import { ItemRepository } from './item.repository.js';
import type { Exhibit, Stimulus } from './item-content.js';
import { textOf } from './item-text.js';
import { refusal } from './refusals.js';
import { StimulusRepository } from './stimulus.repository.js';

export interface SaveStimulusInput extends StimulusText {
  readonly courseCode: string;
  /** The version that the author read and changed; 0 for a new stimulus. */
  readonly version: number;
}

/**
 * Begins a stimulus or gives it a new version. Items that rest on it get a new version too, since what they ask about has
 * changed; those that were ready are reviewed again. Refuses ASM-59, ASM-65 and ASM-67; the same again is the same version.
 */
@Injectable()
export class SaveStimulus {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stimuli: StimulusRepository,
    private readonly items: ItemRepository,
    private readonly courses: CourseReader,
    private readonly files: FileReader,
    private readonly uses: UseFiles,
  ) {}

  async execute(ctx: RequestContext, input: SaveStimulusInput): Promise<string> {
    const { courseCode, version, id } = input;
    const [fault] = checkStimulusText(input);
    if (fault !== undefined) throw fault;
    return this.work.run(ctx, async (announce) => {
      found(await this.courses.byCode(courseCode));
      const known = (await this.stimuli.current([id])).get(id);
      const stimulus = await this.whole(ctx, input);
      const digest = digestOf({ courseCode, ...stimulus });
      const number = version + 1;
      if (known?.digest === digest && [version, number].includes(known.number)) return id;
      mustFollow(id, version, known);

      await this.stimuli.add(stimulus, { courseCode, number, digest });
      await this.moveItems(stimulus.id, number);

      announce(stimulusSaved({ stimulusId: id, courseCode, version: number }));
      return id;
    });
  }

  /** Its exhibits with their digests; files must have been uploaded for it. */
  private async whole(ctx: RequestContext, input: SaveStimulusInput): Promise<Stimulus> {
    const { id, title, text, warnings } = input;
    const exhibits: Exhibit[] = [];
    for (const exhibit of input.exhibits) exhibits.push(await this.exhibit(ctx, id, exhibit));
    return { id, title, text, warnings, exhibits };
  }

  private async exhibit(ctx: RequestContext, key: string, given: ExhibitInput): Promise<Exhibit> {
    const { id, title, text } = given;
    if (text !== null) {
      const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
      return { id, title, mediaType: 'text/plain', text, fileId: null, sha256 };
    }
    const fileId = parseId<FileId>(given.fileId ?? '');
    const [file] = fileId === undefined ? [] : await this.files.byIds(ctx.force, [fileId]);
    if (file === undefined || file.purpose !== exhibitFile.name)
      throw refusal('STIMULUS_MALFORMED', {
        facts: { key, what: `exhibit ${id} names no file that was uploaded as an exhibit` },
        field: `exhibits.${id}`,
      });
    if (file.usedAt === null) await this.uses.execute(ctx, { fileIds: [file.id], purpose: exhibitFile });
    const { mediaType, sha256 } = file;
    return { id, title, mediaType, text: null, fileId: file.id, sha256 };
  }

  private async moveItems(stimulusId: string, stimulusVersion: number): Promise<void> {
    for (const item of await this.items.onStimulus(stimulusId)) {
      if (item.state === 'retired') continue;
      const before = found((await this.items.versionsById([item.versionId])).get(item.versionId));
      const text = textOf({ ...before, reviewerIds: item.reviewerIds, stimulusVersion });
      const { key, courseCode } = item;
      const state = item.state === 'ready' ? 'in-review' : item.state;
      const number = item.versionNumber + 1;
      await this.items.save(item, { key, courseCode, state, number, digest: digestOf(text), text });
    }
  }
}

/** ASM-65, ASM-67: a new one has a name of its own, a changed one was read as it is. */
function mustFollow(key: string, version: number, known: { number: number } | undefined): void {
  const current = known?.number ?? 0;
  if (version === current) return;
  if (version === 0) throw refusal('ITEM_KEY_TAKEN', { facts: { key }, field: 'id' });
  if (known === undefined) found(null);
  throw refusal('ITEM_CHANGED_SINCE', { facts: { key, current }, field: 'version' });
}
