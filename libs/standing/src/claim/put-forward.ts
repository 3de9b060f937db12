import { isSkillLevel, type SkillId, type SkillLevel, SkillReader } from '@app/framework';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UseFiles } from '@app/platform/files/use-files.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { claimMade } from '../events.js';
import { refuseBackwards } from '../evidence/evidence.js';
import { refusal } from '../refusals.js';
import {
  type ClaimContent,
  type ClaimId,
  type EvidenceClaim,
  mustSayTheSame,
  refuseFuture,
} from './claim.js';
import { ClaimRepository } from './claim.repository.js';
import { evidenceFile } from './evidence-file-purpose.js';

/** A claim before it has an id; `key` names it, whoever sends it how often. */
export type NewClaim = ClaimContent & Pick<EvidenceClaim, 'kind' | 'key' | 'standing' | 'evidenceId'>;

const MOST_FILES = 10;

/** What every claim has in common: it is checked, kept once, and told. */
@Injectable()
export class PutForward {
  constructor(
    private readonly work: UnitOfWork,
    private readonly claims: ClaimRepository,
    private readonly skills: SkillReader,
    private readonly files: UseFiles,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Keeps the claim; the same again is the same claim (STD-50). */
  async execute(ctx: RequestContext, claim: NewClaim): Promise<EvidenceClaim> {
    const at = this.clock.now();
    refuseFuture(claim.from, londonDate(at));
    if (claim.lastValidDay !== null) refuseBackwards(claim.from, claim.lastValidDay);
    if (claim.fileIds.length > MOST_FILES)
      throw refusal('CERTIFICATE_TOO_MANY_FILES', { facts: { most: MOST_FILES }, field: 'fileIds' });
    return this.work.run(ctx, async (announce) => {
      const known = await this.claims.live(ctx.force, claim.key);
      if (known !== null) {
        mustSayTheSame(known, claim);
        return known;
      }
      await this.files.execute(ctx, { fileIds: claim.fileIds, purpose: evidenceFile });
      const made: EvidenceClaim = {
        ...claim,
        ...{ id: newId<ClaimId>(), forceId: ctx.force.forceId, by: found(actingPerson(ctx)), at },
        ...{ state: 'open', decision: null, answer: null },
      };
      await this.claims.add(made);
      announce(claimMade(claimFacts(made)));
      return made;
    });
  }

  /** STD-01. The level, of a skill that the framework has. */
  async levelOf(skillId: SkillId, level: number): Promise<SkillLevel> {
    if ((await this.skills.byId(skillId)) === null)
      throw refusal('EVIDENCE_SKILL_UNKNOWN', { facts: { skill: skillId }, field: 'skillId' });
    if (!isSkillLevel(level)) throw refusal('EVIDENCE_LEVEL_WRONG', { field: 'level' });
    return level;
  }
}

/** What the events of a claim tell. */
export function claimFacts({ id, personId, skillId, level, kind, by }: EvidenceClaim) {
  return { claimId: id, personId, skillId, level, kind, by };
}
