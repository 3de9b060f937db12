import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { regradeApplying, regradeApproved } from './events.js';
import { refusal } from './refusals.js';
import { approveFalls, beginApplying, type FallChoice, type Regrade, type RegradeId } from './regrade.js';
import { RegradeRepository } from './regrade.repository.js';
import { RunRegrade } from './run-regrade.js';

export interface ApproveRegradeInput {
  readonly regradeId: RegradeId;
  /** Which dry run was read: another may have been made meanwhile. */
  readonly run: number;
}

/** Approves that people fall below the pass mark: exactly those of the list that was read (ASM-146). Again is the same answer. */
@Injectable()
export class ApproveRegrade {
  constructor(
    private readonly work: UnitOfWork,
    private readonly regrades: RegradeRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { regradeId, run }: ApproveRegradeInput): Promise<Regrade> {
    const personId = candidateOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const regrade = await this.regrades.load(regradeId);
      const approved = approveFalls(mustBeOfRun(regrade, run), { personId, at: this.clock.now() });
      const { approval } = regrade;
      if (approval?.by === personId && approval.fallsDigest === regrade.fallsDigest) return regrade;

      const saved = await this.regrades.save(approved);

      const { itemKey, courseCode, counts } = regrade;
      announce(regradeApproved({ regradeId, itemKey, courseCode, run, falls: counts.falls }));
      return saved;
    });
  }
}

export interface ApplyRegradeInput extends ApproveRegradeInput {
  /** Whether falls below the pass mark, if the list has any, are applied too. */
  readonly falls: FallChoice;
}

/**
 * Applies the list of a dry run, and nothing else: it is checked first, and when it is not true any more nothing is changed and the
 * regrade is stale (ASM-145). Refuses falls that nobody approved (ASM-146). The same again is the same answer.
 */
@Injectable()
export class ApplyRegrade {
  constructor(
    private readonly work: UnitOfWork,
    private readonly regrades: RegradeRepository,
    private readonly job: RunRegrade,
  ) {}

  async execute(ctx: RequestContext, { regradeId, run, falls }: ApplyRegradeInput): Promise<Regrade> {
    const personId = candidateOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const regrade = mustBeOfRun(await this.regrades.load(regradeId), run);
      if (isUnderWay(regrade) && regrade.falls === falls) return regrade;
      const applying = beginApplying(regrade, falls, personId);

      const saved = await this.regrades.save(applying);
      await this.job.schedule(ctx, saved);

      const { itemKey, courseCode } = regrade;
      announce(regradeApplying({ regradeId, itemKey, courseCode, run, falls }));
      return saved;
    });
  }
}

function isUnderWay({ state }: Regrade): boolean {
  return state === 'APPLYING' || state === 'APPLIED';
}

/** ASM-145: who read the list of an earlier run reads the new one first. */
function mustBeOfRun(regrade: Regrade, run: number): Regrade {
  if (regrade.run !== run) throw refusal('REGRADE_STALE', { field: 'run' });
  return regrade;
}
