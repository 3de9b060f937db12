import type { SkillLevel } from '@app/framework';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import type { EvidenceId, EvidenceKind } from '../evidence/evidence.js';
import { EvidenceRepository } from '../evidence/evidence.repository.js';
import type { Confidence, Provenance } from '../evidence/provenance.js';
import { RecordEvidence } from '../evidence/record-evidence.js';
import { WithdrawEvidence } from '../evidence/withdraw-evidence.js';
import { refusal } from '../refusals.js';
import { type ClaimKind, confidenceOf, type EvidenceClaim } from './claim.js';

/** What the second person made of a claim. */
export interface Recognised {
  readonly level: SkillLevel;
  readonly lastValidDay: CalendarDate | null;
  readonly confidence: Confidence | null;
  readonly reason: string;
}

const KIND: Record<Exclude<ClaimKind, 'appeal'>, EvidenceKind> = {
  practice: 'observed',
  certificate: 'external',
  'prior-learning': 'prior',
};

/** What an accepted claim becomes. */
@Injectable()
export class ClaimEvidence {
  constructor(
    private readonly record: RecordEvidence,
    private readonly withdraw: WithdrawEvidence,
    private readonly evidence: EvidenceRepository,
  ) {}

  /** Records the evidence of a claim, or withdraws the finding of an appeal; the piece that it is about. */
  async of(ctx: RequestContext, claim: EvidenceClaim, made: Recognised): Promise<EvidenceId> {
    if (claim.kind === 'appeal') {
      const finding = found(claim.evidenceId);
      return (await this.withdraw.execute(ctx, { evidenceId: finding, reason: made.reason })).id;
    }
    const { personId, skillId, what } = claim;
    const isPrior = claim.kind === 'prior-learning';
    const decidedOn = londonDate(found(claim.decision).at);
    const piece = await this.record.execute(ctx, {
      ...{ personId, skillId, level: made.level, kind: KIND[claim.kind], title: englishOnly(what) },
      ...{ sourceId: claim.id, provenance: provenanceOf(claim, made), reason: made.reason },
      from: isPrior ? decidedOn : claim.from,
      lastValidDay: isPrior ? made.lastValidDay : claim.lastValidDay,
    });
    return piece.id;
  }

  /** STD-55. Refuses whoever recorded the finding. */
  async refuseMaker(ctx: RequestContext, finding: EvidenceId, by: PersonId): Promise<void> {
    const piece = found(await this.evidence.byId(ctx.force, finding));
    if (piece.provenance?.assessors.includes(by) === true) throw refusal('CLAIM_SECOND_PERSON');
  }
}

function provenanceOf(claim: EvidenceClaim, made: Recognised): Provenance {
  const checkedBy = found(claim.decision).by;
  if (claim.kind === 'practice')
    return { assessors: [claim.by], checkedBy, confidence: 'judged', source: null };
  if (claim.kind === 'prior-learning')
    return { assessors: [checkedBy], confidence: 'judged', source: null, fileIds: claim.fileIds };
  const { issuer, number } = found(claim.issued);
  const external = { issuer, number, fileIds: claim.fileIds };
  return {
    assessors: [],
    checkedBy,
    confidence: confidenceOf(claim, made.confidence),
    source: issuer,
    external,
  };
}
