import { londonDate } from '@app/platform/clock/calendar.js';
import { scopeOf } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import type { Attempt, PaperMarks } from '../attempt/attempt.js';
import { AwardStakes } from './award-stakes.js';
import { MarkAgain } from './mark-again.js';
import type { AwardStake, Regrade, RegradeLine } from './regrade.js';
import { lineOf } from './regrade-list.js';

/** What a regrade would make of attempts. Changes nothing. */
@Injectable()
export class LookAtAttempts {
  constructor(
    private readonly markAgain: MarkAgain,
    private readonly stakes: AwardStakes,
  ) {}

  /** The lines of those whose mark would change, in their order. */
  async lines(regrade: Regrade, attempts: readonly Attempt[]): Promise<RegradeLine[]> {
    const lines: RegradeLine[] = [];
    for (const attempt of attempts) {
      const after = await this.markAgain.whole(attempt, regrade);
      const line = lineOf(regrade, attempt, { after, stake: null });
      if (line === null) continue;
      // Also a percent that stays on its side of the pass mark may tip a weighted mean.
      lines.push({ ...line, stake: await this.stakeOf(attempt, after) });
    }
    return lines;
  }

  private async stakeOf(attempt: Attempt, { passed, percent }: PaperMarks): Promise<AwardStake | null> {
    const { forceId, state, finishedAt, personId, courseCode, versionId, componentKey } = attempt;
    if (state !== 'RELEASED' || finishedAt === null) return null;
    const what = { personId, courseCode, versionId, componentKey, sourceId: attempt.id };
    return this.stakes.of(scopeOf(forceId), { ...what, on: londonDate(finishedAt), percent, passed });
  }
}
