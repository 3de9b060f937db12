import { londonDate } from '@app/platform/clock/calendar.js';
import { systemContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { attemptAbandoned, attemptMarked, attemptSubmitted, componentAssessed } from '../events.js';
import { ItemRepository } from '../item/item.repository.js';
import { dueKey } from '../jobs.js';
import { markPaper } from '../marking/mark-paper.js';
import { responsesOf } from '../marking-round/responses-of-attempt.js';
import { SubmitForMarking } from '../marking-round/submit-for-marking.js';
import { RemedyRepository } from '../regrade/remedy.repository.js';
import { type Attempt, type FinishedBy, moveAttempt, type PaperMarks } from './attempt.js';
import { AttemptRepository } from './attempt.repository.js';
import type { AttemptHead } from './attempt-rules.js';

/** How an attempt ends, and the instant that counts as its end. */
export interface End {
  readonly by: FinishedBy;
  readonly at: Date;
}

/**
 * The one way in which attempts end, whoever notices: handed in and marked by machine in the same transaction, or
 * abandoned. Called inside a unit of work; the end is one conditional transition, so a second one changes nothing.
 */
@Injectable()
export class FinishAttempt {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly items: ItemRepository,
    private readonly timetable: Timetable,
    private readonly submitForMarking: SubmitForMarking,
    private readonly remedies: RemedyRepository,
  ) {}

  /** Hands in what was saved, and marks it. */
  async submit(attempt: Attempt, end: End, announce: Announce): Promise<Attempt> {
    const versionIds = attempt.paper.map(({ versionId }) => versionId);
    const key = await this.items.versionsById(versionIds);
    const remedies = await this.remedies.of(versionIds);
    const { passPercent } = attempt.terms;
    const marks = markPaper(attempt.paper, attempt.answers, { key, passPercent, remedies });
    const ended = marked(attempt, end, marks);

    await this.save(ended);

    const { id: attemptId, personId } = attempt;
    announce(attemptSubmitted({ attemptId, personId, by: end.by, finishedAt: end.at.toISOString() }));
    if (!marks.isWaiting) announceMarks(ended, announce);
    else await this.submitForMarking.execute(inForceOf(attempt), responsesOf(attempt, marks, key));
    return ended;
  }

  /** Ends it without marks (GRACE and ABANDON, when nobody handed it in). */
  async abandon(attempt: Attempt, at: Date, announce: Announce): Promise<Attempt> {
    const ended: Attempt = { ...moveAttempt(attempt, 'ABANDONED'), finishedAt: at, finishedBy: 'time' };

    await this.save(ended);

    const { id: attemptId, personId } = attempt;
    announce(attemptAbandoned({ attemptId, personId, finishedAt: at.toISOString() }));
    return ended;
  }

  private async save(ended: Attempt): Promise<void> {
    if (!(await this.attempts.saveEnd(ended))) throw new Error(`Attempt ${ended.id} was open and is not`);
    await this.timetable.cancel(dueKey.closeAttempt(ended.id));
  }
}

/** Marking belongs to the attempt's force; who ended it is on the event of the end, in the same transaction. */
function inForceOf(attempt: Attempt) {
  return systemContext('finish-attempt', attempt.forceId);
}

function marked(attempt: Attempt, end: End, marks: PaperMarks): Attempt {
  const submitted = { ...moveAttempt(attempt, 'SUBMITTED'), finishedAt: end.at, finishedBy: end.by, marks };
  if (marks.isWaiting) return moveAttempt(submitted, 'AWAITING_MARKER');
  const ready = moveAttempt(submitted, 'MARKED');
  if (attempt.terms.policy.release !== 'AT_ONCE') return ready;
  return { ...moveAttempt(ready, 'RELEASED'), releasedAt: end.at };
}

/** Says what an attempt got, and, once its candidate may know it, what that means for its component. */
export function announceMarks(attempt: Attempt, announce: Announce): void {
  const { id: attemptId, personId, courseCode, versionId, componentKey, marks, finishedAt } = attempt;
  if (marks === null || finishedAt === null) return;
  const { passed, percent } = marks;
  const what = { attemptId, personId, courseCode, versionId, componentKey };
  announce(attemptMarked({ ...what, passed, percent, finishedAt: finishedAt.toISOString() }));
  if (attempt.state === 'RELEASED') announceResult(attempt, announce);
}

/** ASM-41: a result is announced when its candidate may know it, dated by the day on which the attempt finished. */
export function announceResult(attempt: AttemptHead, announce: Announce): void {
  const { id: sourceId, personId, courseCode, versionId, componentKey, marks, finishedAt } = attempt;
  if (marks === null || finishedAt === null) return;
  const { percent, passed } = marks;
  const on = londonDate(finishedAt);
  announce(
    componentAssessed({ personId, courseCode, versionId, componentKey, sourceId, on, percent, passed }),
  );
}
