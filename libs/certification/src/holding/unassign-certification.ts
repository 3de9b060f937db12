import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { AssignmentReader } from '../assignment/assignment.reader.js';
import { refusal } from '../assignment/refusals.js';
import { certificationUnassigned } from '../events.js';
import type { Holding } from './holding.js';
import { HoldingReader } from './holding.reader.js';
import { HoldingRepository } from './holding.repository.js';

export interface UnassignCertificationInput {
  readonly personId: PersonId;
  readonly code: string;
}

/** Ends the asking. Cycles and awards stay as they are. The same again changes nothing. */
@Injectable()
export class UnassignCertification {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: HoldingReader,
    private readonly holdings: HoldingRepository,
    private readonly assignments: AssignmentReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { personId, code }: UnassignCertificationInput): Promise<Holding> {
    return this.work.run(ctx, async (announce) => {
      const holding = found(await this.reader.of(ctx.force, personId, code));
      const assignment = found(holding.assignment);
      if (assignment.endedOn !== null) return holding;
      const byRule = await this.assignments.of(ctx.force, personId, code);
      if (byRule?.state === 'assigned') throw refusal('ASSIGNMENT_BY_RULE');
      const ended = { ...holding, assignment: { ...assignment, endedOn: londonDate(this.clock.now()) } };
      await this.holdings.save(ctx.force, ended);
      announce(certificationUnassigned({ personId, code }));
      return { ...ended, revision: ended.revision + 1 };
    });
  }
}
