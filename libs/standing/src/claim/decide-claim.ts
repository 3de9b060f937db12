import { isSkillLevel, type SkillLevel } from '@app/framework';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import type { AssessorStanding } from '../assessor/assessor.js';
import { claimDecided } from '../events.js';
import type { Confidence } from '../evidence/provenance.js';
import { refusal } from '../refusals.js';
import {
  type ClaimDecision,
  type ClaimId,
  type EvidenceClaim,
  mustBeOpen,
  mustBeSecond,
  textOf,
} from './claim.js';
import { ClaimRepository } from './claim.repository.js';
import { ClaimEvidence } from './claim-evidence.js';
import { LegitimateJudge } from './legitimate-judge.js';
import { PeopleInReach } from './people-in-reach.js';
import { claimFacts } from './put-forward.js';

export interface DecideClaimInput {
  readonly claimId: ClaimId;
  readonly accept: boolean;
  /** Why, to whom it is about, 1–2,000 characters. */
  readonly reason: string;
  /** Of prior learning: what is recognised; null: what was claimed. */
  readonly level: number | null;
  /** Of prior learning: until when; null: the skill's own months. */
  readonly lastValidDay: CalendarDate | null;
  /** Of a certificate: how sure it is; null: by what lies with it. */
  readonly confidence: Confidence | null;
}

/**
 * A second person accepts or refuses what was put forward. Accepted, it becomes evidence in the same transaction; an appeal that
 * is upheld withdraws its finding. The same decision of the same person again is the same answer.
 */
@Injectable()
export class DecideClaim {
  constructor(
    private readonly work: UnitOfWork,
    private readonly claims: ClaimRepository,
    private readonly reach: PeopleInReach,
    private readonly judges: LegitimateJudge,
    private readonly evidence: ClaimEvidence,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: DecideClaimInput): Promise<EvidenceClaim> {
    const by = found(actingPerson(ctx));
    return this.work.run(ctx, async (announce) => {
      const claim = found(await this.claims.byId(ctx.force, input.claimId));
      await this.reach.check(ctx, 'standing.claim.decide', claim.personId);
      const wanted = input.accept ? 'accepted' : 'refused';
      if (claim.decision?.by === by && claim.state === wanted) return claim;
      const answer = textOf(input.reason, 'reason', 2000);
      mustBeOpen(claim);
      mustBeSecond(claim, by);
      const level = levelOf(claim, input.level);
      const standing = await this.standingOf(ctx, claim, { by, level, accept: input.accept });
      const decision: ClaimDecision = { by, at: this.clock.now(), standing };

      const decided: EvidenceClaim = { ...claim, state: wanted, decision, answer };
      const { lastValidDay, confidence } = input;
      const evidenceId = input.accept
        ? await this.evidence.of(ctx, decided, { level, lastValidDay, confidence, reason: answer })
        : claim.evidenceId;
      const ended = { ...decided, evidenceId };
      await this.claims.end(ended);

      announce(claimDecided({ ...claimFacts(ended), decidedBy: by, accepted: input.accept, evidenceId }));
      return ended;
    });
  }

  /** Prior learning is judged by an assessor in date; practice and appeals by anybody who may, outside the line. */
  private async standingOf(
    ctx: RequestContext,
    { kind, personId, skillId, evidenceId }: EvidenceClaim,
    { by, level, accept }: { by: PersonId; level: SkillLevel; accept: boolean },
  ): Promise<AssessorStanding | null> {
    const on = londonDate(this.clock.now());
    const judging = { judgeId: by, personId, skillId, level, on };
    if (kind === 'certificate') return null;
    if (kind === 'prior-learning' && accept) return this.judges.check(ctx.force, judging);
    await this.judges.refuseLine(ctx.force, judging);
    if (kind === 'appeal' && evidenceId !== null) await this.evidence.refuseMaker(ctx, evidenceId, by);
    return null;
  }
}

/** STD-53. What is recognised: no more than was claimed. */
function levelOf(claim: EvidenceClaim, level: number | null): SkillLevel {
  if (level === null || claim.kind !== 'prior-learning') return claim.level;
  if (!isSkillLevel(level)) throw refusal('EVIDENCE_LEVEL_WRONG', { field: 'level' });
  if (level > claim.level)
    throw refusal('RECOGNISED_TOO_HIGH', { facts: { level: claim.level }, field: 'level' });
  return level;
}
