import { CourseReader, type PublishedVersion, type VersionId } from '@app/catalogue';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { parseId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Award } from '../award/award.js';
import { AwardReader } from '../award/award.reader.js';
import { refusal } from '../refusals.js';
import { AdvanceCycle } from './advance-cycle.js';
import { nextCycle, opensNextCycle, withOutcome } from './cycle.js';
import { CycleRepository } from './cycle.repository.js';
import { type Outcome, termsOf } from './outcome.js';

export interface CollectOutcomeInput {
  readonly personId: PersonId;
  readonly courseCode: string;
  /** The version that the work was done on. */
  readonly versionId: string;
  /** `COMPLETION` for a course without assessment. */
  readonly componentKey: string;
  /** The attempt, the work, or the enrolment for a completion: the same one again changes nothing. */
  readonly sourceId: string;
  /** The London day of the work. */
  readonly on: CalendarDate;
  /** 0–100; null where nothing is graded. */
  readonly percent: number | null;
  readonly passed: boolean;
  /** When the result came to be known; now when left out. */
  readonly asOf?: Date;
}

/** Collects what a person got in a component, and gives the award when it was what was missing. */
@Injectable()
export class CollectOutcome {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cycles: CycleRepository,
    private readonly courses: CourseReader,
    private readonly awards: AwardReader,
    private readonly advance: AdvanceCycle,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The award of the cycle, given now or before; null while something is missing. */
  async execute(ctx: RequestContext, input: CollectOutcomeInput): Promise<Award | null> {
    const version = await versionOf(this.courses, input.versionId);
    const component = termsOf(version).components.find(({ key }) => key === input.componentKey);
    if (component === undefined) return null;
    const { personId, courseCode } = input;
    return this.work.run(ctx, async () => {
      const latest = await this.cycles.latest(ctx.force, personId, courseCode);
      const isOver = latest !== null && latest.awardId !== null;
      // A failed hurdle begins no cycle: there is nothing of it that a later award could rest on.
      const couldCount = input.passed || component.weight !== null;
      if (isOver && !(couldCount && opensNextCycle(latest, input.on)))
        return this.awards.latest(ctx.force, personId, courseCode);
      const before = latest === null || isOver ? nextCycle(input, latest) : latest;
      const after = withOutcome(before, outcomeOf(input, this.clock.now()));
      return this.advance.execute(ctx, { before, after, version });
    });
  }
}

/** What is collected, as it was said. */
export function outcomeOf(input: CollectOutcomeInput, now: Date): Outcome {
  const { componentKey, sourceId, versionId, on, percent, passed, asOf } = input;
  return { componentKey, sourceId, versionId, on, percent, passed, counts: true, asOf: asOf ?? now };
}

/** CRT-04. The published version that a result names. */
export async function versionOf(courses: CourseReader, versionId: string): Promise<PublishedVersion> {
  const id = parseId<VersionId>(versionId);
  const version = id === undefined ? null : await courses.version(id);
  if (version === null) throw refusal('COMPONENT_VERSION_UNKNOWN', { field: 'versionId' });
  return version;
}
