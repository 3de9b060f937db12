import { type AwardStake, AwardStakes, type WouldBeRevised } from '@app/assessment';
import { CourseReader, type VersionId } from '@app/catalogue';
import type { ForceScope } from '@app/platform/context/request-context.js';
import { parseId } from '@app/platform/ids/ids.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { completedOn, nextCycle, opensNextCycle, requiredKeys, withOutcome } from '../component/cycle.js';
import { CycleRepository } from '../component/cycle.repository.js';
import { AwardRepository } from './award.repository.js';
import { fallOf } from './fall.js';

/** CRT-23: tells a dry run which awards would be given or withdrawn, by the very rules that give and withdraw them. Changes nothing. */
@Injectable()
export class AwardsAtStake implements OnModuleInit {
  constructor(
    private readonly stakes: AwardStakes,
    private readonly cycles: CycleRepository,
    private readonly awards: AwardRepository,
    private readonly courses: CourseReader,
  ) {}

  onModuleInit(): void {
    this.stakes.use((scope, would) => this.of(scope, would));
  }

  /** What would become of an award; null when none is touched. */
  async of(scope: ForceScope, would: WouldBeRevised): Promise<AwardStake | null> {
    return would.passed ? this.given(scope, would) : this.withdrawn(scope, would);
  }

  private async withdrawn(scope: ForceScope, would: WouldBeRevised): Promise<AwardStake | null> {
    const { personId, courseCode, sourceId } = would;
    const cycles = await this.cycles.ofCourse(scope, personId, courseCode);
    const fall = fallOf(cycles, sourceId, await this.awards.standing(scope, personId, courseCode));
    const awardId = fall?.awardId ?? null;
    return awardId === null ? null : { would: 'WITHDRAW', awardId };
  }

  private async given(scope: ForceScope, would: WouldBeRevised): Promise<AwardStake | null> {
    const { personId, courseCode, componentKey, sourceId, versionId, on: passedOn } = would;
    const id = parseId<VersionId>(versionId);
    const version = id === undefined ? null : await this.courses.version(id);
    if (version === null || !requiredKeys(version).includes(componentKey)) return null;
    const latest = await this.cycles.latest(scope, personId, courseCode);
    const isOver = latest !== null && latest.awardId !== null;
    if (isOver && !opensNextCycle(latest, passedOn)) return null;
    const cycle = latest === null || isOver ? nextCycle(would, latest) : latest;
    const after = withOutcome(cycle, { componentKey, sourceId, versionId, passedOn });
    return completedOn(after, requiredKeys(version)) === null ? null : { would: 'GIVE', awardId: null };
  }
}
