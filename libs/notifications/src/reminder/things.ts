import { type SittingId, SittingReader, stateAt } from '@app/assessment';
import {
  CertificationFacts,
  CertificationReader,
  HoldingReader,
  historyOf,
  positionOf,
} from '@app/certification';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { type EnrolmentId, EnrolmentReader } from '@app/progress';
import { Inject, Injectable } from '@nestjs/common';
import type { NothingDue, ThingNow, ThingRef } from './step.js';

/** How a person stands in a certification, as far as reminders ask. */
@Injectable()
export class HeldNow {
  constructor(
    private readonly holdings: HoldingReader,
    private readonly certifications: CertificationReader,
    private readonly facts: CertificationFacts,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read(ctx: RequestContext, { personId, id: code }: ThingRef): Promise<ThingNow | NothingDue> {
    const holding = await this.holdings.of(ctx.force, personId, code);
    const certification = await this.certifications.byCode(code);
    if (holding === null || certification === null) return 'not-asked';
    const { assignment, exemption } = holding;
    if (assignment !== null && assignment.endedOn !== null) return 'not-asked';
    const known = await this.facts.of(ctx.force, personId, londonDate(this.clock.now()));
    const { dates, cycle } = positionOf(historyOf(holding), certification.rules, known);
    const common = { courseCode: code, title: certification.title, exemption, goesUp: assignment !== null };
    if (dates !== null && cycle !== null) {
      const { windowOpens: opensOn, expires: dueOn } = dates;
      return { ...common, kind: 'certification', cycle: `${cycle.number}@${dueOn}`, opensOn, dueOn };
    }
    const dueOn = assignment?.dueOn ?? null;
    if (dueOn === null) return 'not-asked';
    return { ...common, kind: 'certification-due', cycle: `first@${dueOn}`, opensOn: null, dueOn };
  }
}

/** Reads what somebody is to be reminded of as it is now, never as an event said it was. */
@Injectable()
export class Things {
  constructor(
    private readonly enrolments: EnrolmentReader,
    private readonly sittings: SittingReader,
    private readonly held: HeldNow,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The thing, or why there is nothing to remind of. */
  async read(ctx: RequestContext, ref: ThingRef): Promise<ThingNow | NothingDue> {
    if (ref.type === 'enrolment') return this.enrolment(ctx, ref);
    return ref.type === 'sitting' ? this.sitting(ctx, ref) : this.held.read(ctx, ref);
  }

  private async enrolment(ctx: RequestContext, ref: ThingRef): Promise<ThingNow | NothingDue> {
    const enrolment = await this.enrolments.byId(ctx.force, ref.id as EnrolmentId);
    if (enrolment === null || enrolment.dueOn === null) return 'not-asked';
    if (enrolment.state === 'completed') return 'done';
    const { courseCode, courseTitle: title, dueOn, cycle, origin } = enrolment;
    const asked = { goesUp: origin !== 'self', exemption: null, opensOn: null };
    return { ...asked, kind: 'course-due', cycle: `${cycle}@${dueOn}`, courseCode, title, dueOn };
  }

  private async sitting(ctx: RequestContext, { id, personId }: ThingRef): Promise<ThingNow | NothingDue> {
    const sitting = await this.sittings.byId(ctx.force, id as SittingId);
    if (sitting === null) return 'not-asked';
    if (['CLOSED', 'CANCELLED'].includes(stateAt(sitting, this.clock.now()))) return 'done';
    if (!(await this.sittings.hasPlace(ctx.force, sitting.id, personId))) return 'not-asked';
    const { courseCode, courseTitle: title } = sitting;
    const dueOn = londonDate(sitting.opensAt);
    const asked = { goesUp: false, exemption: null, opensOn: null };
    return { ...asked, kind: 'sitting', cycle: `place@${dueOn}`, courseCode, title, dueOn };
  }
}
