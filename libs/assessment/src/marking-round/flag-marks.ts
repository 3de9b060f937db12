import { type CalendarDate, startOfLondonDay } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import {
  type ForceId,
  type PersonId,
  type RequestContext,
  scopeOf,
} from '@app/platform/context/request-context.js';
import { type Announce, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import type { EvidenceId } from '@app/standing';
import { Inject, Injectable } from '@nestjs/common';
import { markFlagged } from './events.js';
import type { Mark, MarkFlag } from './mark.js';
import { MarkRepository } from './mark.repository.js';
import { moveResponse } from './response.js';
import { ResponseRepository } from './response.repository.js';

/** What became of a marker's evidence. */
export type FlagMarksInput =
  | { readonly why: 'evidence-withdrawn'; readonly evidenceId: EvidenceId }
  | {
      readonly why: 'finding';
      readonly evidenceId: EvidenceId;
      readonly marker: { readonly personId: PersonId; readonly forceId: ForceId };
      readonly skillId: string;
      readonly level: number;
      /** The first day on which the finding holds. */
      readonly from: CalendarDate;
    };

/**
 * Flags the marks that rest on standing which was lost: under evidence that was withdrawn, or since the day of a finding against
 * the marker (ASM-125). No mark is erased. What is not released yet goes to the moderator. Once for a piece of evidence.
 */
@Injectable()
export class FlagMarks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly marks: MarkRepository,
    private readonly responses: ResponseRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: FlagMarksInput): Promise<void> {
    await this.work.run(ctx, async (announce) => {
      const { why, evidenceId } = input;
      const flag: MarkFlag = { why, evidenceId, at: this.clock.now() };
      for (const mark of await this.resting(input)) await this.flag(mark, flag, announce);
    });
  }

  private async resting(input: FlagMarksInput): Promise<Mark[]> {
    if (input.why === 'evidence-withdrawn') return this.marks.restingOn(input.evidenceId);
    const { skillId, level, from } = input;
    return this.marks.givenBy(input.marker, { skillId, level, since: startOfLondonDay(from) });
  }

  private async flag(mark: Mark, flag: MarkFlag, announce: Announce): Promise<void> {
    if (!(await this.marks.flag(mark, flag))) return;
    const response = await this.responses.load(scopeOf(mark.forceId), mark.responseId);
    const isDecided = response.state === 'MARKING_COMPLETED' || response.state === 'READY_FOR_RELEASE';
    if (isDecided && mark.withdrawnAt === null)
      await this.responses.save(moveResponse(response, 'IN_REVIEW'));
    const { responseId, id: markId, roundId, forceId } = mark;
    const { why, evidenceId } = flag;
    announce(markFlagged({ responseId, markId, roundId, why, evidenceId }, { forceId }));
  }
}
