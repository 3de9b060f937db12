import { type AwardStake, AwardStakes, type WouldBeRevised } from '@app/assessment';
import { CourseReader, type VersionId } from '@app/catalogue';
import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope } from '@app/platform/context/request-context.js';
import { parseId } from '@app/platform/ids/ids.js';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { outcomeOf } from '../component/collect-outcome.js';
import { type Cycle, nextCycle, opensNextCycle, withCorrection } from '../component/cycle.js';
import { CycleRepository } from '../component/cycle.repository.js';
import { type AwardTerms, completedOn, type Outcome } from '../component/outcome.js';
import { TermsReader } from '../component/terms.reader.js';
import { AwardRepository } from './award.repository.js';
import { homeOf, standingAward, stillStands } from './fall.js';

/** CRT-23: tells a dry run which awards would be given or withdrawn, by the very rules that give and withdraw them. Changes nothing. */
@Injectable()
export class AwardsAtStake implements OnModuleInit {
  constructor(
    private readonly stakes: AwardStakes,
    private readonly cycles: CycleRepository,
    private readonly awards: AwardRepository,
    private readonly courses: CourseReader,
    private readonly terms: TermsReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.stakes.use((scope, would) => this.of(scope, would));
  }

  /** What would become of an award; null when none is touched. */
  async of(scope: ForceScope, would: WouldBeRevised): Promise<AwardStake | null> {
    const outcome = outcomeOf(would, this.clock.now());
    const cycles = await this.cycles.ofCourse(scope, would.personId, would.courseCode);
    const home = homeOf(cycles, would);
    if (home !== undefined && home.awardId !== null) return this.withdrawn(scope, home, outcome);
    const terms = await this.termsOf(would.versionId);
    if (terms?.components.some(({ key }) => key === would.componentKey) !== true) return null;
    return given(cycles, home, { outcome, terms, would });
  }

  private async withdrawn(scope: ForceScope, home: Cycle, outcome: Outcome): Promise<AwardStake | null> {
    const award = standingAward(home, await this.awards.standing(scope, home.personId, home.courseCode));
    const terms = award === null ? null : await this.termsOf(award.versionId);
    if (award === null || terms === null) return null;
    const after = withCorrection(home, outcome);
    return stillStands(after, terms, award.awardedOn) ? null : { would: 'WITHDRAW', awardId: award.id };
  }

  private async termsOf(versionId: string): Promise<AwardTerms | null> {
    const id = parseId<VersionId>(versionId);
    const version = id === undefined ? null : await this.courses.version(id);
    return version === null ? null : this.terms.of(version);
  }
}

/** CRT-22: an award that the corrected result would complete. */
function given(
  [latest]: readonly Cycle[],
  home: Cycle | undefined,
  { outcome, terms, would }: { outcome: Outcome; terms: AwardTerms; would: WouldBeRevised },
): AwardStake | null {
  const isOver = latest !== undefined && latest.awardId !== null;
  if (home === undefined && isOver && !opensNextCycle(latest, outcome.on)) return null;
  const open = latest === undefined || isOver ? nextCycle(would, latest ?? null) : latest;
  const after = withCorrection(home ?? open, outcome);
  return completedOn(after.outcomes, terms) === null ? null : { would: 'GIVE', awardId: null };
}
