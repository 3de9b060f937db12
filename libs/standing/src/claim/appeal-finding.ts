import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import type { EvidenceId } from '../evidence/evidence.js';
import { EvidenceRepository } from '../evidence/evidence.repository.js';
import { refusal } from '../refusals.js';
import { type EvidenceClaim, textOf } from './claim.js';
import { PutForward } from './put-forward.js';

export interface AppealFindingInput {
  readonly evidenceId: EvidenceId;
  /** Why it is wrong, 1–4,000 characters. */
  readonly statement: string;
}

/** STD-55. The person whom a finding is about asks a second person to look at it. Until then it acts. */
@Injectable()
export class AppealFinding {
  constructor(
    private readonly evidence: EvidenceRepository,
    private readonly putForward: PutForward,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: AppealFindingInput): Promise<EvidenceClaim> {
    const finding = found(await this.evidence.byId(ctx.force, input.evidenceId));
    if (finding.personId !== actingPerson(ctx) || finding.kind !== 'negative') throw new Fault('NOT_FOUND');
    if (finding.ended !== null) throw refusal('FINDING_NOT_IN_FORCE', { field: 'evidenceId' });
    const { personId, skillId, level } = finding;
    return this.putForward.execute(ctx, {
      ...{ kind: 'appeal', key: `appeal/${finding.id}`, personId, skillId, level },
      ...{ what: finding.title.en, from: londonDate(this.clock.now()), lastValidDay: null },
      ...{ statement: textOf(input.statement, 'statement', 4000), evidenceId: finding.id },
      ...{ fileIds: [], criteria: [], issued: null, standing: null },
    });
  }
}
