import { responseFile } from '@app/assessment';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import { UseFiles } from '@app/platform/files/use-files.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { refusal } from './refusals.js';
import type { Work, WorkId } from './work.js';
import { type DraftWrite, WorkRepository } from './work.repository.js';
import { authorOf } from './work-ground.js';
import { readParts, type WorkPartInput } from './work-rules.js';

export interface SaveWorkInput {
  readonly workId: WorkId;
  /** The key that starting gave. */
  readonly writer: string;
  /** The client's own count of its saves, 1 to 2,147,483,647; each higher than the one before. */
  readonly sequence: number;
  /** Everything written so far: what is left out is empty. */
  readonly parts: readonly WorkPartInput[];
}

/** An acknowledged save: a majority of the database has it on disk. */
export interface WorkSaved {
  readonly sequence: number;
  readonly savedAt: Date;
}

const HIGHEST_SEQUENCE = 2_147_483_647;

/**
 * Saves the draft by one conditional update. Only when nothing matched does it look for the reason and refuse (PRA-32 to PRA-34).
 * The same save again is the same acknowledgement. Files are in use from then on, so that none is swept.
 */
@Injectable()
export class SaveWork {
  constructor(
    private readonly works: WorkRepository,
    private readonly uses: UseFiles,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: SaveWorkInput): Promise<WorkSaved> {
    const { workId, writer, sequence } = input;
    if (!Number.isInteger(sequence) || sequence < 1 || sequence > HIGHEST_SEQUENCE)
      throw new Fault('BAD_USER_INPUT', 'The sequence is a whole number from 1.', 'sequence');
    const parts = readParts(input.parts);
    const now = this.clock.now();
    const write = { workId, personId: authorOf(ctx), writer, sequence, parts, now };
    const fileIds = parts.flatMap((part) => part.fileIds) as FileId[];
    if (fileIds.length > 0) {
      await this.works.loadOwn(ctx.force, workId, write.personId);
      await this.uses.execute(ctx, { fileIds, purpose: responseFile });
    }
    if (await this.works.saveDraft(ctx.force, write)) return { sequence, savedAt: now };
    return explained(await this.works.loadOwn(ctx.force, workId, write.personId), write);
  }
}

/** Why nothing was saved; the acknowledgement again when it was saved before. */
function explained(work: Work, write: DraftWrite): WorkSaved {
  const isSame = JSON.stringify(work.parts) === JSON.stringify(write.parts);
  if (work.sequence === write.sequence && work.savedAt !== null && isSame && work.writer === write.writer)
    return { sequence: work.sequence, savedAt: work.savedAt };
  if (work.state !== 'DRAFT') throw refusal('WORK_NOT_DRAFT');
  if (work.writer !== write.writer) throw refusal('WORK_OTHER_WRITER', { field: 'writer' });
  if (write.sequence <= work.sequence) throw refusal('WORK_OLD_SEQUENCE', { field: 'sequence' });
  if (write.parts.some(({ key }) => !work.terms.tasks.some((task) => task.key === key)))
    throw refusal('WORK_PART_UNKNOWN', { field: 'parts' });
  throw new Fault('CONFLICT');
}
