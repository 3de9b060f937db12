import { LinesOfPeople } from '@app/identity';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Attempt } from '../attempt/attempt.js';
import { IncidentRepository } from '../invigilation/incident.repository.js';
import { InvigilationRepository } from '../invigilation/invigilation.repository.js';
import { hasConflict } from '../marking-round/conflict.js';
import { MarkingTaskRepository } from '../marking-round/marking-task.repository.js';
import type { FinalMark } from '../marking-round/response.js';
import { ResponseRepository } from '../marking-round/response.repository.js';
import type { AppealId } from './appeal.js';
import { refusal } from './refusals.js';

/** An attempt, and the appeal about it that is to be dealt with. */
export interface AppealedAttempt {
  readonly attempt: Attempt;
  readonly appealId: AppealId;
}

/** Who had a hand in an attempt. */
@Injectable()
export class PartInAttempt {
  constructor(
    private readonly responses: ResponseRepository,
    private readonly tasks: MarkingTaskRepository,
    private readonly invigilations: InvigilationRepository,
    private readonly incidents: IncidentRepository,
  ) {}

  /**
   * Its markers and moderators, whoever was to mark it, who invigilated its sitting or wrote into its log, and who voided it. A re-mark
   * that this very appeal led to is no part in what the appeal is about: whoever made it may say it again.
   */
  async of(ctx: RequestContext, { attempt, appealId }: AppealedAttempt): Promise<Set<PersonId>> {
    const responses = await this.responses.ofSource(ctx.force, { kind: 'attempt-item', id: attempt.id });
    const ids = responses.map(({ id }) => id);
    const tasks = ids.length === 0 ? [] : await this.tasks.ofResponses(ctx.force, ids);
    const moderators = responses
      .flatMap(({ id: responseId, finals }) => finals.map((final) => ({ responseId, final })))
      .filter((given) => !isRemarkOf(appealId, attempt, given))
      .map(({ final }) => final.moderatorId);
    const invigilation = await this.invigilations.of(ctx.force, attempt.sittingId);
    const incidents = await this.incidents.ofSitting(ctx.force, attempt.sittingId);
    const { recall, voided } = attempt;
    return new Set(
      [
        ...tasks.map(({ markerId }) => markerId),
        ...moderators,
        ...(invigilation?.invigilatorIds ?? []),
        ...incidents.map(({ recordedBy }) => recordedBy),
        ...[recall?.confirmedBy ?? null, voided?.proposedBy ?? null, voided?.confirmedBy ?? null],
      ].filter((personId) => personId !== null),
    );
  }
}

/**
 * ASM-155: who decides on an appeal, or marks again because of one, had no part in the attempt and stands in no line with the
 * candidate; looked up at that moment, since postings and tasks change.
 */
@Injectable()
export class Uninvolved {
  constructor(
    private readonly parts: PartInAttempt,
    private readonly lines: LinesOfPeople,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Whether the person may judge the attempt's appeal. */
  async isSo(ctx: RequestContext, judgeId: PersonId, appealed: AppealedAttempt): Promise<boolean> {
    const today = londonDate(this.clock.now());
    const { personId } = appealed.attempt;
    const lines = await this.lines.above(ctx.force, [judgeId, personId], today);
    if (hasConflict(lines, judgeId, { personId, excludedIds: [] })) return false;
    return !(await this.parts.of(ctx, appealed)).has(judgeId);
  }

  /** Throws ASM-155 when they may not. */
  async mustBe(ctx: RequestContext, judgeId: PersonId, appealed: AppealedAttempt): Promise<void> {
    if (!(await this.isSo(ctx, judgeId, appealed))) throw refusal('APPEAL_INVOLVED');
  }
}

function isRemarkOf(
  appealId: AppealId,
  { revisions }: Attempt,
  { responseId, final }: { responseId: string; final: FinalMark },
): boolean {
  return revisions.some(
    ({ ground, by, at }) =>
      ground.kind === 'appeal' &&
      ground.appealId === appealId &&
      ground.responseId === responseId &&
      by === final.moderatorId &&
      at.getTime() === final.at.getTime(),
  );
}
