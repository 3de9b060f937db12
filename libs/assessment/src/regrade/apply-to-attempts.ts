import { Clock } from '@app/platform/clock/clock.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Attempt, PaperMarks } from '../attempt/attempt.js';
import { MarkAgain } from './mark-again.js';
import { hasApproval, type LineOutcome, type Regrade, type RegradeLine } from './regrade.js';
import { RegradeLineRepository } from './regrade-line.repository.js';
import { isSameMark, shown } from './regrade-list.js';
import { RegradedAttemptRepository } from './regraded-attempt.repository.js';
import { ReviseMarks } from './revise-marks.js';
import type { MarksRevision } from './revision.js';

/** Applies lines of a regrade whose remedy is in force. */
@Injectable()
export class ApplyToAttempts {
  constructor(
    private readonly attempts: RegradedAttemptRepository,
    private readonly lines: RegradeLineRepository,
    private readonly markAgain: MarkAgain,
    private readonly reviseMarks: ReviseMarks,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Applies exactly what these lines show, less the falls that are kept out. Says how many were not applied. */
  async apply(regrade: Regrade, lines: readonly RegradeLine[], announce: Announce): Promise<number> {
    const attempts = await this.attempts.byIds(lines.map(({ attemptId }) => attemptId));
    let leftOut = 0;
    for (const line of lines) {
      const outcome = await this.outcomeOf(
        regrade,
        { line, attempt: attempts.get(line.attemptId) ?? null },
        announce,
      );
      if (outcome !== 'APPLIED') leftOut += 1;
      await this.lines.saveOutcome(line, outcome);
    }
    return leftOut;
  }

  /**
   * ASM-147: attempts that were being marked by the old key at the moment in which the new one came into force have no line;
   * they get what they would have got a moment later. A fall is kept out unless falls were approved and are applied.
   */
  async stragglers(regrade: Regrade, attempts: readonly Attempt[], announce: Announce): Promise<void> {
    const known = await this.lines.among(
      regrade,
      attempts.map(({ id }) => id),
    );
    for (const attempt of attempts.filter(({ id }) => !known.has(id))) {
      const after = await this.markAgain.whole(attempt);
      const { marks } = attempt;
      if (marks === null || isSameMark(shown(marks), shown(after))) continue;
      const isFall = marks.passed && !after.passed;
      if (isFall && !(regrade.falls === 'APPLY' && hasApproval(regrade))) continue;
      await this.reviseMarks.execute(attempt, this.revision(regrade, marks, after), announce);
    }
  }

  private async outcomeOf(
    regrade: Regrade,
    { line, attempt }: { line: RegradeLine; attempt: Attempt | null },
    announce: Announce,
  ): Promise<LineOutcome> {
    if (line.crosses === 'DOWN' && regrade.falls !== 'APPLY') return 'LEFT_OUT';
    if (!isMarked(attempt)) return 'CHANGED_MEANWHILE';
    if (isDoneBy(attempt, regrade)) return 'APPLIED';
    const after = await this.markAgain.whole(attempt);
    if (!isAsShown(line, attempt.marks, after)) return 'CHANGED_MEANWHILE';
    const revision = this.revision(regrade, attempt.marks, after);
    const isDone = await this.reviseMarks.execute(attempt, revision, announce);
    return isDone ? 'APPLIED' : 'CHANGED_MEANWHILE';
  }

  private revision(regrade: Regrade, before: PaperMarks, after: PaperMarks): MarksRevision {
    const { id: regradeId, remedy, itemVersionId, proposedBy, approval } = regrade;
    const ground = { kind: 'regrade', regradeId, remedy: remedy.kind, itemVersionId } as const;
    const isFall = before.passed && !after.passed;
    const approvedBy = isFall ? (approval?.by ?? null) : null;
    return { before, after, ground, by: proposedBy, approvedBy, at: this.clock.now() };
  }
}

function isMarked(attempt: Attempt | null): attempt is Attempt & { marks: PaperMarks } {
  return attempt !== null && attempt.marks !== null;
}

/** ASM-145: whether the attempt would change exactly as its line shows. */
function isAsShown({ before, after }: RegradeLine, now: PaperMarks, then: PaperMarks): boolean {
  return isSameMark(shown(now), before) && isSameMark(shown(then), after);
}

/** ASM-148: whether this regrade has changed the attempt already. */
function isDoneBy(attempt: Attempt, regrade: Regrade): boolean {
  return attempt.revisions.some(({ ground }) => ground.kind === 'regrade' && ground.regradeId === regrade.id);
}
