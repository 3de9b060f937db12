import { CourseReader } from '@app/catalogue';
import { PeopleReader } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { EnrolmentReader } from '@app/progress';
import { Injectable } from '@nestjs/common';
import type { Adjustment, AdjustmentFields, AdjustmentId, AdjustmentTarget } from './adjustment.js';
import { AdjustmentConflicts } from './adjustment-conflicts.js';
import { AdjustmentFiles } from './adjustment-files.js';
import type { GivenReason } from './adjustment-reason.repository.js';
import { refusal } from './refusals.js';
import { saysTheSame } from './says-the-same.js';

/** The records on which granting an adjustment stands. */
@Injectable()
export class AdjustmentDesk {
  constructor(
    readonly conflicts: AdjustmentConflicts,
    readonly files: AdjustmentFiles,
    private readonly people: PeopleReader,
    private readonly courses: CourseReader,
    private readonly enrolments: EnrolmentReader,
  ) {}

  /** The request that is to be granted and what it is for, or what is to be granted without one. */
  async requestOrTarget(
    ctx: RequestContext,
    input: { requestId?: AdjustmentId | null | undefined; target?: AdjustmentTarget | null | undefined },
  ): Promise<{ request: Adjustment | null; target: AdjustmentTarget }> {
    const { requestId, target } = input;
    if (requestId !== null && requestId !== undefined) {
      const request = await this.files.adjustments.load(ctx.force, requestId);
      const { level, personId, groupId, courseCode, componentKey, attemptId } = request;
      return { request, target: { level, personId, groupId, courseCode, componentKey, attemptId } };
    }
    if (target === null || target === undefined)
      throw new Fault('BAD_USER_INPUT', 'Name a request, or whom the adjustment is for.', 'target');
    if (target.courseCode !== null) found(await this.courses.published(target.courseCode));
    return { request: null, target };
  }

  /** Whom the adjustment is for: the person, or everybody of the group. NOT_FOUND when this force has none such. */
  async peopleOf(ctx: RequestContext, target: AdjustmentTarget): Promise<readonly PersonId[]> {
    if (target.groupId !== null)
      return found(await this.files.groups.byId(ctx.force, target.groupId)).personIds;
    const personId = found(target.personId);
    found(await this.people.byId(ctx.force, personId));
    return [personId];
  }

  /** The enrolment that extra attempts are for (ASM-86). */
  async enrolmentOf(ctx: RequestContext, target: AdjustmentTarget): Promise<string> {
    const { personId, courseCode } = target;
    const enrolment = await this.enrolments.current(ctx.force, found(personId), found(courseCode));
    if (enrolment === null) throw refusal('EXTRA_ATTEMPTS_UNPLACED', { field: 'extraAttempts' });
    return enrolment.id;
  }

  /** What says the same of the same already, and holds; null when nothing does. */
  async sameGranted(
    ctx: RequestContext,
    wanted: {
      target: AdjustmentTarget;
      fields: AdjustmentFields;
      validFrom: CalendarDate;
      validTo: CalendarDate | null;
    },
  ): Promise<Adjustment | null> {
    const { personId, groupId } = wanted.target;
    const granted =
      personId === null
        ? await this.files.adjustments.grantedToGroup(ctx.force, found(groupId))
        : await this.files.adjustments.granted(ctx.force, personId, []);
    return granted.find((adjustment) => saysTheSame(adjustment, wanted)) ?? null;
  }

  /** Keeps the adjustment, and its reason apart from it. */
  async keep(
    ctx: RequestContext,
    adjustment: Adjustment,
    more: { isNew: boolean; reason: GivenReason },
  ): Promise<void> {
    if (more.isNew) await this.files.adjustments.add(adjustment);
    else await this.files.adjustments.save(adjustment);
    await this.files.reasons.append(ctx.force, adjustment.id, more.reason);
  }
}
