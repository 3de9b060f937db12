import { Clock } from '@app/platform/clock/clock.js';
import { ClockGuard } from '@app/platform/clock/clock-guard.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import type { ItemId } from '../item/item.js';
import { type AnswerInput, readAnswer } from './answer.js';
import { AnswerRepository } from './answer.repository.js';
import type { AttemptId } from './attempt.js';
import { CheckAnswerFiles } from './check-answer-files.js';
import { ExplainUnsaved } from './explain-unsaved.js';

export interface SaveAnswerInput {
  readonly attemptId: AttemptId;
  /** The key that starting or resuming gave. */
  readonly writer: string;
  readonly itemId: ItemId;
  /** The client's own count of its answers to this item, 1 to 2,147,483,647; each higher than the one before. */
  readonly sequence: number;
  readonly answer: AnswerInput;
  /** What the client's clock says: recorded for appeals, never used (ASM-101). */
  readonly clientTime?: Date | null | undefined;
}

/** An acknowledged answer: a majority of the database has it on disk. */
export interface AnswerSaved {
  readonly sequence: number;
  readonly savedAt: Date;
  /** The server's clock at this acknowledgement, which may be later than `savedAt` for a repeated answer. */
  readonly serverTime: Date;
}

const HIGHEST_SEQUENCE = 2_147_483_647;

/**
 * Saves one answer by one conditional update: no transaction, no journal row, no read before it (but for files, ASM-63). Only when nothing
 * matched does it look for the reason and refuse: ASM-30 to ASM-35, ASM-89, ASM-90, ASM-94. The same answer with the same sequence again is the
 * same acknowledgement.
 */
@Injectable()
export class SaveAnswer {
  constructor(
    private readonly answers: AnswerRepository,
    private readonly explain: ExplainUnsaved,
    private readonly files: CheckAnswerFiles,
    private readonly clockGuard: ClockGuard,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: SaveAnswerInput): Promise<AnswerSaved> {
    const { attemptId, writer, itemId, sequence } = input;
    if (!Number.isInteger(sequence) || sequence < 1 || sequence > HIGHEST_SEQUENCE)
      throw new Fault('BAD_USER_INPUT', 'The sequence is a whole number from 1.', 'sequence');
    const value = readAnswer(input.answer);
    const now = this.clock.now();
    this.clockGuard.mustBeTrusted();
    const clientAt = input.clientTime ?? undefined;
    const write = { attemptId, personId: candidateOf(ctx), writer, itemId, sequence, value, now, clientAt };
    if ('fileIds' in value) await this.files.execute(ctx, write);
    if (await this.answers.save(ctx.force, write)) return { sequence, savedAt: now, serverTime: now };
    return { ...(await this.explain.execute(ctx, write)), serverTime: now };
  }
}
