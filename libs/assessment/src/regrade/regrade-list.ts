import { createHash } from 'node:crypto';
import type { Attempt, PaperMarks } from '../attempt/attempt.js';
import {
  type AwardStake,
  crossing,
  type Regrade,
  type RegradeCounts,
  type RegradeLine,
  type ShownMarks,
} from './regrade.js';

/** The line of an attempt; null when its mark does not change. */
export function lineOf(
  regrade: Pick<Regrade, 'id' | 'run'>,
  attempt: Attempt,
  marks: { readonly after: PaperMarks; readonly stake: AwardStake | null },
): RegradeLine | null {
  if (attempt.marks === null) return null;
  const [before, after] = [shown(attempt.marks), shown(marks.after)];
  if (isSameMark(before, after)) return null;
  const { id: attemptId, forceId, personId } = attempt;
  return {
    ...{ regradeId: regrade.id, run: regrade.run, forceId, attemptId, personId, before, after },
    ...{ crosses: crossing(before, after), stake: marks.stake, outcome: null },
  };
}

/** Marks without their items. */
export function shown({ score, outOf, percent, passed }: PaperMarks): ShownMarks {
  return { score, outOf, percent, passed };
}

/** Whether two marks say the same to whoever reads them. */
export function isSameMark(one: ShownMarks, other: ShownMarks): boolean {
  return (
    one.score === other.score &&
    one.outOf === other.outOf &&
    one.percent === other.percent &&
    one.passed === other.passed
  );
}

/** ASM-145: a digest of a list, carried on by the next lines: the same for the same lines in the same order, in whatever pages. */
export function digestAfter(before: string, lines: readonly RegradeLine[]): string {
  return lines.reduce(
    (digest, { attemptId, before: was, after }) =>
      createHash('sha256')
        .update(JSON.stringify([digest, attemptId, was.score, was.percent, was.passed]))
        .update(JSON.stringify([after.score, after.percent, after.passed]))
        .digest('hex'),
    before,
  );
}

/** The counts with so many attempts more looked at. */
export function counted(counts: RegradeCounts, looked: number, lines: readonly RegradeLine[]): RegradeCounts {
  return {
    looked: counts.looked + looked,
    changed: counts.changed + lines.length,
    rises: counts.rises + lines.filter(({ crosses }) => crosses === 'UP').length,
    falls: counts.falls + fallsOf(lines).length,
    awards: counts.awards + lines.filter(({ stake }) => stake !== null).length,
  };
}

/** The lines on which somebody falls below the pass mark. */
export function fallsOf(lines: readonly RegradeLine[]): RegradeLine[] {
  return lines.filter(({ crosses }) => crosses === 'DOWN');
}
