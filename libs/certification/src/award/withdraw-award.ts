import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { StandingReader, WithdrawEvidence } from '@app/standing';
import { Inject, Injectable } from '@nestjs/common';
import { awardWithdrawn } from '../events.js';
import { EndCycle } from '../holding/end-cycle.js';
import { reasonOf, refuseOwn } from '../reason.js';
import type { Award, AwardId } from './award.js';
import { AwardRepository } from './award.repository.js';

export interface WithdrawAwardInput {
  readonly awardId: AwardId;
  /** Why. Personal: kept in the erasable payload of the journal and nowhere else. */
  readonly reason: string;
}

/** Withdraws an award at once, with its evidence; recorded authority under it is suspended. The same again is the same answer. */
@Injectable()
export class WithdrawAward {
  constructor(
    private readonly work: UnitOfWork,
    private readonly awards: AwardRepository,
    private readonly standing: StandingReader,
    private readonly withdrawEvidence: WithdrawEvidence,
    private readonly endCycle: EndCycle,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: WithdrawAwardInput): Promise<Award> {
    const reason = reasonOf(input.reason);
    return this.work.run(ctx, async (announce) => {
      const award = found(await this.awards.byId(ctx.force, input.awardId));
      refuseOwn(ctx, award.personId);
      if (award.withdrawn !== null) return award;
      const at = this.clock.now();
      const withdrawn = { on: londonDate(at), at };

      await this.awards.withdraw(ctx.force, award.id, withdrawn);
      await this.endEvidence(ctx, award, reason);
      await this.endCycle.execute(ctx, award, withdrawn.on);

      const { id, personId, courseCode, cycle } = award;
      announce(
        awardWithdrawn(
          { awardId: id, personId, courseCode, cycle, on: withdrawn.on },
          { payload: { reason } },
        ),
      );
      return { ...award, withdrawn };
    });
  }

  private async endEvidence(ctx: RequestContext, award: Award, reason: string): Promise<void> {
    const evidence = (await this.standing.evidenceOfPeople(ctx.force, [award.personId])).get(award.personId);
    const ofAward = (evidence ?? []).filter(
      ({ kind, sourceId, ended }) => kind === 'award' && sourceId.startsWith(award.id) && ended === null,
    );
    for (const { id } of ofAward) await this.withdrawEvidence.execute(ctx, { evidenceId: id, reason });
  }
}
