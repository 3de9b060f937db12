import { londonDate } from '@app/platform/clock/calendar.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import type { Attempt } from '../attempt/attempt.js';
import { attemptRevised, componentRevised } from './events.js';
import { shown } from './regrade-list.js';
import { RegradedAttemptRepository } from './regraded-attempt.repository.js';
import type { MarksRevision } from './revision.js';

/**
 * The one way in which complete marks change (ASM-148): the new ones beside the old, with who, when and why. Called inside a unit
 * of work. Certification is told of what the candidate knows already; what is not released yet is told at its release.
 */
@Injectable()
export class ReviseMarks {
  constructor(private readonly attempts: RegradedAttemptRepository) {}

  /** False, and nothing changed or announced, when the attempt is not any more as it was read. */
  async execute(attempt: Attempt, revision: MarksRevision, announce: Announce): Promise<boolean> {
    if (!(await this.attempts.revise(attempt, revision))) return false;
    const { id: attemptId, personId, forceId, courseCode, versionId, componentKey, finishedAt } = attempt;
    const { before, after, ground } = revision;
    const outcome = { percent: after.percent, passed: after.passed, wasPassed: before.passed };
    const groundId = ground.kind === 'regrade' ? ground.regradeId : ground.appealId;
    const payload = { before: shown(before), after: shown(after), by: revision.by };
    const what = { attemptId, personId, ground: ground.kind, groundId, ...outcome };
    announce(attemptRevised(what, { forceId, payload }));
    if (attempt.state !== 'RELEASED' || finishedAt === null) return true;
    const component = { personId, courseCode, versionId, componentKey, sourceId: attemptId };
    announce(componentRevised({ ...component, on: londonDate(finishedAt), ...outcome }, { forceId }));
    return true;
  }
}
