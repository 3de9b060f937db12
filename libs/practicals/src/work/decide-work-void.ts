import { WithdrawResponses } from '@app/assessment';
import { mustBeAllowed } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { factsOf, workVoided, workVoidRefused } from './events.js';
import { workPermissions } from './permissions.js';
import { refusal } from './refusals.js';
import { moveWork, type Work, type WorkId } from './work.js';
import { WorkRepository } from './work.repository.js';
import { decideWorkVoid, type WorkVoid } from './work-void.js';
import { WorkVoidRepository } from './work-void.repository.js';

export interface DecideWorkVoidInput {
  readonly workId: WorkId;
  /** True: the work does not count. False: it counts as before. */
  readonly confirm: boolean;
}

/**
 * The second person decides whether a work shall not count (PRA-37): neither the proposer nor its author. Confirmed, it leaves every
 * marker's desk in the same step. The same decision again is the same answer.
 */
@Injectable()
export class DecideWorkVoid {
  constructor(
    private readonly work: UnitOfWork,
    private readonly works: WorkRepository,
    private readonly proposals: WorkVoidRepository,
    private readonly responses: WithdrawResponses,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: DecideWorkVoidInput): Promise<WorkVoid> {
    mustBeAllowed(ctx, workPermissions.decideVoid, { forceWide: true });
    const by = { personId: found(actingPerson(ctx)), at: this.clock.now() };
    const to = input.confirm ? 'CONFIRMED' : 'REFUSED';
    return this.work.run(ctx, async (announce) => {
      const before = await this.works.load(ctx.force, input.workId);
      const latest = await this.proposals.latest(ctx.force, before.id);
      if (latest === null) throw refusal('WORK_VOID_NOT_PROPOSED', { field: 'workId' });
      if (latest.state === to && latest.decidedBy === by.personId) return latest;

      const decided = decideWorkVoid(latest, to, by);
      await this.proposals.saveDecision(decided);
      if (to === 'CONFIRMED') await this.save(ctx, before);

      const event = input.confirm
        ? workVoided(
            { ...factsOf(before), wasPassed: wasPassed(before) },
            { payload: { reason: decided.reason } },
          )
        : workVoidRefused(factsOf(before));
      announce(event);
      return decided;
    });
  }

  private async save(ctx: RequestContext, before: Work): Promise<void> {
    await this.works.save(before, moveWork(before, 'VOIDED'));
    await this.responses.execute(ctx, { kind: 'work', id: before.id });
  }
}

/** Whether its author knew it as passed. */
function wasPassed({ state, outcome }: Work): boolean {
  return state === 'RELEASED' && outcome?.passed === true;
}
