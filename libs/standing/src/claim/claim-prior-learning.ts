import type { SkillId } from '@app/framework';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import { Inject, Injectable } from '@nestjs/common';
import { refusal } from '../refusals.js';
import { type EvidenceClaim, textOf } from './claim.js';
import { PeopleInReach } from './people-in-reach.js';
import { PutForward } from './put-forward.js';

export interface ClaimPriorLearningInput {
  readonly personId: PersonId;
  readonly skillId: SkillId;
  /** 1–4: the most that is recognised. */
  readonly level: number;
  /** What was learnt, 1–200 characters. */
  readonly what: string;
  /** What the portfolio shows and where, 1–4,000 characters. */
  readonly statement: string;
  readonly fileIds: readonly FileId[];
}

/** STD-53. Puts forward a portfolio of what somebody learnt before: one's own, or that of a person in one's reach. */
@Injectable()
export class ClaimPriorLearning {
  constructor(
    private readonly reach: PeopleInReach,
    private readonly putForward: PutForward,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ClaimPriorLearningInput): Promise<EvidenceClaim> {
    const { personId, skillId, fileIds } = input;
    if (actingPerson(ctx) !== personId) await this.reach.check(ctx, 'standing.claim.make', personId);
    const level = await this.putForward.levelOf(skillId, input.level);
    if (fileIds.length === 0) throw refusal('PORTFOLIO_MISSING', { field: 'fileIds' });
    const what = textOf(input.what, 'what', 200);
    const statement = textOf(input.statement, 'statement', 4000);
    const from = londonDate(this.clock.now());
    return this.putForward.execute(ctx, {
      ...{ kind: 'prior-learning', key: `prior-learning/${personId}/${skillId}/${from}` },
      ...{ personId, skillId, level, what, from, lastValidDay: null, fileIds, statement },
      ...{ criteria: [], issued: null, standing: null, evidenceId: null },
    });
  }
}
