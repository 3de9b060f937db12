import { CourseReader, type PublishedVersion, type VersionId } from '@app/catalogue';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { parseId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import type { Award } from '../award/award.js';
import { AwardReader } from '../award/award.reader.js';
import { GrantAward } from '../award/grant-award.js';
import { refusal } from '../refusals.js';
import { type Cycle, completedOn, nextCycle, opensNextCycle, requiredKeys, withOutcome } from './cycle.js';
import { CycleRepository } from './cycle.repository.js';

export interface CollectOutcomeInput {
  readonly personId: PersonId;
  readonly courseCode: string;
  /** The published version that the work was done on. */
  readonly versionId: string;
  /** A component of that version, or `completion` for a course that has none. */
  readonly componentKey: string;
  /** The attempt, or the enrolment for a completion: the same one again changes nothing. */
  readonly sourceId: string;
  readonly passedOn: CalendarDate;
}

/** Collects a passed component in the person's cycle, and gives the award when it was the last one missing. */
@Injectable()
export class CollectOutcome {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cycles: CycleRepository,
    private readonly courses: CourseReader,
    private readonly awards: AwardReader,
    private readonly grantAward: GrantAward,
  ) {}

  /** The award of the cycle, given now or before; null while components are missing. */
  async execute(ctx: RequestContext, input: CollectOutcomeInput): Promise<Award | null> {
    const version = await this.versionOf(input.versionId);
    if (!requiredKeys(version).includes(input.componentKey)) return null;
    return this.work.run(ctx, async () => {
      const latest = await this.cycles.latest(ctx.force, input.personId, input.courseCode);
      const isOver = latest !== null && latest.awardId !== null;
      if (isOver && !opensNextCycle(latest, input.passedOn))
        return this.awards.latest(ctx.force, input.personId, input.courseCode);
      const cycle = latest === null || isOver ? nextCycle(input, latest) : latest;
      return this.advance(ctx, { before: cycle, after: withOutcome(cycle, input), version });
    });
  }

  private async advance(
    ctx: RequestContext,
    step: { before: Cycle; after: Cycle; version: PublishedVersion },
  ): Promise<Award | null> {
    const awardedOn = completedOn(step.after, requiredKeys(step.version));
    if (awardedOn === null) {
      if (step.after !== step.before) await this.cycles.save(ctx.force, step.after);
      return null;
    }
    const { personId, cycle } = step.after;
    const award = await this.grantAward.execute(ctx, { personId, cycle, awardedOn, version: step.version });
    await this.cycles.save(ctx.force, { ...step.after, awardId: award.id, awardedOn });
    return award;
  }

  private async versionOf(versionId: string): Promise<PublishedVersion> {
    const id = parseId<VersionId>(versionId);
    const version = id === undefined ? null : await this.courses.version(id);
    if (version === null) throw refusal('COMPONENT_VERSION_UNKNOWN', { field: 'versionId' });
    return version;
  }
}
