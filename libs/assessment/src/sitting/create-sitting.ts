import { createHash } from 'node:crypto';
import { CourseReader } from '@app/catalogue';
import { type UnitId, UnitReader } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { isDuplicateKey } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { assessmentPermissions, mustReachCohort } from '../access.js';
import { Bank } from '../paper/bank.js';
import { paperOf } from '../paper/paper-component.js';
import { AddSitting } from './add-sitting.js';
import { checkPlan, reminderOf, type Sitting, type SittingId, type SittingMode } from './sitting.js';

export interface CreateSittingInput {
  readonly courseCode: string;
  /** Which paper of the course; its only paper when left out. */
  readonly componentKey?: string | null | undefined;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** 1 to 2,000. */
  readonly seats: number;
  readonly mode: SittingMode;
  /** Whether attempts start only with a code that its invigilators show; not when left out. */
  readonly invigilated?: boolean | null | undefined;
  /** Neither units nor people: the whole force. */
  readonly unitIds?: readonly UnitId[] | null | undefined;
  readonly personIds?: readonly PersonId[] | null | undefined;
  readonly reminderMinutesBefore?: number | null | undefined;
}

/**
 * Puts a sitting on the timetable, with what falls due at its opening, closing and reminder. Refuses an unknown paper
 * (ASM-10), one that cannot be drawn (ASM-05, ASM-07, ASM-09), an impossible window (ASM-11), seats (ASM-12) or reminder
 * (ASM-13). The same request again is the same sitting.
 */
@Injectable()
export class CreateSitting {
  constructor(
    private readonly courses: CourseReader,
    private readonly units: UnitReader,
    private readonly bank: Bank,
    private readonly addSitting: AddSitting,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: CreateSittingInput): Promise<Sitting> {
    const requestKey = keyOf(input);
    const before = await this.addSitting.before(ctx, requestKey);
    if (before !== null) return before;
    const sitting = await this.plan(ctx, input);

    checkPlan(sitting, { now: this.clock.now(), shortWindows: this.bank.shortWindows });
    await this.bank.mustSuffice(sitting.courseCode, sitting.componentKey);

    try {
      return await this.addSitting.execute(ctx, { sitting, requestKey });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return found(await this.addSitting.before(ctx, requestKey));
    }
  }

  private async plan(ctx: RequestContext, input: CreateSittingInput): Promise<Sitting> {
    const version = found(await this.courses.published(input.courseCode));
    const paper = paperOf(version, input.componentKey ?? null);
    const cohort = { unitIds: [...(input.unitIds ?? [])], personIds: [...(input.personIds ?? [])] };
    const units = await this.units.byIds(ctx.force, cohort.unitIds);
    if (!cohort.unitIds.every((unitId) => units.has(unitId))) throw new Fault('NOT_FOUND');
    mustReachCohort(ctx, assessmentPermissions.createSitting, cohort);
    return {
      id: newId<SittingId>(),
      forceId: ctx.force.forceId,
      courseCode: version.code,
      courseTitle: version.title,
      componentKey: paper.key,
      opensAt: input.opensAt,
      closesAt: input.closesAt,
      limitMinutes: paper.limitMinutes,
      seats: input.seats,
      placesTaken: 0,
      state: 'SCHEDULED',
      mode: input.mode,
      invigilated: input.invigilated ?? false,
      cohort,
      reminderAt: reminderOf(input.opensAt, input.reminderMinutesBefore ?? null),
      resultsReleasedAt: null,
      cancelReason: null,
    };
  }
}

function keyOf(input: CreateSittingInput): string {
  const asked = [
    input.courseCode,
    input.componentKey ?? null,
    input.opensAt.toISOString(),
    input.closesAt.toISOString(),
    input.seats,
    input.mode,
    [...(input.unitIds ?? [])].sort(),
    [...(input.personIds ?? [])].sort(),
    input.reminderMinutesBefore ?? null,
    ...(input.invigilated === true ? ['invigilated'] : []),
  ];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}
