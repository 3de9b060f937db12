import type { SkillId } from '@app/framework';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { type Criterion, criteriaOf, type EvidenceClaim, refuseFuture, textOf } from './claim.js';
import { LegitimateJudge } from './legitimate-judge.js';
import { PeopleInReach } from './people-in-reach.js';
import { PutForward } from './put-forward.js';

export interface RecordPracticeInput {
  readonly personId: PersonId;
  readonly skillId: SkillId;
  /** 1–4. */
  readonly level: number;
  /** What was done, 1–200 characters. */
  readonly what: string;
  readonly observedOn: CalendarDate;
  readonly criteria: readonly Criterion[];
}

/** STD-51. An assessor records practice at work that they saw themselves. It is evidence when a second person has confirmed it. */
@Injectable()
export class RecordPractice {
  constructor(
    private readonly reach: PeopleInReach,
    private readonly judges: LegitimateJudge,
    private readonly putForward: PutForward,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: RecordPracticeInput): Promise<EvidenceClaim> {
    const { personId, skillId, observedOn: on } = input;
    const judgeId = found(actingPerson(ctx));
    await this.reach.check(ctx, 'standing.practice.record', personId);
    const level = await this.putForward.levelOf(skillId, input.level);
    refuseFuture(on, londonDate(this.clock.now()), 'observedOn');
    const what = textOf(input.what, 'what', 200);
    const standing = await this.judges.check(ctx.force, { judgeId, personId, skillId, level, on });
    const criteria = criteriaOf(input.criteria);
    return this.putForward.execute(ctx, {
      ...{ kind: 'practice', key: `practice/${judgeId}/${personId}/${skillId}/${on}/${what}` },
      ...{ personId, skillId, level, what, from: on, lastValidDay: null, criteria, standing },
      ...{ fileIds: [], issued: null, statement: '', evidenceId: null },
    });
  }
}
