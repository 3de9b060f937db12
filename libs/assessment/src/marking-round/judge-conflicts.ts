import { LinesOfPeople } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { AdjustersOfPeople } from '../adjustment/adjusters-of-people.reader.js';
import { hasConflict } from './conflict.js';

/** Conflicts between a candidate and whoever judges them otherwise than by marking a response (ASM-115, ASM-128). */
@Injectable()
export class JudgeConflicts {
  constructor(
    private readonly lines: LinesOfPeople,
    private readonly adjusters: AdjustersOfPeople,
  ) {}

  /** Whether the judge is the candidate, stands in their line on the day, or had a part in an adjustment of theirs. */
  async has(
    scope: ForceScope,
    { judgeId, candidateId, on }: { judgeId: PersonId; candidateId: PersonId; on: CalendarDate },
  ): Promise<boolean> {
    const lines = await this.lines.above(scope, [candidateId, judgeId], on);
    if (hasConflict(lines, judgeId, { personId: candidateId, excludedIds: [] })) return true;
    const adjusters = await this.adjusters.of(scope, [candidateId]);
    return adjusters.get(candidateId)?.has(judgeId) === true;
  }
}
