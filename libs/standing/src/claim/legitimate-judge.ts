import type { SkillId } from '@app/framework';
import { areInLine, LinesOfPeople } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import type { AssessorStanding } from '../assessor/assessor.js';
import { AssessorReader } from '../assessor/assessor.reader.js';
import { refusal } from '../refusals.js';

/** Who judges whom, in what, on which day. */
export interface Judging {
  readonly judgeId: PersonId;
  readonly personId: PersonId;
  readonly skillId: SkillId;
  readonly level: number;
  readonly on: CalendarDate;
}

/** Whether somebody may judge a person's skill outside a course: outside their line, in the role, and in date themselves. */
@Injectable()
export class LegitimateJudge {
  constructor(
    private readonly assessors: AssessorReader,
    private readonly lines: LinesOfPeople,
  ) {}

  /** STD-51. The standing under which they judge, as known now; refused otherwise. */
  async check(scope: ForceScope, judging: Judging): Promise<AssessorStanding> {
    const { judgeId, skillId, level, on } = judging;
    await this.refuseLine(scope, judging);
    const assessor = await this.assessors.of(scope, judgeId, on);
    if (!assessor.holdsRole) throw refusal('JUDGE_ROLE_MISSING');
    const standing = assessor.inSkill({ skillId, level });
    if (!standing.isInDate) throw refusal('JUDGE_NOT_IN_DATE', { facts: { skill: skillId, level } });
    return standing;
  }

  /** STD-51. Refuses whoever it is about, and anybody in their line on the day. */
  async refuseLine(
    scope: ForceScope,
    { judgeId, personId, on }: Pick<Judging, 'judgeId' | 'personId' | 'on'>,
  ): Promise<void> {
    if (judgeId === personId) throw refusal('CLAIM_OWN');
    const lines = await this.lines.above(scope, [personId, judgeId], on);
    if (areInLine(lines, judgeId, personId)) throw refusal('CLAIM_IN_LINE');
  }
}
