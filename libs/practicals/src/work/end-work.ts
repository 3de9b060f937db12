import { WithdrawResponses } from '@app/assessment';
import { mustBeAllowed } from '@app/identity';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { workVoided, workWithdrawn } from './events.js';
import { workPermissions } from './permissions.js';
import { refusal } from './refusals.js';
import { moveWork, type Work, type WorkId } from './work.js';
import { WorkRepository } from './work.repository.js';
import { authorOf } from './work-ground.js';

const SHORTEST_REASON = 10;
const LONGEST_REASON = 2000;

/** Takes one's own work back, until it has a mark (PRA-36); it leaves every marker's desk. Again is the same answer. */
@Injectable()
export class WithdrawWork {
  constructor(
    private readonly work: UnitOfWork,
    private readonly works: WorkRepository,
    private readonly responses: WithdrawResponses,
  ) {}

  async execute(ctx: RequestContext, { workId }: { workId: WorkId }): Promise<Work> {
    return this.work.run(ctx, async (announce) => {
      const before = await this.works.loadOwn(ctx.force, workId, authorOf(ctx));
      if (before.state === 'WITHDRAWN') return before;
      const after = moveWork(before, 'WITHDRAWN');

      await this.works.save(before, after);
      await this.responses.execute(ctx, { kind: 'work', id: workId });

      announce(workWithdrawn(factsOf(after)));
      return after;
    });
  }
}

export interface VoidWorkInput {
  readonly workId: WorkId;
  /** 10–2,000 characters, kept in the erasable record. */
  readonly reason: string;
}

/** Says that a work does not count: by whoever may for the whole force, never its author (PRA-37). Again is the same answer. */
@Injectable()
export class VoidWork {
  constructor(
    private readonly work: UnitOfWork,
    private readonly works: WorkRepository,
    private readonly responses: WithdrawResponses,
  ) {}

  async execute(ctx: RequestContext, input: VoidWorkInput): Promise<Work> {
    mustBeAllowed(ctx, workPermissions.voidWork, { forceWide: true });
    return this.work.run(ctx, async (announce) => {
      const before = await this.works.load(ctx.force, input.workId);
      if (before.personId === actingPerson(ctx)) throw refusal('WORK_OWN_VOID', { field: 'workId' });
      const reason = checkedReason(input.reason);
      if (before.state === 'VOIDED') return before;
      const after = moveWork(before, 'VOIDED');

      await this.works.save(before, after);
      await this.responses.execute(ctx, { kind: 'work', id: before.id });

      const wasPassed = before.state === 'RELEASED' && before.outcome?.passed === true;
      announce(workVoided({ ...factsOf(after), wasPassed }, { payload: { reason } }));
      return after;
    });
  }
}

function checkedReason(reason: string): string {
  const text = reason.trim();
  if (text.length < SHORTEST_REASON || text.length > LONGEST_REASON)
    throw refusal('WORK_VOID_REASON_MISSING', { field: 'reason' });
  return text;
}

function factsOf({ id: workId, personId, courseCode, versionId, componentKey }: Work) {
  return { workId, personId, courseCode, versionId, componentKey };
}
