import type { RequestContext } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import { FileReader } from '@app/platform/files/file.reader.js';
import { UseFiles } from '@app/platform/files/use-files.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { responseFile } from '../file-purposes.js';
import { refusal } from '../item/refusals.js';
import type { PaperFiles } from '../paper/paper-item.js';
import type { AnswerWrite } from './answer.repository.js';
import { LoadOwnAttempt } from './load-own-attempt.js';

/**
 * What an answer of files owes before it is saved (ASM-63): they are the candidate's own uploads (another's is NOT_FOUND), of
 * the kinds, sizes and number that the question takes; and from then on they are in use, so that none is swept from under an
 * acknowledged answer. Answers without files never come here.
 */
@Injectable()
export class CheckAnswerFiles {
  constructor(
    private readonly own: LoadOwnAttempt,
    private readonly reader: FileReader,
    private readonly uses: UseFiles,
  ) {}

  async execute(ctx: RequestContext, write: AnswerWrite): Promise<void> {
    if (!('fileIds' in write.value) || write.value.fileIds.length === 0) return;
    const attempt = await this.own.execute(ctx, write.attemptId);
    const item = attempt.paper.find(({ itemId }) => itemId === write.itemId);
    // A question of another paper is refused by the save itself.
    if (item === undefined) return;
    if (item.files === undefined)
      throw new Fault('BAD_USER_INPUT', 'This question takes no files.', 'answer');
    const fileIds = write.value.fileIds as readonly FileId[];
    const files = await this.reader.byIds(ctx.force, fileIds);
    if (files.length < fileIds.length || files.some(({ personId }) => personId !== write.personId))
      throw new Fault('NOT_FOUND');
    if (files.length > item.files.mostFiles || !files.every((file) => isTaken(file, item.files)))
      throw refused(item.files);
    await this.uses.execute(ctx, { fileIds, purpose: responseFile });
  }
}

function isTaken(file: { mediaType: string; size: number }, taken: PaperFiles | undefined): boolean {
  return taken?.mediaTypes.includes(file.mediaType) === true && file.size <= taken.mostBytes;
}

function refused({ mediaTypes, mostBytes, mostFiles }: PaperFiles) {
  const facts = { kinds: mediaTypes.join(', '), most: mostBytes, mostFiles };
  return refusal('ANSWER_FILES_REFUSED', { facts, field: 'answer' });
}
