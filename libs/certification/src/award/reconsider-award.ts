import { CourseReader } from '@app/catalogue';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { AdvanceCycle } from '../component/advance-cycle.js';
import {
  CollectOutcome,
  type CollectOutcomeInput,
  outcomeOf,
  versionOf,
} from '../component/collect-outcome.js';
import { type Cycle, nextCycle, withCorrection, withOutcome } from '../component/cycle.js';
import { CycleRepository } from '../component/cycle.repository.js';
import type { Outcome } from '../component/outcome.js';
import { TermsReader } from '../component/terms.reader.js';
import { AwardRepository } from './award.repository.js';
import { cycleAfterFall, homeOf, standingAward, stillStands } from './fall.js';
import { WithdrawAward } from './withdraw-award.js';

export interface ReconsiderAwardInput extends CollectOutcomeInput {
  /** True: the work counts no more. Its percent and pass are then of no account. */
  readonly voided?: boolean;
  /** Why, for the journal's erasable payload. */
  readonly reason: string;
}

/** A correction on its way into the cycle that holds, or will hold, the result. */
interface Correction {
  readonly outcome: Outcome;
  readonly cycles: readonly Cycle[];
  readonly reason: string;
}

/** Puts a corrected result in the place of the one that a cycle holds. Always in the transaction of the reconsideration. */
@Injectable()
export class CorrectOutcome {
  constructor(
    private readonly cycles: CycleRepository,
    private readonly awards: AwardRepository,
    private readonly courses: CourseReader,
    private readonly terms: TermsReader,
    private readonly withdrawAward: WithdrawAward,
    private readonly advance: AdvanceCycle,
  ) {}

  /** CRT-20, CRT-21, CRT-22. A correction that is no news changes nothing. */
  async execute(ctx: RequestContext, home: Cycle, { outcome, cycles, reason }: Correction): Promise<void> {
    const after = withCorrection(home, outcome);
    if (after === home) return;
    if (home.awardId === null) return this.goOn(ctx, home, after);
    const standing = await this.awards.standing(ctx.force, home.personId, home.courseCode);
    const award = standingAward(home, standing);
    if (award === null) return;
    const version = await versionOf(this.courses, award.versionId);
    if (stillStands(after, await this.terms.of(version), award.awardedOn))
      return this.cycles.save(ctx.force, after);
    await this.withdrawAward.execute(ctx, { awardId: award.id, reason });
    const onwards = cycleAfterFall(home, cycles, outcome);
    if (onwards !== null) await this.goOn(ctx, { ...onwards, outcomes: [] }, onwards);
  }

  private async goOn(ctx: RequestContext, before: Cycle, after: Cycle): Promise<void> {
    const [newest] = after.outcomes.slice(-1);
    if (newest === undefined) return;
    const version = await versionOf(this.courses, newest.versionId);
    await this.advance.execute(ctx, { before, after, version });
  }
}

/**
 * Reconsiders an award once a result that its holder was told is another, or counts no more: it is withdrawn with its evidence when it
 * does not stand any more (CRT-20), and given, dated by the day of the work, when it now does (CRT-22). Looks at what is, so neither a
 * repeat nor a late arrival of what was said before changes anything (CRT-56).
 */
@Injectable()
export class ReconsiderAward {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cycles: CycleRepository,
    private readonly collectOutcome: CollectOutcome,
    private readonly correct: CorrectOutcome,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ReconsiderAwardInput): Promise<void> {
    const { personId, courseCode, reason } = input;
    const voided = input.voided === true;
    const said = outcomeOf(input, this.clock.now());
    const outcome = voided ? { ...said, counts: false, passed: false, percent: null } : said;
    await this.work.run(ctx, async () => {
      const cycles = await this.cycles.ofCourse(ctx.force, personId, courseCode);
      const home = homeOf(cycles, outcome);
      if (home !== undefined) await this.correct.execute(ctx, home, { outcome, cycles, reason });
      else if (outcome.passed) await this.collectOutcome.execute(ctx, input);
      else await this.remember(ctx, { outcome, of: input, latest: cycles[0] ?? null });
    });
  }

  /** CRT-56. What counts for nothing is kept all the same, so that an older word about it, still on its way, is known as older. */
  private async remember(
    ctx: RequestContext,
    { outcome, of, latest }: { outcome: Outcome; of: ReconsiderAwardInput; latest: Cycle | null },
  ): Promise<void> {
    const isOpen = latest !== null && latest.awardId === null;
    await this.cycles.save(ctx.force, withOutcome(isOpen ? latest : nextCycle(of, latest), outcome));
  }
}
