import { CourseReader } from '@app/catalogue';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { fixedTimeDeclared, fixedTimeLifted } from '../events.js';
import { paperOf } from '../paper/paper-component.js';
import type { FixedTime } from './adjusted-time.js';
import { FixedTimeRepository } from './fixed-time.repository.js';
import { refusal } from './refusals.js';

export interface DeclareFixedTimeInput {
  readonly courseCode: string;
  /** Its only paper when left out. */
  readonly componentKey?: string | null | undefined;
  /** Why, in 3–500 characters each, as candidates read it; null lifts the declaration. The Welsh is a draft. */
  readonly reason: { readonly en: string; readonly cy?: string | null | undefined } | null;
}

/** A component that gives everybody the same time, or does so no more. */
export interface FixedTimeDeclared {
  readonly courseCode: string;
  readonly componentKey: string;
  readonly reason: FixedTime | null;
}

/** Declares that an assessment gives everybody the same time, with a published reason, or lifts that (ASM-84). */
@Injectable()
export class DeclareFixedTime {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CourseReader,
    private readonly fixedTimes: FixedTimeRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: DeclareFixedTimeInput): Promise<FixedTimeDeclared> {
    return this.work.run(ctx, async (announce) => {
      const version = found(await this.courses.published(input.courseCode));
      const component = {
        courseCode: version.code,
        componentKey: paperOf(version, input.componentKey ?? null).key,
      };
      const before = await this.fixedTimes.of(component.courseCode, component.componentKey);
      const reason = input.reason === null ? null : readReason(input.reason);
      if (isSame(before, reason)) return { ...component, reason };

      if (reason === null) await this.fixedTimes.lift(component);
      else await this.fixedTimes.declare(component, reason, this.clock.now());

      announce(reason === null ? fixedTimeLifted(component) : fixedTimeDeclared(component));
      return { ...component, reason };
    });
  }
}

function isSame(one: FixedTime | null, other: FixedTime | null): boolean {
  return one?.en === other?.en && one?.cy === other?.cy;
}

function readReason(reason: { readonly en: string; readonly cy?: string | null | undefined }): FixedTime {
  const en = reason.en.trim();
  const cy = reason.cy?.trim() ?? '';
  if (en.length < 3 || en.length > 500 || cy.length > 500)
    throw refusal('FIXED_TIME_REASON_MISSING', { field: 'reason' });
  return cy === '' ? { en, cy: null, cyState: 'absent' } : { en, cy, cyState: 'draft' };
}
