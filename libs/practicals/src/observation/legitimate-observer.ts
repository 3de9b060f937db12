import { JudgeConflicts } from '@app/assessment';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { AssessorReader, type AssessorStanding } from '@app/standing';
import { Injectable } from '@nestjs/common';
import type { ObservationTerms } from './observation.js';
import { refusal } from './refusals.js';

/** Who is to observe whom, and on which day. */
export interface Observing {
  readonly assessorId: PersonId;
  readonly candidateId: PersonId;
  readonly on: CalendarDate;
  readonly terms: Pick<ObservationTerms, 'skillId' | 'level'>;
}

/** Whether somebody may observe a candidate on a day (PRA-10): without a conflict, in the role, and in date in the skill. */
@Injectable()
export class LegitimateObserver {
  constructor(
    private readonly assessors: AssessorReader,
    private readonly conflicts: JudgeConflicts,
  ) {}

  /** The standing under which they observe, as known now; refuses otherwise. */
  async check(
    scope: ForceScope,
    { assessorId, candidateId, on, terms }: Observing,
  ): Promise<AssessorStanding> {
    if (await this.conflicts.has(scope, { judgeId: assessorId, candidateId, on }))
      throw refusal('OBSERVATION_CONFLICT');
    const assessor = await this.assessors.of(scope, assessorId, on);
    if (!assessor.holdsRole) throw refusal('OBSERVATION_NO_ROLE');
    const { skillId, level } = terms;
    const standing = assessor.inSkill({ skillId, level });
    if (!standing.isInDate) throw refusal('OBSERVATION_NOT_IN_DATE', { facts: { skill: skillId, level } });
    return standing;
  }
}
