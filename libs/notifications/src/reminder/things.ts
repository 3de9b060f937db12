import { type SittingId, SittingReader, stateAt } from '@app/assessment';
import {
  type Certification,
  CertificationFacts,
  CertificationReader,
  type Holding,
  HoldingReader,
  historyOf,
  type KnownOfPerson,
  positionOf,
} from '@app/certification';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { type EnrolmentId, EnrolmentReader } from '@app/progress';
import { Inject, Injectable } from '@nestjs/common';
import { Seats } from './seats.js';
import { type NothingDue, type ThingNow, type ThingRef, thingKey } from './step.js';

/** How a person stands in a certification, as far as reminders ask. */
@Injectable()
export class HeldNow {
  constructor(
    private readonly holdings: HoldingReader,
    private readonly certifications: CertificationReader,
    private readonly facts: CertificationFacts,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One read of each kind, however many they are. */
  async read(
    { force }: RequestContext,
    refs: readonly ThingRef[],
  ): Promise<(ref: ThingRef) => ThingNow | NothingDue> {
    const people = [...new Set(refs.map(({ personId }) => personId))];
    const held = people.length === 0 ? [] : await this.holdings.allOfPeople(force, people);
    const holdings = new Map(held.map((holding) => [`${holding.personId}/${holding.code}`, holding]));
    const rules = await this.certifications.byCodes([...new Set(refs.map(({ id }) => id))]);
    const known = await this.facts.ofPeople(force, people, londonDate(this.clock.now()));
    return ({ personId, id: code }) => {
      const holding = holdings.get(`${personId}/${code}`);
      const certification = rules.get(code);
      if (holding === undefined || certification === undefined) return 'not-asked';
      return heldNow(holding, certification, known(personId));
    };
  }
}

function heldNow(
  holding: Holding,
  { code, title, rules }: Certification,
  known: KnownOfPerson,
): ThingNow | NothingDue {
  const { assignment, exemption } = holding;
  if (assignment !== null && assignment.endedOn !== null) return 'not-asked';
  const { dates, cycle } = positionOf(historyOf(holding), rules, known);
  const common = { courseCode: code, title, exemption, goesUp: assignment !== null };
  if (dates !== null && cycle !== null) {
    const { windowOpens: opensOn, expires: dueOn } = dates;
    return { ...common, kind: 'certification', cycle: `${cycle.number}@${dueOn}`, opensOn, dueOn };
  }
  const dueOn = assignment?.dueOn ?? null;
  if (dueOn === null) return 'not-asked';
  return { ...common, kind: 'certification-due', cycle: `first@${dueOn}`, opensOn: null, dueOn };
}

/** Reads what somebody is to be reminded of as it is now, never as an event said it was. */
@Injectable()
export class Things {
  constructor(
    private readonly enrolments: EnrolmentReader,
    private readonly sittings: SittingReader,
    private readonly held: HeldNow,
    private readonly seats: Seats,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Each thing, or why there is nothing to remind of. */
  async read(
    ctx: RequestContext,
    refs: readonly ThingRef[],
  ): Promise<(ref: ThingRef) => ThingNow | NothingDue> {
    const held = refs.filter(({ type }) => type === 'certification');
    const heldNow = held.length === 0 ? null : await this.held.read(ctx, held);
    const seats = refs.filter(({ type }) => type === 'seat' || type === 'approval');
    const seatNow = seats.length === 0 ? null : await this.seats.read(ctx, seats);
    const others = new Map<string, ThingNow | NothingDue>();
    for (const ref of refs) {
      if (ref.type === 'enrolment') others.set(thingKey(ref), await this.enrolment(ctx, ref));
      else if (ref.type === 'sitting') others.set(thingKey(ref), await this.sitting(ctx, ref));
    }
    return (ref) =>
      (ref.type === 'certification' ? heldNow?.(ref) : (others.get(thingKey(ref)) ?? seatNow?.(ref))) ??
      'not-asked';
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
    // A place that came with a seat in a session is reminded of as that seat.
    if (!(await this.sittings.hasOwnPlace(ctx.force, sitting.id, personId))) return 'not-asked';
    const { courseCode, courseTitle: title } = sitting;
    const dueOn = londonDate(sitting.opensAt);
    const asked = { goesUp: false, exemption: null, opensOn: null };
    return { ...asked, kind: 'sitting', cycle: `place@${dueOn}`, courseCode, title, dueOn };
  }
}
