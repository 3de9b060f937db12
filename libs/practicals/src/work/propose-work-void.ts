import { mustBeAllowed } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { factsOf, workVoidProposed } from './events.js';
import { workPermissions } from './permissions.js';
import { refusal } from './refusals.js';
import { moveWork, type WorkId } from './work.js';
import { WorkRepository } from './work.repository.js';
import { voidReason, type WorkVoid, type WorkVoidId } from './work-void.js';
import { WorkVoidRepository } from './work-void.repository.js';

export interface ProposeWorkVoidInput {
  readonly workId: WorkId;
  /** 10–2,000 characters. */
  readonly reason: string;
}

/**
 * Proposes that a work shall not count: by whoever may for the whole force, never its author (PRA-37). Nothing changes until a
 * second person confirms. The same proposal again is the one that waits.
 */
@Injectable()
export class ProposeWorkVoid {
  constructor(
    private readonly work: UnitOfWork,
    private readonly works: WorkRepository,
    private readonly proposals: WorkVoidRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ProposeWorkVoidInput): Promise<WorkVoid> {
    mustBeAllowed(ctx, workPermissions.proposeVoid, { forceWide: true });
    const by = found(actingPerson(ctx));
    return this.work.run(ctx, async (announce) => {
      const work = await this.works.load(ctx.force, input.workId);
      if (work.personId === by) throw refusal('WORK_OWN_VOID', { field: 'workId' });
      const reason = voidReason(input.reason);
      const latest = await this.proposals.latest(ctx.force, work.id);
      if (latest?.state === 'PROPOSED') return theSame(latest, { by, reason });
      mustBeVoidable(work);
      const proposal: WorkVoid = {
        ...{ id: newId<WorkVoidId>(), forceId: ctx.force.forceId, workId: work.id, personId: work.personId },
        ...{ state: 'PROPOSED', reason, proposedBy: by, proposedAt: this.clock.now() },
        ...{ decidedBy: null, decidedAt: null },
      };

      await this.proposals.add(proposal);

      announce(workVoidProposed(factsOf(work), { payload: { reason } }));
      return proposal;
    });
  }
}

/** What has left the table is voided no more, and what is voided already not again. */
function mustBeVoidable(work: Parameters<typeof moveWork>[0]): void {
  if (work.state === 'VOIDED') throw refusal('WORK_NOT_DRAFT', { field: 'workId' });
  moveWork(work, 'VOIDED');
}

function theSame(latest: WorkVoid, now: { by: PersonId; reason: string }): WorkVoid {
  if (latest.proposedBy !== now.by || latest.reason !== now.reason)
    throw refusal('WORK_VOID_PROPOSED', { field: 'workId' });
  return latest;
}
