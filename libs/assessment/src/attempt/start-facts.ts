import { CourseReader, type PublishedVersion } from '@app/catalogue';
import { ClockGuard } from '@app/platform/clock/clock-guard.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { type Enrolment, EnrolmentReader } from '@app/progress';
import { Injectable } from '@nestjs/common';
import type { PaperSource } from '../paper/bank.js';
import { paperOf } from '../paper/paper-component.js';
import { refusal } from '../refusals.js';
import type { Sitting, SittingId } from '../sitting/sitting.js';
import { SittingRepository } from '../sitting/sitting.repository.js';
import type { AttemptTerms } from './attempt.js';
import { AttemptRepository } from './attempt.repository.js';
import type { AttemptHead } from './attempt-rules.js';
import { LoadTerms } from './load-terms.js';

/** Everything that starting an attempt depends on. */
export interface StartFacts {
  readonly sitting: Sitting;
  readonly enrolment: Enrolment;
  readonly version: PublishedVersion;
  /** Of this enrolment and component, first to last. */
  readonly earlier: readonly AttemptHead[];
  readonly source: PaperSource;
  readonly terms: AttemptTerms;
}

/** Loads what starting an attempt depends on. */
@Injectable()
export class LoadStartFacts {
  constructor(
    private readonly sittings: SittingRepository,
    private readonly attempts: AttemptRepository,
    private readonly enrolments: EnrolmentReader,
    private readonly courses: CourseReader,
    private readonly terms: LoadTerms,
    private readonly clockGuard: ClockGuard,
  ) {}

  /** The sitting alone. */
  async sitting(ctx: RequestContext, sittingId: SittingId): Promise<Sitting> {
    return this.sittings.load(ctx.force, sittingId);
  }

  /** The facts. Refuses someone not enrolled (ASM-23) and a paper that their course version has not (ASM-10, ASM-09). None on a server whose clock is astray. */
  async execute(ctx: RequestContext, sitting: Sitting, by: { personId: PersonId; at: Date }) {
    const { personId, at } = by;
    this.clockGuard.mustBeTrusted();
    const { courseCode, componentKey } = sitting;
    const enrolment = await this.enrolments.current(ctx.force, personId, courseCode);
    if (enrolment === null) throw refusal('NOT_ENROLLED', { facts: { courseCode } });
    const version = found(await this.courses.version(enrolment.versionId));
    paperOf(version, componentKey);
    const earlier = await this.attempts.ofEnrolment(ctx.force, enrolment.id, componentKey);
    const { terms, source } = await this.terms.execute(ctx, { personId, sitting, enrolment, version, at });
    return { sitting, enrolment, version, earlier, source, terms } satisfies StartFacts;
  }
}
